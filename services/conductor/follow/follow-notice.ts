import { addDays, dateOf } from '#calendar/deadline.ts'
import { hold, settleHold } from '#case/hold.ts'
import { type Commit, execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { listInNotice } from '#steps/notice/list-in-notice.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import type { Notice, NoticeEvent, ObjectionReceived, ObjectionResult, Published } from '#steps/notice/notice-events.ts'
import { objectionKind, objectionStream, openObjection } from '#steps/notice/objection.ts'
import type { Followed } from './followed.ts'
import { type ActLine, applyLines, linesOfAct } from './list-act.ts'

type Deps = { ledger: Ledger; followed: Followed; now: () => Date }

/**
 * News of a notice: its cases are listed, then take its outcomes; each receipt line opens its objection, and holds a
 * case that has gone on already until the objection is settled. Everything in the order of the notice's commits.
 */
export const followNotice =
  (deps: Deps) =>
  async (stream: string): Promise<void> => {
    const { commits, state } = await readStream(deps.ledger, noticeKind, stream)
    const { published } = state
    if (!published) return
    const lines = linesOf(deps.ledger, stream, commits, { published, objections: state.objections })
    await applyLines(deps, { stream, kind: noticeKind, state }, lines)
  }

/** `published` is the notice's only publication, `objections` are all that it has received. */
function linesOf(
  ledger: Ledger,
  stream: string,
  commits: readonly Commit<NoticeEvent>[],
  { published, objections }: { published: Published; objections: Notice['objections'] },
): ActLine[] {
  const { batch, step, period, cases, replyDays } = published
  let after: number | undefined
  return commits.flatMap(({ number, events }) =>
    events.flatMap((event): ActLine[] => {
      const act = { stream, number }
      switch (event.type) {
        case 'published': {
          const { by, at } = event
          after = number
          const decide = listInNotice({ step, act, lateFrom: period.lateFrom }, at)
          return cases.map((name) => ({ case: name, batch, number, by, decide }))
        }
        case 'closed':
        case 'lined':
          return linesOfAct({ ...event, batch, step }, act).map((line) => ({
            ...line,
            ...(after !== undefined && { after }),
          }))
        case 'objectionReceived': {
          const { about: name, objection, by, at } = event
          const decide = hold({ act, objection }, { by, received: at })
          const answerBy = addDays(receivedOn(event), replyDays)
          const opening = { stream: objectionStream(objection), command: `receive ${stream}#${number}`, by }
          const first = () =>
            execute(ledger, objectionKind, {
              ...opening,
              decide: openObjection({ notice: stream, about: name, answerBy, by }, at),
            })
          return [{ case: name, batch, number, about: objection, by, decide, first }]
        }
        case 'objectionSettled': {
          const { objection, result, at } = event
          const { about: name } = objections[objection] ?? {}
          const { by = '' } = commits[number - 1] ?? {}
          const decide = settleHold({ act, objection, result: MEANS[result] }, { by, received: at })
          return name === undefined ? [] : [{ case: name, batch, number, about: objection, by, decide }]
        }
        default:
          return []
      }
    }),
  )
}

/** What a finding means for a case that it holds. */
const MEANS = { upheld: 'objection', reassess: 'reassessment', notUpheld: 'released', notAdmitted: 'released' } as const
MEANS satisfies Record<ObjectionResult, Parameters<typeof settleHold>[0]['result']>

/** A letter counts by its postmark, but is answered from the day it came. */
const receivedOn = ({ channel, on, at }: ObjectionReceived): string => (channel === 'letter' ? dateOf(at) : on)
