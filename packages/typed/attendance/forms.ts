/**
 * The forms of lines in which minutes are read that speak of whoever was away or heard. Whatever has another one is
 * asked: what a mark, a blank or a line in another place means has no end, and a wrong guess makes somebody absent.
 */
import { seenOf } from '../line.ts'
import { tidyName } from '../names.ts'
import { SET_IN, setInOf } from '../pieces.ts'
import { afterEnd } from './asked.ts'
import { HEAD_COUNT, withCountsInLabels, withoutHeadCounts } from './head-counts.ts'
import {
  countIn,
  fusedIn,
  type Group,
  groupBefore,
  groupOf,
  isNoun,
  NUMERAL,
  speaksOfAway,
  withLabelColons,
} from './labels.ts'
import { withoutListNumbers } from './list-numbers.ts'

const LETTER = '[\\p{Lo}\\p{Lu}\\p{Ll}\\p{Lt}\\p{M}\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]'
/** Stands for a bracket, which says something of the name before it. */
const NOTE = '[\uE000\uE002]'
/** And for one that says whether that one came. */
const [SAYS_MORE, SAYS_WHETHER] = ['\uE000', '\uE002']
const NOTES = new RegExp(NOTE, 'g')
const BRACKET = /[(（［[【]([^()（）［］[\]【】\n]{1,60})[)）］\]】]/gu
const IS_COUNT = new RegExp(`^共?${NUMERAL}[人名位]?$`, 'u')
/** 王伟, 王　伟 李敏, 买买提·艾力, J. Smith, 王伟（县财政局）; no other mark, and no digit. */
const NAMES = new RegExp(
  `^${LETTER}(?:${LETTER}|〇|\\s|${NOTE}|(?<=${LETTER}\\s?)[·•‧∙・･⋅](?=\\s?${LETTER})|(?<=[\\p{Script=Latin}])[.'’-])*$`,
  'u',
)
const BETWEEN = /[、，,|｜/／\\＼﹑､︑﹐︐]/u
const STOP = /[。；;﹔｡]/u
const MARKS = '[\\s/／\\\\＼|｜、，,.﹑､·•*＊~～（）()—–─－-]'
const NOBODY = new RegExp(`^${MARKS}*(?:①|(?:暂)?无(?:人)?|没有(?:人)?|[×xX╳]|[0０零] ?[人名位]?)?${MARKS}*$`, 'u')
const GOES_ON = /[、﹑､︑]\s*$/u
const OWN_SIGN = /^[•·●○◆◇■□▪▫*-]\s*/u

type Open = {
  readonly group: Group
  readonly label: string
  readonly line: number
  readonly setIn: number
  has: 'names' | 'nobody' | 'nothing'
  /** The sign of the first line below it. */
  sign?: string
}
type Line = { readonly at: number; readonly text: string; readonly setIn: number; readonly sign: string }
type Forms = {
  open?: Open | undefined
  /** How many labels the last line has that has one. */
  labels: number
  /** A label without a colon was the first that stood there, and none has one. */
  readonly isBare: boolean
  /** The last of the lines above that says something, and whether an empty one is between. */
  above: string
  gap: boolean
  named: boolean
}

/** Why the text cannot be read line by line; undefined where it can, or where it speaks of nobody but who came. */
export function whyNoForm(text: string): string | undefined {
  if (!speaksOfAway(text.replace(/\s/gu, ''))) return undefined
  const { text: list } = withoutHeadCounts(
    withoutListNumbers(withCountsInLabels(withLabelColons(asRead(text)))),
    HEAD_COUNT,
  )
  const forms: Forms = {
    ...{ labels: 0, above: '', gap: false, named: false },
    isBare: !/[:：]/u.test(list) && groupOf(tidyName(firstOf(list))) !== undefined,
  }
  for (const [at, typed] of list.split('\n').entries()) {
    const text = withNotes(typed.replace(OF_COUNTS, ''))
    if (text.trim() === '') {
      forms.gap ||= typed.trim() === ''
      continue
    }
    const [sign = ''] = OWN_SIGN.exec(text.trim()) ?? []
    const line = { at, text: text.trim().slice(sign.length), setIn: setInOf(typed), sign: sign.trim() }
    const why = whyLine(line, forms)
    if (why) return why
    forms.above = text
    forms.gap = false
  }
  return undefined
}
const asRead = (text: string): string =>
  seenOf(text.normalize('NFC')).replace(/[０-９]/gu, (one) => one.normalize('NFKC'))
