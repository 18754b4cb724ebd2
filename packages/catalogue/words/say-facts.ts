/** An item's facts as a person reads them. */
import {
  type Catalogue,
  type Deadline,
  type Item,
  isLikely,
  type Recurrence,
  type Stated,
  type Threshold,
  wordOf,
} from '../catalogue.ts'
import { PERIODS } from './words.ts'

const UNITS: Readonly<Record<string, string>> = { D: '日', M: '个月', Y: '年' }
const span = (duration: string): string => `${duration.slice(1, -1)}${UNITS[duration.slice(-1)] ?? ''}`
const guess = (likely: true | undefined): string => (likely ? '（原文缺字，待核）' : '')
const day = (on: string): string => on.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

export function sayThreshold({ of, atLeast, atMost, unit, likely }: Threshold): string {
  const least = atLeast === undefined ? '' : `${of}不少于${atLeast}${unit}`
  const most = atMost === undefined ? '' : `${atLeast === undefined ? of : '，'}不多于${atMost}${unit}`
  return `${least}${most}${guess(likely)}`
}

export function sayDeadline(deadline: Deadline): string {
  const { of, likely } = deadline
  if ('on' in deadline) return `${of}：${day(deadline.on)}前${guess(likely)}`
  if ('statedIn' in deadline) return `${of}：按${deadline.statedIn}${guess(likely)}`
  if ('once' in deadline) return `${of}：${deadline.after}满${span(deadline.once)}时${guess(likely)}`
  if ('before' in deadline) return `${of}：${deadline.before}前${span(deadline.within)}内${guess(likely)}`
  const longer = deadline.extendable ? `，可延${span(deadline.extendable)}` : ''
  return `${of}：${deadline.after}起${span(deadline.within)}内${longer}${guess(likely)}`
}

export function sayRecurrence({ of, every, by, fromYear, likely }: Recurrence): string {
  const [month, date] = (by ?? '').split('-')
  const last = by ? `${Number(month)}月${date === 'last' ? '底' : `${Number(date)}日`}前` : ''
  const from = fromYear === undefined ? '' : `（自${fromYear}年起）`
  return `${of}：${PERIODS[every]}${last}${from}${guess(likely)}`
}

/** All of an item's facts that bind in number or time; `，限…` where a fact binds only some organs. */
export function factsOf(item: Item, catalogue: Pick<Catalogue, 'organs'>): string[] {
  const bound = (organs: readonly string[] | undefined) =>
    organs ? `，限${namesOf(organs, catalogue).join('、')}` : ''
  return [
    ...(item.thresholds ?? []).map((fact) => `${sayThreshold(fact)}${bound(fact.organs)}`),
    ...(item.deadlines ?? []).map((fact) => `${sayDeadline(fact)}${bound(fact.organs)}`),
    ...(item.recurrences ?? []).map((fact) => `${sayRecurrence(fact)}${bound(fact.organs)}`),
    ...(item.lookBackYears === undefined ? [] : [`追溯${item.lookBackYears}年`]),
  ]
}

export const namesOf = (ids: readonly string[] | undefined, { organs }: Pick<Catalogue, 'organs'>): string[] =>
  (ids ?? []).map((id) => organs.find((organ) => organ.id === id)?.name ?? id)

/** A fact with a mark where its characters were lost. */
export const sayStated = (fact: Stated): string => `${wordOf(fact)}${guess(isLikely(fact) || undefined)}`

/** 《…》，泗政办秘〔2018〕22号，2018-04-13，附件1 */
export const sayDocument = ({ document: { title, number, date, part } }: Pick<Catalogue, 'document'>): string =>
  [`《${title}》`, number && sayStated(number), date && sayStated(date), part].filter(Boolean).join('，')
