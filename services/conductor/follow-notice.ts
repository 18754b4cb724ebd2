import { type NoticeEvent, noticeKind, type ObjectionReceived } from '#acts/notice.ts'
import { objectionKind, objectionStream, openObjection } from '#acts/objection.ts'
import { addDays, dateOf } from '#calendar/deadline.ts'
import { applyLine, listInNotice } from '#case/follow-list-acts.ts'
import { type Commit, execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { type ActLine, applyLines } from './list-act.ts'

type Deps = { ledger: Ledger; now: () => Date }

/** News of a notice: its cases are listed, then take its outcome; each receipt line opens its objection. */
export const followNotice =
  (deps: Deps) =>
  async (stream: string): Promise<void> => {
    const { commits, state } = await readStream(deps.ledger, noticeKind, stream)
    await openObjections(deps.ledger, stream, commits, state.published?.replyDays ?? 0)
    await applyLines(deps, { stream, kind: noticeKind, state }, linesOf(stream, commits))
  }

function linesOf(stream: string, commits: readonly Commit<NoticeEvent>[]): ActLine[] {
  let batch = ''
  let listing = 0
  return commits.flatMap(({ number, events }) =>
    events.flatMap((event): ActLine[] => {
      const act = { stream, number }
      if (event.type === 'published') {
        const { by, at, period } = event
        batch = event.batch
        listing = number
        const decide = listInNotice({ act, lateFrom: period.lateFrom }, at)
        return event.cases.map((name) => ({ case: name, batch, number, by, decide }))
      }
      if (event.type !== 'closed') return []
      const { by, at } = event
      return event.lines.map(({ case: name, ...line }) => ({
        case: name,
        batch,
        number,
        by,
        after: listing,
        decide: applyLine({ ...chosen(line), step: 'notice', act }, { by, received: at }),
      }))
    }),
  )
}

/** Without a reason that is there but undefined. */
export const chosen = ({ outcome, reason }: { outcome: string; reason?: string | undefined }) => ({
  outcome,
  ...(reason !== undefined && { reason }),
})

async function openObjections(
  ledger: Ledger,
  notice: string,
  commits: readonly Commit<NoticeEvent>[],
  replyDays: number,
): Promise<void> {
  for (const { number, events } of commits)
    for (const event of events) {
      if (event.type !== 'objectionReceived') continue
      const { objection, about, by, at } = event
      await execute(ledger, objectionKind, {
        stream: objectionStream(objection),
        command: `${notice}#${number}`,
        by,
        decide: openObjection({ notice, about, answerBy: addDays(receivedOn(event), replyDays) }, at),
      })
    }
}

/** A letter counts by its postmark, but is answered from the day it came. */
const receivedOn = ({ channel, on, at }: ObjectionReceived): string => (channel === 'letter' ? dateOf(at) : on)
