/** What units were reminded of by themselves, and which messages of it were taken. */
import { Refused } from '#ledger/refused.ts'
import { recordSent, remindedKind, remindOfDue } from '#reminders/due-reminders.ts'
import { unitStream } from '#roster/unit.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { mustRun } from '../calls.ts'
import { judging } from '../judging.ts'

export const judgeReminded = judging(remindedKind, function* candidates({ ids, events, elsewhere, commit }) {
  const [event] = events
  const { at: received } = event
  const [batch = '', unit = ''] = ids
  if (commit.by !== ACTORS.reminder) throw new Refused('forbidden', '只由到期提醒自动写入')
  if (event.type === 'reminderSent') {
    yield recordSent(event.n, event.ids, { received })
    return
  }
  mustRun(elsewhere, batch, received)
  if (elsewhere.units.at(unitStream(unit), received).every(({ name }) => name === undefined))
    throw new Refused('unknown', `名册中当时没有${unit}`)
  const odd = event.lines.find(({ days, lateFrom }) => (days === undefined) !== received >= lateFrom)
  if (odd) throw new Refused('conflict', `“${odd.title}”当时${odd.days === undefined ? '还没有逾期' : '已经逾期'}`)
  yield remindOfDue(event.lines, { received })
})
