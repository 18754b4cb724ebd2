/**
 * Reminders 到期提醒 that go out by themselves before something is due, and once when it is late. Stream
 * `reminded/<batch>/<unit>`: what each of them was about, so that nobody is reminded of the same twice.
 */
import { z } from 'zod/mini'
import { saidEnd } from '#calendar/said.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { ACTORS } from '#typed/reserved-ids.ts'

const what = {
  /** How it is called: 创建申请, 2018年第二季度进展报告, 第1次监督检查的问题2. */
  title: z.string().check(z.minLength(1), z.maxLength(120)),
  /** The first late instant; where it moves, it is another one to be reminded of. */
  lateFrom: z.iso.datetime({ precision: 3 }),
  /** Which of the county's days before it this was; none: it is late. */
  days: z.optional(z.int()),
}
/** A form of a step; a report of a step on a period; a finding of a visit, both counted from 1. */
export const remindedLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('form'), step: z.string(), ...what }),
  z.object({ kind: z.literal('report'), step: z.string(), period: z.string(), ...what }),
  z.object({ kind: z.literal('finding'), n: z.int(), item: z.int(), ...what }),
])
export type Reminded = z.infer<typeof remindedLine>
type OfOneKind<Line> = Line extends unknown ? Omit<Line, 'days'> : never
/** Something owed, whether its day is near or not. */
export type Owed = OfOneKind<Reminded>

const dueReminded = z.object({
  type: z.literal('dueReminded'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  lines: z.array(remindedLine).check(z.minLength(1)),
})
/** Which messages of a reminder, counted from 1, the county's own address has taken. */
const reminderSent = z.object({
  type: z.literal('reminderSent'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  n: z.int(),
  ids: z.array(z.string()).check(z.minLength(1)),
})
export const remindedEvent = z.discriminatedUnion('type', [dueReminded, reminderSent])
export type DueReminded = z.infer<typeof dueReminded>
export type RemindedEvent = z.infer<typeof remindedEvent>

/** In order; `sent`: messages that were taken. */
export type DueReminders = { readonly all: readonly (DueReminded & { readonly sent: readonly string[] })[] }

export const remindedStream = (batch: string, unit: string): string => `reminded/${batch}/${unit}`

export const remindedKind: Kind<RemindedEvent, DueReminders> = {
  parse: (stored) => remindedEvent.parse(stored),
  initial: { all: [] },
  evolve: ({ all }, event) =>
    event.type === 'dueReminded'
      ? { all: [...all, { ...event, sent: [] }] }
      : { all: all.map((one, i) => (i + 1 === event.n ? { ...one, sent: [...one.sent, ...event.ids] } : one)) },
}

type Said = Pick<DueReminded, 'lines'>

/** What it is about, whichever day it was said on. */
export function thingOf(line: Owed): string {
  switch (line.kind) {
    case 'form':
      return `form ${line.step}`
    case 'report':
      return `report ${line.step} ${line.period}`
    case 'finding':
      return `finding ${line.n} ${line.item}`
  }
}

/** How near it was: a later mark takes in those before it, and late is last. */
const nearness = ({ days }: Reminded): number => days ?? -1

/** Those that were not said yet of the same date, or only when it was further off. */
export const unsaid = (all: readonly Said[], lines: readonly Reminded[]): readonly Reminded[] => {
  const said = all.flatMap((one) => one.lines)
  return lines.filter(
    (line) =>
      !said.some(
        (one) => thingOf(one) === thingOf(line) && one.lateFrom === line.lateFrom && nearness(one) <= nearness(line),
      ),
  )
}

/** Reminds the unit of what it was not reminded of yet. @param lines what it owes and whose mark is reached */
export const remindOfDue =
  (lines: readonly Reminded[], { received }: { readonly received: string }): Decision<RemindedEvent, DueReminders> =>
  ({ all }) => {
    const left = unsaid(all, lines)
    return left.length > 0 ? [{ type: 'dueReminded', v: 1, at: received, by: ACTORS.reminder, lines: [...left] }] : []
  }

/** Records which messages were taken, those alone that were not recorded yet. */
export const recordSent =
  (
    n: number,
    ids: readonly string[],
    { received }: { readonly received: string },
  ): Decision<RemindedEvent, DueReminders> =>
  ({ all }) => {
    const left = ids.filter((id) => all[n - 1]?.sent.includes(id) === false)
    return left.length > 0 ? [{ type: 'reminderSent', v: 1, at: received, by: ACTORS.reminder, n, ids: left }] : []
  }

/** As a unit reads it. */
export function saidReminder(lines: readonly Reminded[]): string {
  return `${lines.map(saidLine).join('；')}。`
}

/** What is wanted of the unit, by what it owes. */
const WANTED: Readonly<Record<Reminded['kind'], { readonly before: string; readonly late: string }>> = {
  form: { before: '请按时提交', late: '请尽快提交' },
  report: { before: '请按时报送', late: '请尽快补报' },
  finding: { before: '请按时报送整改情况', late: '请尽快报送整改情况' },
}
function saidLine({ kind, title, lateFrom, days }: Reminded): string {
  const { before, late } = WANTED[kind]
  return days === undefined
    ? `${title}的截止时间${saidEnd(lateFrom)}已过，${late}`
    : `${title}的截止时间是${saidEnd(lateFrom)}，${before}`
}
