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
/** The documents' 前 includes the day itself. */
const until = (day: string): string => (day.endsWith('日') ? `不迟于${day}（含当日）` : `不迟于${day}`)
const span = (duration: string): string => `${duration.slice(1, -1)}${UNITS[duration.slice(-1)] ?? ''}`
const guess = (likely: true | undefined): string => (likely ? '（原文缺字，待核）' : '')
/** 2018年11月5日, of 2018-11-05; anything else as it is. */
export const sayDay = (on: string): string => on.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')
/** Of a small number in running text: 两年内, but 10年内. */
const YEARS: Readonly<Record<number, string>> = { 1: '一', 2: '两', 3: '三', 4: '四', 5: '五' }
const FORCES = { principle: '（原则要求）', gradual: '（逐步达到）' } as const

export function sayThreshold({ of, atLeast, atMost, unit, force, likely }: Threshold): string {
  const least = atLeast === undefined ? '' : `${of}不少于${atLeast}${unit}`
  const most = atMost === undefined ? '' : `${atLeast === undefined ? of : '，'}不多于${atMost}${unit}`
  return `${least}${most}${force ? FORCES[force] : ''}${guess(likely)}`
}

export function sayDeadline(deadline: Deadline): string {
  const { of, likely } = deadline
  if ('on' in deadline) return `${of}：${until(sayDay(deadline.on))}${guess(likely)}`
  if ('statedIn' in deadline) return `${of}：按${deadline.statedIn}${guess(likely)}`
  if ('once' in deadline) return `${of}：${deadline.after}满${span(deadline.once)}时${guess(likely)}`
  if ('before' in deadline) return `${of}：${deadline.before}前${span(deadline.within)}内${guess(likely)}`
  const longer = deadline.extendable ? `，可延${span(deadline.extendable)}` : ''
  return `${of}：${deadline.after}起${span(deadline.within)}内${longer}${guess(likely)}`
}

export function sayRecurrence({ of, every, by, fromYear, likely }: Recurrence): string {
  const [month, date] = (by ?? '').split('-')
  const last = by ? until(`${Number(month)}月${date === 'last' ? '底' : `${Number(date)}日`}`) : ''
  const from = fromYear === undefined ? '' : `（自${fromYear}年起）`
  return `${of}：${PERIODS[every]}${last}${from}${guess(likely)}`
}

/** All of an item's facts that bind in number or time; `，限…` where a fact binds only some organs. */
export function factsOf(item: Item, catalogue: Pick<Catalogue, 'organs'>): string[] {
  const bound = (organs: readonly string[] | undefined) => (organs ? `，限${sayOrgans(organs, catalogue)}` : '')
  return [
    ...(item.thresholds ?? []).map((fact) => `${sayThreshold(fact)}${bound(fact.organs)}`),
    ...(item.deadlines ?? []).map((fact) => `${sayDeadline(fact)}${bound(fact.organs)}`),
    ...(item.recurrences ?? []).map((fact) => `${sayRecurrence(fact)}${bound(fact.organs)}`),
    ...(item.lookBackYears === undefined ? [] : [`${YEARS[item.lookBackYears] ?? item.lookBackYears}年内发现`]),
  ]
}

export const namesOf = (ids: readonly string[] | undefined, { organs }: Pick<Catalogue, 'organs'>): string[] =>
  (ids ?? []).map((id) => organs.find((organ) => organ.id === id)?.name ?? id)

/** 县财政局、县政府金融办等部门: the open end that a document leaves is no organ of its own. */
export const sayOrgans = (ids: readonly string[] | undefined, catalogue: Pick<Catalogue, 'organs'>): string =>
  namesOf(ids, catalogue).join('、').replaceAll('、等', '等')

/** 未写明期限的，原则上不迟于2019年12月31日（含当日）完成; nothing where the document has no such date. */
export const sayDue = ({ due, dueInPrinciple }: Pick<Catalogue, 'due' | 'dueInPrinciple'>): string | undefined =>
  due && `未写明期限的，${dueInPrinciple ? '原则上' : ''}${until(sayDay(due))}完成`

/** What on a catalogue's pages is whose. */
export const WHOSE_WORDS = '标题为归纳，佐证和考核方式为本系统建议，均不是原文；条文以原文件为准。'

/** A fact with a mark where its characters were lost. */
export const sayStated = (fact: Stated): string => `${sayDay(wordOf(fact))}${guess(isLikely(fact) || undefined)}`

/** 泗县人民政府办公室《…》，泗政办秘〔2018〕22号，2018年4月13日（原文缺字，待核），附件1 */
export const sayDocument = ({ document: { title, issuer, number, date, part } }: Pick<Catalogue, 'document'>): string =>
  [`${issuer ? sayStated(issuer) : ''}《${title}》`, number && sayStated(number), date && sayStated(date), part]
    .filter(Boolean)
    .join('，')
