/** A title as the page has it: how it stands, what waits, everything that happened, and what this caller may do now. */

import { batchStream } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import type { MeasureShown, TitlePage, titleEndpoints } from '#contracts/title/title.ts'
import type { UseCase } from '#edge/use-case.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { officeOn, ownersFor } from '#evidence/file-owner.ts'
import { seenAs } from '#ledger/seen.ts'
import type { Command } from '#procedure/commands.ts'
import { minutesOwnerFor } from '#procedure/file-permissions.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { knownAs } from '#rows/known.ts'
import { fileReferences, keptFile, referenceTo } from '#rows/looked-up/kept-file.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import { attendance } from '#steps/resolution/resolution.ts'
import { codeOf, pathOfCode } from '#title/certificate.ts'
import { measuresOpenTo } from '#title/measures.ts'
import { isOver, MEASURES, STANDING_TITLES } from '#title/standing.ts'
import { heldSince, proposalOf, type Title } from '#title/title.ts'
import type { Measure, TitleEvent } from '#title/title-events.ts'
import { type LookedAtTitle, lookAtTitle } from './look-at-title.ts'
import type { TitleCall, TitleDeps } from './title-deps.ts'

export const readTitle =
  (deps: TitleDeps): UseCase<typeof titleEndpoints.readTitle> =>
  async (call) =>
    showTitle(deps, call, await lookAtTitle(deps, call))

const DECIDE = ['record-title-meeting', 'recheck-title', 'record-plaque'] as const satisfies readonly Command[]

export async function showTitle(deps: TitleDeps, call: TitleCall, looked: LookedAtTitle): Promise<TitlePage> {
  const { params, caller, received } = call
  const { batch, unit } = params
  const { read, known, name, stream } = looked
  const { state: title } = read
  const terms = knownAs(known, 'batch', batchStream(batch))?.terms
  const may = (command: Command) => permissionFor(command, caller.holdings, { unit }) !== undefined
  // What is not approved is the office's own affair, and so are the scans.
  const isOffice = may('prepare-measure') || may('approve-measure')
  const records = may('record-title-meeting')
  const shows = {
    deps,
    looked,
    unit,
    isOffice,
    meets: isOffice || records,
    ownMinutes: minutesOwnerFor(caller.holdings),
  }
  const { prepared, returned } = title
  const waiting = isOffice ? (prepared ?? returned?.prepared) : undefined
  // Of what was never decided the office alone reads.
  const dropped = isOffice ? title.dropped : []
  const { happened } = title
  const people = [...happened, ...dropped, ...(waiting ? [waiting] : [])].flatMap(whoActed)
  const nameOf = await namesOfPeople(deps, people, known)
  const history = await Promise.all(
    happened.map(async (event) => ({
      ...(await happenedShown(shows, event, nameOf)),
      ...(isCorrected(happened, event) && { corrected: true as const }),
    })),
  )
  return {
    ...{ unit, name, batch, government: deps.organs.government, county: deps.organs.county },
    ...(terms && { batchTitle: terms.title }),
    ...heldIn(title, stream),
    ...(waiting && {
      pending: {
        ...{ prepared: seenAs(waiting, stream), by: nameOf(waiting.by), at: waiting.at },
        measure: await measureShown(shows, waiting.measure),
        ...(!prepared && returned && { returned: returned.reason }),
      },
    }),
    ...(proposalOf(title) && { proposal: proposalOf(title) }),
    ...(records && title.met && { met: metShown(looked, title.met, history[happened.indexOf(title.met)]) }),
    history: [
      ...history,
      ...dropped.map(({ at, by, reason, prepared: one }) => ({
        ...{
          said: `不再办理被退回的“${MEASURES[one.measure.kind]}”`,
          on: dateOf(at),
          at,
          by: nameOf(by),
          text: reason,
        },
      })),
    ].toSorted((a, b) => a.at.localeCompare(b.at)),
    measures: may('prepare-measure') ? measuresOpenTo(title).map((kind) => ({ kind, title: MEASURES[kind] })) : [],
    situations: (terms?.vetoes?.items ?? []).map((one) => one.title),
    commands: commandsOf(title, may),
    today: dateOf(received),
    minutesTo: minutesOwnerFor(caller.holdings),
  }
}

const whoActed = (event: TitleEvent): string[] => [
  ...('by' in event ? [event.by] : []),
  ...('preparedBy' in event ? [event.preparedBy] : []),
]

function heldIn(title: Title, stream: string): Pick<TitlePage, 'held'> {
  const { standing, conferred, entered } = title
  const [since, code] = [heldSince(title), codeOf(stream, title)]
  if (!standing || !since || !code) return {}
  const certificate = conferred?.certificate ?? entered?.measure.certificate
  const document = entered && `${entered.measure.text}（${entered.measure.number}）`
  return {
    held: {
      ...{ standing, standingTitle: STANDING_TITLES[standing], on: since.on, code, path: pathOfCode(code) },
      ...(certificate && { certificate }),
      ...(document && { document }),
    },
  }
}

