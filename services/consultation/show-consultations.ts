import { dateOf } from '#calendar/deadline.ts'
import { type Letter, type Reply, reasonWords, replyWords, type Withdrawn } from '#consultation/consultation.ts'
import type { ConsultationsPage, LetterShown, ReplyShown } from '#contracts/consultation/consultation.ts'
import { titleOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { keptFile, referenceTo } from '#rows/looked-up/kept-file.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import { inNameOrder } from '#typed/names.ts'
import type { ConsultationDeps } from './consultation-deps.ts'
import { type ConsultationCall, type LookedAtConsultation, REPLIES } from './look-at-consultation.ts'

type Naming = {
  readonly deps: ConsultationDeps
  readonly looked: LookedAtConsultation
  readonly nameOf: (person: string) => string
}

/** The newest letter first. */
export async function showConsultations(
  deps: ConsultationDeps,
  { params: { batch }, received }: ConsultationCall,
  looked: LookedAtConsultation,
): Promise<ConsultationsPage> {
  const { terms, consultation, known, may, cases } = looked
  const { letters } = consultation.state
  const { county, office, officePhone } = deps.organs
  const people = consultation.commits.flatMap(({ events }) => events.map(({ by }) => by))
  const naming = { deps, looked, nameOf: await namesOfPeople(deps, people, known) }
  const shown = await Promise.all(letters.map((letter, i) => showLetter(naming, letter, i + 1)))
  return {
    batch: { id: batch, title: terms.title, trial: terms.trial },
    today: dateOf(received),
    ...{ county, office, ...(officePhone && { officePhone }) },
    seen: letters.length,
    may,
    organs: may ? deps.consulted.map(({ id, name }) => ({ organ: id, title: name })) : [],
    units: may ? namedIn(looked, cases).map(withStep) : [],
    letters: shown.reverse(),
  }
}

const withStep = ({ unit, name, procedure, step }: LookedAtConsultation['cases'][number] & { name: string }) => ({
  ...{ unit, name, step },
  stepTitle: titleOf(procedureOf(procedure), step),
})
const namedIn = <T extends { readonly unit: string }>({ names }: LookedAtConsultation, units: readonly T[]) =>
  inNameOrder(units.map((one) => ({ ...one, name: names.get(one.unit) ?? one.unit })))

async function whyOf({ deps }: Naming, reason: string): Promise<string> {
  return reasonWords.parse(await deps.contents.get(reason)).reason
}
async function showWithdrawn(naming: Naming, { at, by, reason }: Pick<Withdrawn, 'at' | 'by' | 'reason'>) {
  return { at, by: naming.nameOf(by), reason: await whyOf(naming, reason) }
}

async function showLetter(naming: Naming, letter: Letter, n: number): Promise<LetterShown> {
  const { reference, on, lastDay, at, by, units, withdrawn } = letter
  return {
    ...{ n, reference, on, lastDay, at, by: naming.nameOf(by) },
    units: namedIn(
      naming.looked,
      units.map((unit) => ({ unit })),
    ),
    organs: await Promise.all(
      letter.organs.map(async ({ id, title }) => ({
        ...{ organ: id, title },
        chased: letter.chased
          .filter(({ organ }) => organ === id)
          .map((one) => ({ on: one.on, how: one.how, by: naming.nameOf(one.by) })),
        replies: await Promise.all(
          letter.replies.filter(({ organ }) => organ === id).map((one) => showReply(naming, one)),
        ),
      })),
    ),
    ...(withdrawn && { withdrawn: await showWithdrawn(naming, withdrawn) }),
  }
}

const NO_WORDS: Readonly<Record<string, string>> = {}

async function showReply(naming: Naming, reply: Reply): Promise<ReplyShown> {
  const { deps, looked, nameOf } = naming
  const { at, by, on, reference, scan, found, content, reason, withdrawn } = reply
  const [file, words, why, taken] = await Promise.all([
    keptFile(deps.ledger, REPLIES, scan, looked.known),
    content === undefined ? NO_WORDS : deps.contents.get(content).then((one) => replyWords.parse(one)),
    reason && whyOf(naming, reason),
    withdrawn && showWithdrawn(naming, withdrawn),
  ])
  return {
    ...{ at, by: nameOf(by), on, ...(reference && { reference }) },
    scan: referenceTo(REPLIES, scan, file),
    use: scan,
    found: namedIn(
      looked,
      found.map((unit) => ({ unit, text: words[unit] ?? '' })),
    ),
    ...(why && { reason: why }),
    ...(taken && { withdrawn: taken }),
  }
}
