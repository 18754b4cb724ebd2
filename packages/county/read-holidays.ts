/** A year's holidays as somebody copies them from the notice: a line for the notice, then one for each span of days. */
import { addDays } from '#calendar/deadline.ts'
import type { YearOfHolidays } from '#calendar/holidays.ts'
import { typedDay } from '#calendar/typed-day.ts'
import { chineseNumber } from '#typed/count.ts'
import { tidyLine } from '#typed/line.ts'

export type Mistake = { readonly line: number; readonly sentence: string }
export type HolidaysRead = { readonly holidays: YearOfHolidays; readonly mistakes: readonly Mistake[] }

type Kind = 'source' | 'year' | 'off' | 'work'
const WORDS: Readonly<Record<string, Kind>> = { 依据: 'source', 年份: 'year', 放假: 'off', 上班: 'work' }
export const EXAMPLE = `年份 2026
依据 国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）
放假 2026-01-01 至 2026-01-03
上班 2026-01-04
放假 2026-02-15 至 2026-02-23
上班 2026-02-14
上班 2026-02-28
放假 2026-04-04 至 2026-04-06
放假 2026-05-01 至 2026-05-05
上班 2026-05-09
放假 2026-06-19 至 2026-06-21
放假 2026-09-25 至 2026-09-27
放假 2026-10-01 至 2026-10-07
上班 2026-09-20
上班 2026-10-10`

/** Longer than any holiday: a mistyped month would take in half a year. */
const LONGEST = 20

export function readHolidays(text: string): HolidaysRead {
  const found: Record<Kind, string[]> = { source: [], year: [], off: [], work: [] }
  const mistakes: Mistake[] = []
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const written = raw.normalize('NFKC').trim()
    if (written === '' || written.startsWith('#')) continue
    const line = at + 1
    const word = Object.keys(WORDS).find((one) => written.startsWith(one))
    const kind = word && WORDS[word]
    if (!kind) {
      mistakes.push({ line, sentence: `应以年份、依据、放假或上班开头，收到“${raw.trim()}”` })
      continue
    }
    // What was typed is said and kept with its own marks; only a year is no more than its digits.
    const rest = (kind === 'year' ? written : raw.trim()).slice(word.length).replace(/^[\s:：]+/, '')
    if (kind === 'source' || kind === 'year') found[kind].push(kind === 'year' ? yearIn(rest) : rest)
    else {
      const span = daysOf(rest)
      if (typeof span === 'string') mistakes.push({ line, sentence: span })
      else found[kind].push(...span)
    }
  }
  if (Object.values(found).every((lines) => lines.length === 0) && mistakes.length > 1)
    return {
      holidays: { year: Number.NaN, source: '', off: [], work: [] },
      mistakes: [
        {
          line: 0,
          sentence: `没有一行以年份、依据、放假或上班开头，第一行是“${shown(text)}”；文字是乱码的，请另存为UTF-8编码`,
        },
      ],
    }
  const [year = ''] = found.year
  const [source = ''] = found.source
  for (const [kind, word] of [
    ['year', '年份'],
    ['source', '依据'],
  ] as const)
    if (found[kind].length !== 1) mistakes.push({ line: 0, sentence: `“${word}”应写一行，现有${found[kind].length}行` })
  if (found.year.length === 1 && !/^\d{4}$/.test(year))
    mistakes.push({ line: 0, sentence: `年份应为四位数字，收到“${year}”` })
  if (found.off.length === 0) mistakes.push({ line: 0, sentence: '没有“放假”的日期' })
  return { holidays: { year: Number.parseInt(year, 10), source, off: found.off, work: found.work }, mistakes }
}

/** 2027年, 二〇二七年. */
const yearIn = (typed: string): string => {
  const bare = typed.replace(/年$/, '')
  return String(chineseNumber(bare) ?? bare)
}
const shown = (text: string): string => tidyLine(text.trim().split(/\r?\n/)[0] ?? '').slice(0, 40)

/** “至”, or a dash; a hyphen only where a whole date follows, since dates have hyphens of their own. As typed, in any width. */
const UNTIL = /[至到~～—–]+|[-－](?=\s*[\d０-９]{4}\s*[-－/／.．年])/

/** The days of “2027年1月1日至2027年1月3日”, or a sentence about what is wrong with it. */
function daysOf(written: string): readonly string[] | string {
  const days: string[] = []
  for (const part of written.split(UNTIL)) {
    const typed = typedDay(part)
    if (!typed) return `应为一个日期，或“某日至某日”，收到“${written}”`
    if ('wrong' in typed) return typed.wrong
    days.push(typed.day)
  }
  const [first = '', last = first] = days
  if (days.length > 2) return `应为一个日期，或“某日至某日”，收到“${written}”`
  const span = Array.from({ length: LONGEST }, (_, i) => addDays(first, i))
  const length = span.indexOf(last) + 1
  return length > 0 ? span.slice(0, length) : `“${written}”的起止日期不对`
}
