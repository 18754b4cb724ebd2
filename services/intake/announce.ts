import type { AnnouncementsPage } from '#contracts/announcement.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import { mustBeApart } from '#edge/check-permission.ts'
import type { Call } from '#edge/use-case.ts'
import type { Decision } from '#ledger/kind.ts'
import { execute } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { COMMANDS } from '#procedure/commands.ts'
import {
  type Announcement,
  type AnnouncementEvent,
  announcementKind,
  announcementStream,
  approveAnnouncement as decideApproval,
  prepareAnnouncement as decidePreparation,
  returnAnnouncement as decideReturn,
} from '#steps/announcement/announcement.ts'
import { mustBeAllowed } from './allow.ts'
import { askedBy, type IntakeDeps } from './intake-deps.ts'
import { undecidable } from './list-step.ts'
import {
  type AnnouncementStep,
  documentOf,
  type LookedAtDocuments,
  lookAtDocuments,
  type Numbered,
  showAnnouncements,
} from './read-announcements.ts'

/** Prepares a document over a list of cases for whoever approves it, under the next free number. */
export const prepareAnnouncement =
  (deps: IntakeDeps) =>
  async (call: Call<typeof intakeEndpoints.prepareAnnouncement>): Promise<AnnouncementsPage> => {
    const { params, body, caller, received, command } = call
    const { batch, step } = params
    const { cases, title, number, date, text } = body
    const looked = await lookAtDocuments(deps, params, { by: caller.person, cases })
    const { at, all, nameOf } = looked
    mustBeAllowed('prepare-announcement', caller.holdings, at)
    mustBeApart(COMMANDS['prepare-announcement'], caller, cases, nameOf)
    const frame = { looked, caller, received }
    if (all.some(({ read }) => read.commits.some((commit) => commit.command === command)))
      return showAnnouncements(frame, all)
    const [outcome = ''] = Object.keys(at.value.outcomes)
    const document = {
      ...{ batch, step, trial: at.terms.trial, title, number, date },
      ...(text && { text }),
      lines: cases.map((unit) => ({ case: unit, outcome })),
    }
    const into = mended(all, at, cases)
    const decide = decidePreparation(document, askedBy(call))
    if (into && decide(into.read.state).length === 0) return showAnnouncements(frame, all)
    const elsewhere = await undecidable(deps, at, cases, nameOf, 'kept out')
    if (elsewhere) throw new Refused('incomplete', `还不能拟制：${elsewhere}。`, { cases: elsewhere })
    const n = into?.n ?? all.length + 1
    const read = await execute(deps.ledger, announcementKind, {
      stream: announcementStream(batch, n),
      command,
      by: caller.person,
      decide: into ? decide : asNew(decide),
      ...(into && { first: into.read }),
    })
    return showAnnouncements(frame, [...all.filter((one) => one.n !== n), { n, read }])
  }

/** Somebody else's document has taken the number a moment ago: it is not to be replaced by this one. */
const asNew =
  (decide: Decision<AnnouncementEvent, Announcement>): Decision<AnnouncementEvent, Announcement> =>
  (state) => {
    if (documentOf(state)) throw new Refused('conflict', '刚才有人也拟制了一份；请刷新后再办。')
    return decide(state)
  }

/** A document of the step that went back, or waits and names one of these cases: it is prepared again, not twice. */
const mended = (all: readonly Numbered[], { step }: AnnouncementStep, cases: readonly string[]): Numbered | undefined =>
  all.find(({ read: { state } }) => {
    const document = documentOf(state)
    if (!document || document.step !== step || state.published) return false
    return state.returned !== undefined || document.lines.some((line) => cases.includes(line.case))
  })

type Numbering = { readonly params: { readonly batch: string; readonly step: string; readonly n: string } }
type AboutOne = Numbering &
  Pick<Call<typeof intakeEndpoints.readAnnouncements>, 'caller' | 'received'> & { readonly command: string }

/** Another person approves it, after the secrecy check: it is published. */
export const approveAnnouncement =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.approveAnnouncement>): Promise<AnnouncementsPage> =>
    decideOne(deps, call, decideApproval(call.body, askedBy(call)), async ({ at, nameOf }, cases) => {
      mustBeApart(COMMANDS['approve-announcement'], call.caller, cases, nameOf)
      // Somebody may have left or been vetoed since it was prepared: the document would name who does not hold it.
      const elsewhere = await undecidable(deps, at, cases, nameOf, 'kept out')
      if (elsewhere)
        throw new Refused(
          'conflict',
          `还不能签发：${elsewhere.replace('请从名单中去掉', '请退回，从名单中去掉后重新拟制')}。`,
        )
    })

export const returnAnnouncement =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.returnAnnouncement>): Promise<AnnouncementsPage> =>
    decideOne(deps, call, decideReturn(call.body, askedBy(call)))

async function decideOne(
  deps: IntakeDeps,
  { params, caller, received, command }: AboutOne,
  decide: Decision<AnnouncementEvent, Announcement>,
  before: (looked: LookedAtDocuments, cases: readonly string[]) => Promise<void> = async () => {},
): Promise<AnnouncementsPage> {
  const looked = await lookAtDocuments(deps, params, { by: caller.person, cases: [] })
  const { at, all } = looked
  mustBeAllowed('approve-announcement', caller.holdings, at)
  const one = all.find(({ n }) => String(n) === params.n)
  if (!one || documentOf(one.read.state)?.step !== at.step)
    throw new Refused('unknown', `没有第${params.n}份“${at.value.document}”；请从批次进展重新进入。`)
  const isDone = one.read.commits.some((commit) => commit.command === command)
  if (!isDone && decide(one.read.state).length > 0)
    await before(looked, documentOf(one.read.state)?.lines.map((line) => line.case) ?? [])
  const answer = await execute(deps.ledger, announcementKind, {
    stream: announcementStream(params.batch, one.n),
    command,
    by: caller.person,
    decide,
    first: one.read,
  })
  const after = all.map((other) => (other.n === one.n ? { n: one.n, read: answer } : other))
  return showAnnouncements({ looked, caller, received }, after)
}
