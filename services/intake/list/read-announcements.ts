import { dateOf } from '#calendar/deadline.ts'
import { whyWaiting } from '#case/apply-line.ts'
import type { AnnouncementsPage } from '#contracts/announcement.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call, Caller } from '#edge/use-case.ts'
import { type Read, readStream } from '#ledger/ledger.ts'
import { seenAs } from '#ledger/seen.ts'
import { titleOf } from '#procedure/procedure.ts'
import type { CaseRow } from '#rows/row.ts'
import { openCases } from '#rows/rows.ts'
import {
  type Announcement,
  type AnnouncementEvent,
  announcementKind,
  announcementStream,
} from '#steps/announcement/announcement.ts'
import { inNameOrder } from '#typed/names.ts'
import type { IntakeDeps } from '../intake-deps.ts'
import { type ListStep, listStep, waitingCases } from './list-step.ts'
import { type LookedAtList, lookAtList } from './look-at-list.ts'
import { allowedOf } from './meeting-step.ts'

export type AnnouncementStep = ListStep<'announcement'>
/** One document of the batch, whatever its step. */
export type Numbered = { readonly n: number; readonly read: Read<AnnouncementEvent, Announcement> }
/** The same without where to append. */
type Shown = { readonly n: number; readonly read: Omit<Numbered['read'], 'head'> }

/** All documents of a batch, prepared, returned or published; numbers leave no gap. */
export async function allAnnouncements({ ledger }: Pick<IntakeDeps, 'ledger'>, batch: string): Promise<Numbered[]> {
  const all: Numbered[] = []
  for (let n = 1; ; n++) {
    const read = await readStream(ledger, announcementKind, announcementStream(batch, n))
    if (read.commits.length === 0) return all
    all.push({ n, read })
  }
}

/** What the document says now, or said when it went back. */
export const documentOf = ({ published, prepared, returned }: Announcement) =>
  published ?? prepared ?? returned?.document

/** The documents of a step as they were read, with all that is shown of them. */
export type LookedAtDocuments = LookedAtList & {
  readonly all: readonly Numbered[]
  readonly at: AnnouncementStep
  /** In whose name they are made. */
  readonly government: string
}

/** @param brought whom and what a request names itself. @throws Refused when the batch has no such step, or nothing is announced there */
export async function lookAtDocuments(
  deps: IntakeDeps,
  params: { readonly batch: string; readonly step: string },
  brought?: { readonly by: string; readonly cases: readonly string[] },
): Promise<LookedAtDocuments> {
  const { batch, step } = params
  const [all, open] = await Promise.all([allAnnouncements(deps, batch), openCases(deps.rows, batch)])
  const own = ofStep(all, step)
  const looked = await lookAtList(deps, batch, open, {
    units: [...own.flatMap(({ document }) => document.lines.map((line) => line.case)), ...(brought?.cases ?? [])],
    people: [...own.flatMap(peopleIn), ...(brought ? [brought.by] : [])],
  })
  const { government } = deps.county
  return { ...looked, all, government, at: listStep(looked.terms, params, 'announcement', '不作决定') }
}

const ofStep = <T extends Shown>(all: readonly T[], step: string) =>
  all.flatMap(({ n, read }) => {
    const document = documentOf(read.state)
    return document?.step === step ? [{ n, read, state: read.state, document }] : []
  })
const peopleIn = ({ state: { prepared, published, returned } }: { readonly state: Announcement }): string[] =>
  [prepared?.by, published?.by, published?.preparedBy, returned?.document.by].flatMap((by) => by ?? [])

/** The documents of a step, and which cases wait for the next one. */
export const readAnnouncements =
  (deps: IntakeDeps) =>
  async ({ params, caller, received }: Call<typeof intakeEndpoints.readAnnouncements>): Promise<AnnouncementsPage> => {
    const looked = await lookAtDocuments(deps, params)
    return showAnnouncements({ looked, caller, received }, looked.all)
  }

type Frame = { readonly looked: LookedAtDocuments; readonly caller: Caller; readonly received: string }

/** @param all as they are by now */
export function showAnnouncements({ looked, caller, received }: Frame, all: readonly Shown[]): AnnouncementsPage {
  const { at, open, nameOf, who } = looked
  const { batch, step, terms, value } = at
  const office = allowedOf(['prepare-announcement', 'approve-announcement'], caller.holdings, at).length > 0
  // What is prepared and not issued yet is the office's alone, as a call is.
  const own = ofStep(all, step).filter(({ state }) => office || state.published)
  const waiting = waitingCases(open, step, sentOn(at, own))
  return {
    batch,
    batchTitle: terms.title,
    trial: terms.trial,
    step,
    stepTitle: value.title,
    document: value.document,
    today: dateOf(received),
    government: looked.government,
    waiting: inNameOrder(waiting.map(({ unit, held }) => ({ unit, name: nameOf(unit), ...(held && { held }) }))),
    all: own.map(({ n, state, document }) => {
      const { prepared, published, returned, setAside } = state
      const own = document.lines.some((line) => caller.holdings.some((held) => held.unit === line.case))
      const waits = prepared && !published && prepared.by !== caller.person && !own
      return {
        n,
        title: document.title,
        number: document.number,
        date: document.date,
        ...(document.text && { text: document.text }),
        commends: document.commends === true,
        prepared: seenAs(prepared ?? document, announcementStream(at.batch, n)),
        preparedBy: who(published?.preparedBy ?? document.by),
        ...(published && { approvedBy: who(published.by) }),
        ...(returned && { returned: returned.reason }),
        lines: inNameOrder(
          document.lines.map(({ case: unit, outcome }) => {
            const aside = setAside.find((one) => one.case === unit)
            const held = published
              ? undefined
              : whyOut(
                  at,
                  open.find((row) => row.unit === unit),
                )
            return {
              unit,
              name: nameOf(unit),
              outcomeTitle: value.outcomes[outcome]?.title ?? outcome,
              ...(aside && { setAside: aside.reason }),
              ...(held && { held }),
            }
          }),
        ),
        commands: waits ? allowedOf(['approve-announcement'], caller.holdings, at) : [],
      }
    }),
    commands: allowedOf(['prepare-announcement'], caller.holdings, at),
  }
}

/** Why a document cannot name the case now; undefined when it can. */
const whyOut = ({ step, procedure }: AnnouncementStep, row: CaseRow | undefined): string | undefined => {
  if (!row) return '本件已办结。'
  return row.step === step ? whyWaiting(row) : `现处“${titleOf(procedure, row.step)}”。`
}

/** By unit the commit of the document that led its case away from the step. */
function sentOn({ batch }: AnnouncementStep, all: readonly Shown[]) {
  return new Map(
    all.flatMap(({ n, read: { commits, state } }) => {
      const publishing = commits.find(({ events }) => events.some(({ type }) => type === 'published'))
      if (!publishing) return []
      const act = { stream: announcementStream(batch, n), number: publishing.number }
      return state.lines
        .filter(({ case: unit }) => !state.setAside.some((one) => one.case === unit))
        .map(({ case: unit }) => [unit, act] as const)
    }),
  )
}
