/** What one person records of a title: the meeting on its revocation, the yearly re-check, the plaque that came back. */
import type { titleEndpoints } from '#contracts/title/title.ts'
import type { UseCase } from '#edge/use-case.ts'
import { digestOf } from '#ledger/chain.ts'
import { Refused } from '#ledger/refused.ts'
import { minutesOwnerFor } from '#procedure/file-permissions.ts'
import { keptFile } from '#rows/looked-up/kept-file.ts'
import type { Attendance } from '#steps/resolution/resolution.ts'
import { unsureNames, withoutNotes } from '#steps/resolution/who-was-there.ts'
import * as deciders from '#title/after-naming.ts'
import { askedBy, decideAndShow } from './decide-and-show.ts'
import type { TitleDeps } from './title-deps.ts'

type Uses = typeof titleEndpoints

export const recordTitleMeeting =
  (deps: TitleDeps): UseCase<Uses['recordTitleMeeting']> =>
  (call) =>
    decideAndShow(deps, call, async ({ stream }) => {
      const { present, absent, outcome, majorityDiffered, ...meeting } = call.body
      const unsure = unsureNames({ present, absent, recusals: [] })
      const { length } = Object.keys(unsure)
      if (length > 0) throw new Refused('incomplete', `会议决定有${length}处需要修改。`, unsure)
      // Where the page has whoever records it send them.
      const { wrong } = await keptFile(deps.ledger, minutesOwnerFor(call.caller.holdings), meeting.minutes)
      if (wrong) throw new Refused('incomplete', '会议纪要扫描件还不能使用。', { minutes: wrong })
      const attendance: Attendance = withoutNotes({ present, absent, recusals: [] })
      await deps.contents.put(attendance)
      const how = { kind: 'discussion', ...(majorityDiffered && { majorityDiffered }) } as const
      const decided = { ...meeting, how, attendance: digestOf(attendance), revokes: outcome === 'revokes' }
      return deciders.recordTitleMeeting(stream, decided, askedBy(call))
    })

export const recheckTitle =
  (deps: TitleDeps): UseCase<Uses['recheckTitle']> =>
  (call) =>
    decideAndShow(deps, call, async () => deciders.recheck(call.body, askedBy(call)))

export const recordPlaque =
  (deps: TitleDeps): UseCase<Uses['recordPlaque']> =>
  (call) =>
    decideAndShow(deps, call, async () => deciders.recordPlaque(call.body, askedBy(call)))