const firstOf = (text: string): string => text.trim().split(/\s+/)[0] ?? ''
/** A number of persons with the marks that it leaves, and nothing of names. */
const OF_COUNTS = new RegExp(
  `[\\s，,、（(]*${HEAD_COUNT}[\\s，,、。；;）)${HEAD_COUNT}]*(?=$)|[，,、（(]*${HEAD_COUNT}[，,、）)]*`,
  'gu',
)
const withNotes = (line: string): string =>
  line.replace(BRACKET, (_, inner: string) =>
    IS_COUNT.test(inner.trim()) ? inner.trim() : groupOf(tidyName(inner)) ? SAYS_WHETHER : SAYS_MORE,
  )

function whyLine(line: Line, forms: Forms): string | undefined {
  let labels = 0
  const sentences = line.text.split(STOP)
  if (sentences.every((one) => one.trim() === '')) return noForm(line)
  for (const [at, segment] of sentences.entries()) {
    if (segment.trim() === '') continue
    const before = labels
    const parts = segment.split(/[:：]/u)
    let rest = parts[0] ?? ''
    let isLabelled = false
    for (const next of parts.slice(1)) {
      const { before, label } = cut(rest)
      const group = groupBefore(label)
      if (group === undefined || group === 'other') return noForm(line)
      const isFirst = before.trim() === '' && !isLabelled
      const why = isFirst ? undefined : whyWords(before, isLabelled, line, at, forms)
      if (why) return why
      if (isLabelled && forms.open?.has === 'nothing') return inColumns(line.text, 2)
      if (!isFirst && next.trim() === '' && !isLabelled) return noForm(line)
      forms.open = { group, label, line: line.at, setIn: line.setIn, has: 'nothing' }
      labels++
      isLabelled = true
      rest = next
    }
    const bare = isLabelled ? { labels: 0 } : bareLabels(rest, line, forms)
    if (bare.why) return bare.why
    labels += bare.labels
    const why = bare.labels > 0 ? undefined : whyWords(rest, isLabelled, line, at, forms)
    if (why) return why
    // 出席：王建国。列席： heads the next line alone.
    if (labels > before) forms.labels = forms.open?.has === 'nothing' ? labels - before : labels
  }
  return undefined
}

/** Names, or a mark for nobody. @param at which of the sentences of its line */
function whyWords(said: string, isLabelled: boolean, line: Line, at: number, forms: Forms): string | undefined {
  const { open } = forms
  if (isLabelled && open) {
    if (said.trim() === '') return undefined
    open.has = NOBODY.test(said) ? 'nobody' : 'names'
    return open.has === 'nobody' ? undefined : whyNoNames(said, line)
  }
  const group = open?.group ?? 'present'
  const why =
    whyNoNames(said, line) ?? (open && group !== 'present' ? whyNotOf(open, said, line, at, forms) : undefined)
  if (why) return why
  if (open && forms.labels > 1 && open.line < line.at) return inColumns(said, forms.labels)
  return undefined
}

/** Whoever stands in a line without a label is away, or was heard, only where that is sure. */
function whyNotOf(open: Open, said: string, line: Line, at: number, forms: Forms): string | undefined {
  if (/^[^、，,\s]+\uE002$/u.test(said.trim())) return undefined
  const isNext = at === 0 && open.line < line.at && !forms.gap
  const heads =
    open.has === 'nothing' && isNext && !mayBeMark(line, said) && !(/\t\s*$/u.test(forms.above) && /\t/u.test(said))
  if (heads) {
    open.has = 'names'
    open.sign = line.sign
    return undefined
  }
  const goesOn = open.sign
    ? line.sign === open.sign
    : line.sign === '' && (GOES_ON.test(forms.above) || (line.setIn >= SET_IN && line.setIn > open.setIn))
  return isNext && open.has === 'names' && goesOn ? undefined : afterEnd(short(said), open.label)
}

