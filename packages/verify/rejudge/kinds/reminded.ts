/** What units were reminded of by themselves, and which messages of it were taken. */
import { dateOf } from '#calendar/deadline.ts'
import { Refused } from '#ledger/refused.ts'
import { isReminded } from '#procedure/appointments.ts'
import { type Reminded, recordSent, remindedKind, remindOfDue, thingOf } from '#reminders/due-reminders.ts'
import { isAtWork, markReached, reachOf } from '#reminders/marks.ts'
import { messageId } from '#reminders/message.ts'
import { owedBy } from '#reminders/owed.ts'
import { heldOn } from '#roster/person.ts'
import { unitStream } from '#roster/unit.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { mustRun } from '../calls.ts'
import { type Elsewhere, LAG_MS } from '../elsewhere.ts'
import { holidaysThen } from '../holidays-then.ts'
import { judging } from '../judging.ts'
import { following } from '../lists.ts'
import { standingsOf } from '../owing.ts'

export const judgeReminded = judging(remindedKind, function* candidates(about) {
  const { ids, events, elsewhere, commit, stream, state } = about
  const [event] = events
  const { at: received } = event
  const [batch = '', unit = ''] = ids
  if (commit.by !== ACTORS.reminder) throw new Refused('forbidden', '只由到期提醒自动写入')
  if (event.type === 'reminderSent') {
    const sent = recordSent(event.n, event.ids, { received })
    yield following(commit, `sent ${event.n} ${event.ids[0]}`, (before) => {
      const recorded = sent(before)
      if (recorded.length > 0)
        mustBeMessages(elsewhere, event, { stream, unit, lines: state.all[event.n - 1]?.lines ?? [] })
      return recorded
    })
    return
  }
  mustRun(elsewhere, batch, received)
  if (elsewhere.units.at(unitStream(unit), received).every(({ name }) => name === undefined))
    throw new Refused('unknown', `名册中当时没有${unit}`)
  const odd = event.lines.find(({ days, lateFrom }) => (days === undefined) !== received >= lateFrom)
  if (odd) throw new Refused('conflict', `“${odd.title}”当时${odd.days === undefined ? '还没有逾期' : '已经逾期'}`)
  const remind = remindOfDue(event.lines, { received })
  yield following(commit, `remind ${dateOf(received)}`, (before) => {
    const said = remind(before)
    if (said.length > 0) mustBeOwed(elsewhere, event.lines, { batch, unit, at: received })
    return said
  })
})

type Of = { readonly batch: string; readonly unit: string; readonly at: string }
/** On which days before it, the county's file says; that one of them is reached, the calendar. @throws Refused */
function mustBeOwed(elsewhere: Elsewhere, lines: readonly Reminded[], of: Of): void {
  const today = dateOf(of.at)
  const mayBe = holidaysThen(elsewhere, today, of.at).filter((entered) => isAtWork(today, entered))
  if (mayBe.length === 0) throw new Refused('conflict', `${today}不是工作日，不发提醒`)
  const isNear = ({ days, lateFrom }: Reminded) =>
    days === undefined || mayBe.some((entered) => markReached([days], lateFrom, reachOf(today, entered)) !== undefined)
  const standings = [...standingsOf(elsewhere, of)]
  const isOwed = (line: Reminded) =>
    standings.some((standing) =>
      owedBy(standing, of.at).some(
        (one) => thingOf(one) === thingOf(line) && one.lateFrom === line.lateFrom && one.title === line.title,
      ),
    )
  const odd = lines.find((line) => !isNear(line) || !isOwed(line))
  if (odd) throw new Refused('conflict', `${of.unit}当时没有应办的${odd.title}，或者还没有到提醒的日子`)
}

type Sent = { readonly stream: string; readonly unit: string; readonly lines: readonly Reminded[] }
/** @throws Refused for a message that was to nobody of the unit */
function mustBeMessages(
  { ofKind, persons }: Elsewhere,
  { n, ids, at }: { readonly n: number; readonly ids: readonly string[]; readonly at: string },
  { stream, unit, lines }: Sent,
): void {
  const told = ofKind('person').filter((one) =>
    persons
      .at(one, at, LAG_MS)
      .some((state) => heldOn(state, dateOf(at)).some((held) => held.unit === unit && isReminded(held.appointment))),
  )
  const known = new Set(
    told.flatMap((one) => lines.map((_, i) => messageId(stream, n, i + 1, one.slice(one.indexOf('/') + 1)))),
  )
  if (!ids.every((id) => known.has(id))) throw new Refused('conflict', '所记的消息不是发给该单位人员的')
}
