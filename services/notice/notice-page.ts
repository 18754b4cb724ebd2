import { type Notice, noticeStream, openObjections } from '#acts/notice.ts'
import { OBJECTION_STATUS, type Objection, objectionKind, objectionStream } from '#acts/objection.ts'
import { lapsesFrom } from '#calendar/deadline.ts'
import type { NoticePage } from '#contracts/notice.ts'
import type { Caller } from '#edge/use-case.ts'
import { evidenceKind, evidenceStream, OFFICE } from '#evidence/evidence.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { ERASED, type Persons } from '#persons/persons.ts'
import { type Command, permissionFor } from '#procedure/permissions.ts'
import { outcomeAt } from '#procedure/procedure.ts'
import { procedureNamed } from '#procedure/procedures.ts'
import { personKind, personStream } from '#roster/person.ts'
import { type PublishedNotice, termsOf } from './read-notices.ts'
import { explainedPeriod, saidPeriod } from './said-period.ts'
import { unitNamesAt } from './unit-name.ts'

type Deps = { readonly ledger: Ledger; readonly persons: Pick<Persons, 'names'> }
type Asking = { readonly caller: Caller; readonly received: string }

/** A notice as the office sees it, with what this caller may do now. */
export async function noticePageOf(
  { ledger, persons }: Deps,
  { n, notice, published }: PublishedNotice,
  { caller, received }: Asking,
): Promise<NoticePage> {
  const { batch, trial, title, text, publication, period } = published
  const names = await unitNamesAt(ledger, published.cases, published.at)
  const procedure = procedureNamed((await termsOf(ledger, batch)).procedure)
  const nameOf = (unit: string) => names.get(unit) ?? unit
  const { closed, proofs, setAside } = notice
  const may = mayNow(notice, caller, received)
  return {
    batch,
    n,
    title,
    trial,
    page: `/public/notices/${batch}/${n}.html`,
    ...(text && { text }),
    publication: { on: publication.on, place: publication.place },
    period: { ...period, said: saidPeriod(period), explained: explainedPeriod(period) },
    lines: published.cases.map((unit) => {
      const outcome = closed?.lines.find((line) => line.case === unit)?.outcome
      const aside = setAside.find((line) => line.case === unit)?.reason
      return {
        unit,
        name: nameOf(unit),
        ...(outcome && { outcome, outcomeTitle: outcomeAt(procedure, 'notice', outcome)?.title ?? outcome }),
        ...(aside && { setAside: aside }),
      }
    }),
    objections: await Promise.all(
      Object.values(notice.objections).map(async ({ objection, about, channel, on, anonymous }) => {
        const { state } = await readStream(ledger, objectionKind, objectionStream(objection))
        const { answerBy, reply } = state
        const status = state.status === 'unknown' ? 'received' : state.status
        return {
          ...{ objection, about, aboutName: nameOf(about), channel, on, anonymous },
          ...{ status, statusTitle: OBJECTION_STATUS[status] },
          ...(answerBy && { answerBy }),
          ...(reply && { reply }),
          commands: commandsOn(status, about, caller),
        }
      }),
    ),
    proofs: {
      ...(proofs.start && { start: await scanOf(ledger, proofs.start) }),
      ...(proofs.end && { end: await scanOf(ledger, proofs.end) }),
    },
    ...(closed && { closed: { at: closed.at, by: await nameOfCloser(ledger, persons, closed.by) } }),
    commands: may,
  }
}

/** A scan that the office keeps, by its name. */
async function scanOf(ledger: Ledger, sha256: string) {
  const { promised } = (await readStream(ledger, evidenceKind, evidenceStream(OFFICE, sha256))).state
  return { owner: OFFICE, sha256, name: promised?.name ?? sha256.slice(0, 8) }
}

async function nameOfCloser(ledger: Ledger, persons: Deps['persons'], by: string): Promise<string> {
  if (by === 'time') return '公示期满自动结束'
  const { personal } = (await readStream(ledger, personKind, personStream(by))).state
  return personal ? ((await persons.names([personal.id])).get(personal.id) ?? ERASED) : by
}

function mayNow(notice: Notice, { holdings }: Caller, received: string): string[] {
  const { published, closed } = notice
  const over = published !== undefined && received >= lapsesFrom(published.period.lateFrom)
  const possible: readonly (readonly [Command, boolean])[] = [
    ['record-proof', true],
    ['enter-objection', !closed],
    ['close-notice', !closed && over && openObjections(notice).length === 0],
    ['read-objection', Object.keys(notice.objections).length > 0],
  ]
  return possible.flatMap(([command, now]) => (now && permissionFor(command, holdings) ? [command] : []))
}

const AT: Readonly<Partial<Record<Objection['status'], readonly Command[]>>> = {
  received: ['admit-objection', 'decline-objection'],
  admitted: ['find-objection'],
}

const commandsOn = (status: Objection['status'], unit: string, { holdings }: Caller): string[] =>
  (AT[status] ?? []).filter((command) => permissionFor(command, holdings, { unit }))

export const streamOf = ({ published, n }: PublishedNotice): string => noticeStream(published.batch, n)
