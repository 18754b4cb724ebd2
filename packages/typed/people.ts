/** Names of several persons as they are typed, or pasted from minutes. */
import { isBlank } from './line.ts'
import { eachOnce, tidyName, whyNoName } from './names.ts'

export type People = {
  /** Everybody who is named, each once, in the order of naming. */
  readonly names: readonly string[]
  /** Those of them whom a label (请假：…) calls absent. */
  readonly absent: readonly string[]
  /** A sentence on what could not be read as names; nobody is left out without one. */
  readonly wrong?: string
}

const BEFORE = '[应]?(?:[因][事病公故]?)?'
const OF_WHOM = `(?:${['会议', '人员', '人', '领导', '成员', '名单'].join('|')})*(?:（[^）]*）)?`
/** Labels, with or without whom they speak of: 出席人员, 因事请假（2人）. */
const labelled = (words: readonly string[]): RegExp => new RegExp(`^${BEFORE}(${words.join('|')})${OF_WHOM}$`)
const PRESENT = labelled(['出席', '到会', '参会', '参加', '与会', '人员', '成员', '名单'])
const ABSENT = labelled(['请假', '缺席', '未到', '未到会', '未出席', '未参加'])
/** Others who are named in minutes, and of whom a label does not say whether they belong to the meeting. */
const OTHER = labelled(['列席', '主持', '记录', '邀请', '特邀'])
const NOBODY: ReadonlySet<string> = new Set(['无', '没有'])
// What a worksheet says of a formula has a stroke of its own.
const PARTED = /(?:[、，,;；。\n\r\t|]|(?<!#N)\/)+/
const MOST_LETTERS = 30

export function readPeople(text: string): People {
  const [names, absent, wrong]: [string[], string[], string[]] = [[], [], []]
  let isAbsent = false
  for (const part of text.normalize('NFC').split(PARTED)) {
    const { label, rest } = withLabel(part)
    if (label !== undefined) {
      if (!PRESENT.test(label) && !ABSENT.test(label)) {
        wrong.push(`“${tidyName(part)}”：不能判断“${label}”后面的人员是否出席，请只保留姓名，或写明“出席：”“请假：”`)
        continue
      }
      isAbsent = ABSENT.test(label)
      if (NOBODY.has(tidyName(rest))) continue
    }
    const { found, why } = namesOf(rest)
    names.push(...found)
    if (isAbsent) absent.push(...found)
    if (why) wrong.push(why)
  }
  return {
    names: eachOnce(names),
    absent: eachOnce(absent),
    ...(wrong.length > 0 && { wrong: `${wrong.join('；')}。` }),
  }
}

/** What stands before a colon, or in a label's own words before a blank or alone. */
function withLabel(part: string): { readonly label?: string; readonly rest: string } {
  const colon = /[:：]/.exec(part)
  if (colon) return { label: tidyName(part.slice(0, colon.index)), rest: part.slice(colon.index + 1) }
  const [first = '', ...words] = part.trim().split(/\s+/)
  const label = tidyName(first)
  return [PRESENT, ABSENT, OTHER].some((one) => one.test(label)) ? { label, rest: words.join(' ') } : { rest: part }
}

/**
 * Names between two marks: blanks part them, but for those within a name. A character alone is no name, so that two of
 * them are one (何　英), and one goes with the next word (许 建国).
 */
function namesOf(text: string): { readonly found: readonly string[]; readonly why?: string } {
  if (isBlank(text)) return { found: [] }
  const words = text.split(/\s+/).map(tidyName).filter(Boolean)
  const hasLetters = words.some((word) => /^[\p{Script=Latin}.'’-]+$/u.test(word))
  const found = hasLetters ? [tidyName(text)] : joined(words)
  const why = found?.map(whyNoPerson).find((sentence) => sentence !== undefined)
  return found && !why
    ? { found }
    : { found: [], why: why ?? `“${tidyName(words.join(' '))}”无法判断是几个人，请用顿号分开` }
}

/** Words as names; undefined when it cannot be told which characters belong together. */
function joined(words: readonly string[]): readonly string[] | undefined {
  const names: string[] = []
  let alone: string[] = []
  for (const word of [...words, '']) {
    if (isAlone(word)) {
      alone.push(word)
      continue
    }
    const isSurname = alone.length === 1 && [...word].length <= 2 && word !== ''
    if (alone.length === 3) names.push(alone.join(''))
    else if (alone.length % 2 === 0)
      for (let i = 0; i < alone.length; i += 2) names.push(alone.slice(i, i + 2).join(''))
    // Alone between other words it is no name either, and is said to be none.
    else if (alone.length === 1 && !isSurname) names.push(...alone)
    else if (!isSurname) return undefined
    if (word) names.push(isSurname ? `${alone[0]}${word}` : word)
    alone = []
  }
  return names
}
const isAlone = (word: string): boolean => /^[\p{Script=Han}][\uFE00-\uFE0F\u{E0100}-\u{E01EF}]?$/u.test(word)

function whyNoPerson(name: string): string | undefined {
  const why = whyNoName(name)
  if (why) return why
  if (isAlone(name)) return `“${name}”只有一个字，请写全姓名`
  if ([...name].length > MOST_LETTERS) return `“${name}”超过${MOST_LETTERS}字，请用顿号分开各人`
  return /\d/.test(name) ? `“${name}”不是姓名，请改正` : undefined
}
