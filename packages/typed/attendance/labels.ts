/** What minutes write before names, to say whether those who follow were there. */
import { chineseNumber } from '../count.ts'

/** `beside`: heard, but no member 列席. `other`: of whom the label does not say it (主持：…). */
export type Group = 'present' | 'absent' | 'beside' | 'other'

const BEFORE = '(?:无故|[因][事病公故]?)?'
/** 本次会议出席人员. */
const OF_MEETING = '(?:(?:本次)?会议)?'
const WHOM = ['会议', '单位及(?=人员)', '单位', '人员', '同志', '领导', '委员', '成员', '名单', '情况', '人'].join('|')
/** How a number of persons is written in minutes. */
export const NUMERAL = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})'
/** @param numeral as NUMERAL has it */
export const numberIn = (numeral: string): number | undefined =>
  /^\d+$/.test(numeral) ? Number(numeral) : chineseNumber(numeral)

const COUNTED = new RegExp(`（?共?(${NUMERAL})[人名位]）?$`, 'u')
const COUNT = `共?${NUMERAL}[人名位]`
const OF_WHOM = `(?:${WHOM}|的|有|为|者)*(?:签[字名到])?(?:（${COUNT}）|${COUNT})?`

const WORDS: Readonly<Record<Group, readonly string[]>> = {
  present: ['出席', '实到', '到会', '参会', '参加', '与会'],
  absent: [
    '请假',
    '缺席',
    '未到会',
    '未到',
    '未出席',
    '未参加',
    '未参会',
    '未与会',
    '出差',
    '外出',
    '病假',
    '事假',
    '公假',
    '休假',
  ],
  beside: ['列席'],
  // Whoever was to come may not have: 应出席.
  other: [
    ...['主持', '记录', '邀请', '特邀', '回避', '汇报', '审核', '签发'],
    ...['应出席', '应到会', '应到', '应参会', '应参加', '应与会', '应列席', '应请假', '应当出席', '应当参加'],
  ],
}
/** Nouns that call those who belong to a meeting, and are no verb that could stand behind a name. */
const NOUNS = ['人员', '成员', '名单']
const GROUPS = Object.keys(WORDS).flatMap((one) => (isGroup(one) ? [one] : []))
function isGroup(one: string): one is Group {
  return Object.hasOwn(WORDS, one)
}

const wholly = new Map(
  GROUPS.map((one) => [
    one,
    new RegExp(`^${one === 'other' ? '' : OF_MEETING}${BEFORE}(?:${WORDS[one].join('|')})${OF_WHOM}$`),
  ]),
)
const first = new Map(GROUPS.map((one) => [one, new RegExp(`^${BEFORE}(?:${WORDS[one].join('|')})${OF_WHOM}`)]))
const NOUN = new RegExp(`^(?:${NOUNS.join('|')})${OF_WHOM}$`)

/** Who belongs to the body, by what they are in it. Without a colon it is somebody's office. */
const BODY = new RegExp(
  `^(?:(?:县委|[局县]?党组|会议|领导小组|组成)?(?:全体)?(?:委员|常委|成员|人员)|各位(?:领导|委员|成员|同志)?|[县局]领导|(?:常务)?副?组长|副?主任委员)${OF_WHOM}$`,
)
/** Whom a label speaks of that a colon ends. */
export const groupBefore = (label: string): Group | undefined =>
  groupOf(label) ?? (BODY.test(label) ? 'present' : undefined)
/** 组长：, which within a line may be somebody's office. */
export const isOffice = (label: string): boolean => /^(?:常务)?副?(?:组长|主任委员)$/u.test(label)
/** 委员：, 成员：, which below 请假人员 are those of them who are away. */
export const isOfBody = (label: string): boolean => NOUN.test(label) || BODY.test(label)
/** Whom a label speaks of; undefined for what is none. @param label as names are kept */
export const groupOf = (label: string): Group | undefined =>
  GROUPS.find((one) => wholly.get(one)?.test(label)) ?? (NOUN.test(label) ? 'present' : undefined)
/** Whether a label calls people (请假人员) and not only what they do (到会两人), which may be said behind a name too. */
export const isNoun = (label: string): boolean => /人员|成员|名单|的有|[人者]$/.test(label.replace(COUNTED, ''))
/** A label that runs into what follows it: 请假何英. */
export function fusedIn(word: string): { readonly group: Group; readonly rest: string } | undefined {
  for (const group of GROUPS) {
    const [label] = first.get(group)?.exec(word) ?? []
    if (label !== undefined && label !== word) return { group, rest: word.slice(label.length) }
  }
  return undefined
}
/** How many a label says it names: 出席人员（7人）, 请假一人. */
export function countIn(label: string): number | undefined {
  const [, numeral = ''] = COUNTED.exec(label.normalize('NFKC').replace(/\)$/, '')) ?? []
  return numeral === '' ? undefined : numberIn(numeral)
}
/** 【请假】陈静: a label in brackets of its own, where names follow it, it calls people, or one alone is the first line. */
export function withLabelColons(text: string): string {
  const [, first = ''] = /^\s*[【[［]([^\n【】[\]［］]{2,14})[】\]］][:：]?\s*\n/u.exec(text) ?? []
  const areHeads = groupBefore(first.normalize('NFKC').replace(/\s/gu, '')) !== undefined
  return text.replace(
    /^([^\S\n]*)[【[［]([^\n【】[\]［］]{2,14})[】\]］][:：]?(.*)$/gmu,
    (all, blank: string, said: string, rest: string) => {
      const label = said.normalize('NFKC').replace(/\s/gu, '')
      return groupBefore(label) && (rest.trim() !== '' || areHeads || isNoun(label)) ? `${blank}${said}：${rest}` : all
    },
  )
}
/** Whether it says of anybody that they were away or heard, or may. @param text without blanks */
export const speaksOfAway = (text: string): boolean => OF_AWAY.test(text)
const OF_AWAY = new RegExp([...WORDS.absent, ...WORDS.beside].join('|'), 'u')
/** Whether both call the same by the same word: 请假三人 and 因病请假. */
export const saysTheSame = (one: string, other: string): boolean =>
  GROUPS.some((group) => WORDS[group].some((word) => one.includes(word) && other.includes(word)))