/** - 王建国、李秀英: a sign before several may stand for nobody. */
const mayBeMark = ({ sign }: Line, said: string): boolean =>
  sign !== '' && /[、，,|/]|[\p{Script=Han}]{2}\s+[\p{L}]|[\p{L}]\s+[\p{Script=Han}]{2}/u.test(said)

function whyNoNames(said: string, line: Line): string | undefined {
  const items = said
    .trim()
    .replace(/[、，,﹑､︑﹐︐]\s*$/u, '')
    .split(BETWEEN)
    .map((one) => one.trim())
  for (const item of items) {
    if (!NAMES.test(item)) return noForm(line)
    const words = item.split(/\s+/).map((one) => tidyName(one.replace(NOTES, '')))
    if (words.some((one) => groupOf(one) !== undefined)) return noForm(line)
  }
  return undefined
}

const COUNTED = new RegExp(`^([\\p{Script=Han}]+${NUMERAL}[人名位])[，,]`, 'u')
/** Labels without a colon: 请假 何英, 请假何英, 请假人员 above a line of names. */
function bareLabels(
  said: string,
  line: Line,
  forms: Forms,
): { readonly labels: number; readonly why?: string | undefined } {
  const words = said.trim().replace(COUNTED, '$1 ').split(/\s+/)
  const first = tidyName(words[0] ?? '')
  const fused = groupOf(first) === undefined ? fusedIn(first) : undefined
  const isLabel = groupOf(first) !== undefined
  if (!isLabel && !fused) return { labels: 0 }
  let labels = 0
  let names: string[] = []
  const close = (): string | undefined => {
    const all = names.join(' ')
    names = []
    return labels > 0 ? whyWords(all, true, line, 0, forms) : undefined
  }
  for (const [at, word] of words.entries()) {
    const label = tidyName(word)
    const group = at === 0 && fused ? fused.group : groupOf(label)
    if (group === undefined) {
      names.push(word)
      continue
    }
    const why = close()
    if (why) return { labels, why }
    if (group === 'other' || (labels > 0 && forms.open?.has === 'nothing')) return { labels, why: noForm(line) }
    forms.open = { group, label, line: line.at, setIn: line.setIn, has: 'nothing' }
    labels++
    if (at === 0 && fused) names.push(fused.rest)
  }
  const why = close()
  if (why) return { labels, why }
  // 陈静, and below it 请假: it may be said of her.
  const mayBeSaid = forms.open?.has !== 'names' && !isNoun(first) && countIn(first) === undefined && !forms.isBare
  return { labels, why: mayBeSaid ? noForm(line) : undefined }
}

/** The last words before a colon that are a label, and what stands before them. */
function cut(text: string): { readonly before: string; readonly label: string } {
  const from = Math.max(...['、', '，', ',', '|', '/', '\\'].map((mark) => text.lastIndexOf(mark))) + 1
  const words = text.slice(from).trim().split(/\s+/)
  const at = words.findIndex((_, at) => groupBefore(tidyName(words.slice(at).join(''))) !== undefined)
  return {
    before: text.slice(0, from) + words.slice(0, Math.max(at, 0)).join(' '),
    label: tidyName(words.slice(Math.max(at, 0)).join('')),
  }
}

const short = (said: string): string => [...said.replace(NOTES, '').trim()].slice(0, 12).join('')
const noForm = ({ text, sign }: Line): string =>
  `不能判断“${short(sign + text)}”说的是谁；每行请只写“出席：姓名、姓名”“请假：姓名”或“列席：姓名”，没有人的写“无”，不用其他符号`
const inColumns = (said: string, labels: number): string =>
  `“${short(said)}”上面一行有${labels}个栏目，分不清这一行属于哪一个；请每个栏目另起一行，如“出席：…”“请假：…”`
