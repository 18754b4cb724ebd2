/** How many were to come and came, as minutes say it beside the list: 应到9人，实到7人. It names nobody, and is compared. */
import { tidyName } from '../names.ts'
import { countIn, groupBefore, NUMERAL, numberIn } from './labels.ts'

type Of = 'all' | 'present' | 'absent'
type HeadCount = { readonly of: Of; readonly said: string; readonly count: number; readonly atEnd?: boolean }

const EXPECTED = '应到会?|应出席|应参会|应参加'
const CAME = '实到会?|实际到会|实际出席|实际参会|实出席'
const AWAY = '请假|缺席|因[事病公]请假|未到会?'
const THERE = '出席|到会|参会'
const FROM = '(?<=^|[\\s。\\uFF1B;，,、（(])(?:本次)?(?:会议)?'
const WHOM = '(?:会议)?(?:的|人员|人数|成员)? *[:：]? *共? *'
/** Those of whom a label speaks as well stand apart only where a label or another number follows, or nothing at all: 请假1人 may head the next line's names. */
const COUNTS = new RegExp(
  `${FROM}(?:(${EXPECTED}|${CAME})${WHOM}(${NUMERAL}) *[人名位](?=$|[\\s。\\uFF1B;，,、）)])|(${AWAY}|${THERE})(?:人员|人数)? *共?(${NUMERAL})[人名位](?=\\s*(?![\\s\\S])|[\\s。\\uFF1B;，,]+(?:[\\p{Script=Han}]{2,6} *[:：]|(?:${AWAY}|${THERE}|列席) *共?${NUMERAL}[人名位])))`,
  'gmu',
)
/** …，共7人, with nothing behind it: of all who are named. */
const AT_THE_END = new RegExp(
  `[\\s。\\uFF1B;，,（(]+((?:合计|总计|一?共计?)(${NUMERAL}) *[人名位])[）)]?[\\s。]*$`,
  'u',
)
const EMPTY = /[（(][\s，,、\uFF1B;]*[）)]/gu

const ofWhom = (word: string): Of =>
  new RegExp(`^(?:${EXPECTED})$`, 'u').test(word)
    ? 'all'
    : new RegExp(`^(?:${CAME}|${THERE})$`, 'u').test(word)
      ? 'present'
      : 'absent'

/** 出席：王建国、李秀英，共2人: how many a label names, behind them. */
const BEHIND_NAMES = new RegExp(
  `([^\\s:：。\\uFF1B;、，,（(]{2,20})[:：]([^:：\\n。\\uFF1B;]+?)(?:[，,、][^\\S\\n]*|[^\\S\\n]*[（(])(共计?${NUMERAL}[人名位])[）)]?(?=[^\\S\\n]*(?:[。\\uFF1B;\\n]|(?![\\s\\S])))`,
  'gu',
)
/** Such numbers as of their labels, where more than the last one has its own, which may be of all. */
export function withCountsInLabels(text: string): string {
  const own = [...text.matchAll(BEHIND_NAMES)].filter(([, label = '']) => isCountless(label))
  if (own.length === 0 || (own.length === 1 && AT_THE_END.test(text))) return text
  return text.replace(BEHIND_NAMES, (all: string, label: string, names: string, count: string) =>
    isCountless(label) ? `${label}（${count.replace('计', '')}）：${names}` : all,
  )
}
const isCountless = (said: string): boolean => {
  const label = tidyName(said)
  return groupBefore(label) !== undefined && countIn(label) === undefined
}

/** Where one stood. */
export const HEAD_COUNT = '\uE001'
/** The text without them, and what they say. @param instead what stands in their place */
export function withoutHeadCounts(
  typed: string,
  instead = '',
): { readonly text: string; readonly counts: readonly HeadCount[] } {
  const counts: HeadCount[] = []
  const plain = typed.replace(/[０-９]/g, (one) => one.normalize('NFKC'))
  const listed = plain.replace(AT_THE_END, (said: string, own = '', number = '') => {
    const count = numberIn(`${number}`)
    if (count === undefined) return said
    counts.push({ of: 'all', said: `${own}`, count, atEnd: true })
    return instead
  })
  const text = listed.replace(COUNTS, (said: string, word = '', number = '', away = '', awayNumber = '') => {
    const count = numberIn(`${number || awayNumber}`)
    if (count === undefined) return said
    counts.push({ of: ofWhom(`${word || away}`), said: said.trim(), count })
    return instead
  })
  return counts.length === 0 ? { text: typed, counts } : { text: text.replace(EMPTY, ''), counts }
}

/** `last`: whom the last label names. */
type Read = { readonly present: number; readonly absent: number; readonly last: number }
const READ: Readonly<Record<Of, string>> = { all: '出席和请假、缺席的共', present: '出席的', absent: '请假、缺席的' }

/** Where the list has others than its own numbers say: somebody is missing in it, or a number is wrong. */
export function whyMiscounted(counts: readonly HeadCount[], { present, absent, last }: Read): string[] {
  const saysCame = counts.some(({ of }) => of === 'present')
  const away = counts.find(({ of }) => of === 'absent')?.count
  const fits = away !== undefined && counts.some(({ of, count }) => of === 'all' && count === present + away)
  return counts.flatMap(({ of, said, count, atEnd }) => {
    if (atEnd && count === last) return []
    // Whoever is not there need not be named, as long as the numbers agree without them.
    if (absent === 0 && (fits || (of === 'all' && saysCame && away === undefined))) return []
    const read = of === 'all' ? present + absent : of === 'present' ? present : absent
    return read === count ? [] : [`写明“${said}”，从名单中读到${READ[of]}${read}人；请核对名单，人数写错的请改正或删去`]
  })
}