/** What this caller may do beside preparing a measure. */
function commandsOf({ prepared, proposed, revoked, plaque, standing }: Title, may: (command: Command) => boolean) {
  const open: Readonly<Record<(typeof DECIDE)[number], boolean>> = {
    'record-title-meeting': proposed !== undefined && !revoked && prepared?.measure.kind !== 'revoke',
    'recheck-title': standing !== undefined && !isOver(standing),
    'record-plaque': revoked !== undefined && !plaque,
  }
  const mine = DECIDE.filter((command) => open[command] && may(command))
  return prepared && may('approve-measure') ? [...mine, 'approve-measure' as const] : mine
}

type Shows = {
  readonly deps: TitleDeps
  readonly looked: LookedAtTitle
  readonly unit: string
  readonly isOffice: boolean
  /** Records meetings, or is the office: sees who was there. */
  readonly meets: boolean
  /** Whose files the minutes are that this caller sends. */
  readonly ownMinutes: string
}

async function measureShown({ deps, looked, unit, isOffice }: Shows, measure: Measure): Promise<MeasureShown> {
  const { kind, on, text } = measure
  const cited = 'scan' in measure && isOffice ? measure.scan : undefined
  const [scan] = cited ? await fileReferences(deps, officeOn(unit), [cited], looked.known) : []
  const more = () => {
    switch (measure.kind) {
      case 'propose': {
        const { ground, situation, happened, discovered, heard, said } = measure
        return {
          ...{ ground, heard, said },
          ...(situation && { situation }),
          ...(happened && { happened }),
          ...(discovered && { discovered }),
        }
      }
      case 'enter':
        return { number: measure.number, ...(measure.certificate && { certificate: measure.certificate }) }
      case 'revoke':
        return { number: measure.number }
      default:
        return {}
    }
  }
  return { ...{ kind, title: MEASURES[kind], on, text }, ...more(), ...(scan && { scan }) }
}

type Happened = TitlePage['history'][number]
async function happenedShown(shows: Shows, event: TitleEvent, nameOf: (person: string) => string): Promise<Happened> {
  const by = 'by' in event ? nameOf(event.by) : ''
  switch (event.type) {
    case 'measureTaken': {
      const measure = await measureShown(shows, event.measure)
      return { said: measure.title, on: measure.on, at: event.at, by, preparedBy: nameOf(event.preparedBy), measure }
    }
    case 'meetingRecorded': {
      const { deps, meets } = shows
      const { revokes, meeting, number, date, reason, minutes, attendance: there, at, how } = event
      const said = `${meeting}决定${revokes ? '取消示范单位资格' : '不予取消'}（会议纪要${number}）`
      const { present, absent } = meets ? attendance.parse(await deps.contents.get(there)) : NOBODY
      return {
        ...{ said, on: date, at, by },
        ...(reason && { text: reason }),
        ...(meets && {
          ...{ present, absent },
          ...(how.kind === 'discussion' && how.majorityDiffered && { majorityDiffered: how.majorityDiffered }),
        }),
        ...(meets && { minutes: await minutesShown(shows, minutes) }),
      }
    }
    case 'rechecked':
      return { said: `${event.year}年年度复查`, on: event.on, at: event.at, by, text: event.text }
    case 'plaqueReturned':
      return { said: '收回牌匾', on: event.on, at: event.at, by, ...(event.text && { text: event.text }) }
    default:
      throw new Error(`${event.type} at ${saidDay(dateOf(event.at))} is nothing that happened to a title`)
  }
}
const NOBODY = { present: [], absent: [] }

/** Entered again it is corrected: a meeting on the same proposal, the entry of an earlier batch's title. */
function isCorrected(happened: readonly TitleEvent[], event: TitleEvent): boolean {
  const kindOf = (one: TitleEvent) => (one.type === 'measureTaken' ? one.measure.kind : one.type)
  const kind = kindOf(event)
  if (kind !== 'meetingRecorded' && kind !== 'enter') return false
  const since = happened.slice(happened.indexOf(event) + 1)
  const next = since.find((one) => kindOf(one) === kind || kindOf(one) === 'propose')
  return next !== undefined && kindOf(next) === kind
}

/** What a correction begins with. @param shown the same meeting, as what has happened says it */
function metShown(
  { stream }: LookedAtTitle,
  met: NonNullable<Title['met']>,
  shown: Happened | undefined,
): TitlePage['met'] {
  const { at, meeting, number, date, reason, revokes } = met
  if (!shown?.minutes) return undefined
  const { by, present = [], absent = [], minutes, majorityDiffered } = shown
  return {
    ...{ recorded: seenAs(met, stream), by, at, meeting, number, date, present, absent, minutes },
    outcome: revokes ? 'revokes' : 'keeps',
    ...(reason && { reason }),
    ...(majorityDiffered && { majorityDiffered }),
  }
}

/** Of whichever body keeps them, as rows know it; of those that this caller has just sent, as the ledger does. */
async function minutesShown({ deps, looked: { known }, ownMinutes }: Shows, used: string) {
  const owner = ownersFor('minutes').find((one) => knownAs(known, 'evidence', evidenceStream(one, used))) ?? ownMinutes
  return referenceTo(owner, used, await keptFile(deps.ledger, owner, used, known))
}
