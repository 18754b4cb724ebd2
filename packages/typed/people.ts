/** Names of several persons as they are typed, or pasted from minutes. What is not sure is asked, never guessed. */

import { afterEnd, ofWhich, unsure } from './attendance/asked.ts'
import { whyBrackets } from './attendance/brackets.ts'
import { whyNoForm } from './attendance/forms.ts'
import { whyMiscounted, withCountsInLabels, withoutHeadCounts } from './attendance/head-counts.ts'
import { heardIn } from './attendance/heard.ts'
import { countIn, fusedIn, groupBefore, groupOf, isNoun, withLabelColons } from './attendance/labels.ts'
import { whyNumbers } from './attendance/list-numbers.ts'
import { namesOf, whyNotOne } from './attendance/names-of.ts'
import { withNone, writtenOut } from './attendance/none.ts'
import { saysNothing } from './attendance/notes.ts'
import { closeReading, headByNumber, hearBrackets, newReading, openLabel, type Reading } from './attendance/reading.ts'
import { whySetApart } from './attendance/set-apart.ts'
import { whySigns, withoutTicks } from './attendance/signs.ts'
import { isUnitOf, namesOfUnit, STATED, unitBefore, withUnitsBehind } from './attendance/units-noted.ts'
import { seenOf } from './line.ts'
import { eachOnce, nameKey, tidyName } from './names.ts'
import { isBySurname } from './no-persons.ts'
import { mayBeSame, maySayWhyAway, NAME_NOTE, UNIT_NOTE } from './person.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { whyStopped } from './single-names.ts'
import { whyUnsure } from './sure-names.ts'
import { isBlank } from './unseen.ts'

export type People = {
  /** Everybody who belongs to it, each once, in the order of naming. */
  readonly names: readonly string[]
  /** Those of them whom a label (请假：…) calls absent. */
  readonly absent: readonly string[]
  /** Who was heard without belonging to it (列席：…). */
  readonly beside: readonly string[]
  /** A sentence on what could not be read as names; nobody is left out without one. */
  readonly wrong?: string
}

const NOBODY: ReadonlySet<string> = new Set(['无', '无人', '没有', '没有人', '（无）', '（无人）'])
/** A hundred persons with their units are a thousand; what is read at every key must be read at once. */
const MOST_IN_LIST = 3000

/** @param units names of the county's units, as far as they are at hand: in a bracket behind a name each is one */
export function readPeople(text: string, units: readonly string[] = []): People {
  const { wrong, ...people } = peopleIn(text, units)
  return { ...people, ...(wrong.length > 0 && { wrong: `${wrong.join('；')}。` }) }
}
type Found = Omit<People, 'wrong'> & { readonly wrong: readonly string[] }

function peopleIn(typed: string, units: readonly string[]): Found {
  const known = new Set(units.flatMap(namesOfUnit).map(nameKey))
  const text = withUnitsBehind(writtenOut(withoutTicks(typed)), known)
  if (text.length > MOST_IN_LIST && !isBlank(text))
    return {
      ...{ names: [], absent: [], beside: [] },
      wrong: [`收到${text.length}个字，名单一次最多识别${MOST_IN_LIST}个字；请只填姓名，会议的其他内容请放在纪要中`],
    }
  const reading = newReading(known)
  const inOrder: string[] = []
  const { text: list, counts } = withoutHeadCounts(withCountsInLabels(withNone(withLabelColons(seenOf(text)))))
  for (const piece of isBlank(list) ? [] : piecesOf(list)) {
    const before = { present: reading.found.present.length, absent: reading.found.absent.length }
    readPiece(piece, reading)
    inOrder.push(...reading.found.present.slice(before.present), ...reading.found.absent.slice(before.absent))
  }
  closeReading(reading)
  const { present, absent, beside } = reading.found
  const last = reading.found[reading.group].length - reading.section.before
  const twice = (some: readonly string[], others: readonly string[], said: string) =>
    eachOnce(some.filter((one) => others.some((other) => mayBeSame(one, other)))).map(
      (one) => `“${one}”${said}，请改正`,
    )
  reading.wrong.push(
    ...[whySigns(text), whyBrackets(text), whyNumbers(text), whyStopped(text), ...whySetApart(text)].filter(
      (why) => why !== undefined,
    ),
  )
  if (reading.wrong.length === 0) reading.wrong.push(...[whyNoForm(text)].filter((why) => why !== undefined))
  const wrongCounts = whyMiscounted(counts, {
    present: eachOnce(present).length,
    absent: eachOnce(absent).length,
    last,
  })
  const wrong = [
    ...(reading.wrong.length > 0 ? reading.wrong : wrongCounts),
    ...twice(present, absent, '既列为出席，又列为请假或缺席'),
    ...twice(beside, inOrder, '既列为列席，又列为出席或请假人员'),
    ...whyBySurname([...inOrder, ...beside]),
    // Nobody but whoever typed it knows whether it is one person.
    ...[present, absent]
      .flatMap((some) => eachOnce(some.filter((one, at) => some.slice(0, at).some((other) => mayBeSame(one, other)))))
      .map(
        (one) =>
          `“${one}”写了不止一次；是同一个人的，请只留一个；是同名的人，请分别写明单位，如“${one.replace(/（[^（）]*）$/u, '')}（财政局）”`,
      ),
  ]
  return {
    names: eachOnce(inOrder),
    absent: eachOnce(absent),
    beside: eachOnce(beside),
    wrong,
  }
}

/** 王书记 beside 王伟. */
const whyBySurname = (names: readonly string[]): readonly string[] =>
  names.filter(isBySurname).flatMap((called) => {
    const other = names.find((one) => one[0] === called[0] && !isBySurname(one))
    return other ? [`“${called}”可能就是“${other}”；是同一个人的，请只留一个，不是的，请把“${called}”写成姓名`] : []
  })

const OF_ATTENDANCE = /请假|缺席|[出列]席|[到参与未]会/u
/** Names alone: a field that asks for nothing else takes no labels, and whoever fills it in is told nothing of them. */
export function readNames(text: string): Pick<People, 'names' | 'wrong'> {
  const { names, absent, beside, wrong } = peopleIn(text, [])
  const others = wrong.filter((one) => !OF_ATTENDANCE.test(one))
  const isMore = absent.length + beside.length > 0 || others.length < wrong.length
  const said = [...(isMore ? ['这里只填姓名，各人之间用顿号分开；请去掉姓名以外的字'] : []), ...others]
  return said.length > 0 ? { names, wrong: `${said.join('；')}。` } : { names }
}

/** Each label in it, with the words up to the next one. */
function readPiece({ text, begins, ends, stops }: Piece, reading: Reading): void {
  // 请假2人。 says how many, and of whoever is named behind it nothing.
  if (stops && reading.open) {
    reading.wrong.push(unsure(reading.open))
    reading.open = undefined
  }
  if (reading.open) headByNumber(reading)
  if (ends) reading.clause = { names: 0, labelled: false, first: false }
  // Whoever belongs to the meeting is present unless the text says otherwise, so that this label needs no end.
  if (ends && reading.named && reading.group !== 'present') reading.ended = true
  const isFirst = Object.values(reading.found).every((some) => some.length === 0) && reading.wrong.length === 0
  const [head = '', ...rest] = text.split('：')
  if (rest.length === 0) {
    readWords(head, begins, isFirst, reading)
    return
  }
  let words = head
  for (const [at, next] of rest.entries()) {
    const { before, label } = withLabel(words)
    if (!isBlank(before)) readWords(before, at === 0 && begins, at === 0 && isFirst, reading)
    openLabel(label, reading, !(at === 0 && begins && isBlank(before)))
    if (at === 0 && isFirst && isBlank(before)) reading.labelsFirst = true
    words = next
  }
  if (NOBODY.has(tidyName(words))) reading.ended = true
  else readWords(words, false, false, reading)
}

/** The last words before a colon that are a label together (请假 人员：), else the last of them. */
function withLabel(text: string): { readonly before: string; readonly label: string } {
  const words = text.trim().split(/\s+/)
  const from = words.findIndex((_, at) => groupBefore(tidyName(words.slice(at).join(''))) !== undefined)
  const at = from < 0 ? words.length - 1 : from
  return { before: words.slice(0, at).join(' '), label: tidyName(words.slice(at).join('')) }
}

/** Words without a colon: names, and labels where it is sure whom they speak of. */
function readWords(text: string, begins: boolean, isFirst: boolean, reading: Reading): void {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((one) => !isBlank(one))
  const labels = words.map((word) => groupOf(tidyName(word)))
  const fused = begins ? fusedIn(tidyName(words[0] ?? '')) : undefined
  const isHeaded = begins && labels[0] !== undefined
  if (isFirst && (isHeaded || fused)) reading.labelsFirst = true
  const last = labels.length - 1
  const misplaced = labels.findIndex((one, at) => {
    if (one === undefined) return false
    if (at > 0) return !isHeaded || at === last
    if (!begins) return true
    // Alone between two marks it heads what follows only where labels do so here.
    return last === 0 && !reading.labelsFirst && !isNoun(tidyName(words[0] ?? ''))
  })
  if (misplaced >= 0) {
    reading.wrong.push(unsure(tidyName(words[misplaced] ?? '')))
    return
  }
  let some: string[] = []
  const flush = () => {
    takeNames(some.join(' '), reading)
    some = []
  }
  for (const [at, word] of words.entries()) {
    if (labels[at] !== undefined) {
      flush()
      openLabel(tidyName(word), reading)
      reading.open = reading.group === 'other' ? undefined : tidyName(word)
    } else if (
      at === 0 &&
      fused &&
      (fused.group === 'beside' || !(whyNotOne(tidyName(fused.rest)) ?? whyUnsure(tidyName(fused.rest))))
    ) {
      openLabel(tidyName(word).slice(0, -fused.rest.length), reading)
      some.push(fused.rest)
    } else some.push(word)
  }
  flush()
}

/** Names between two marks, each with what a bracket behind it says. */
function takeNames(text: string, reading: Reading): void {
  if (isBlank(text)) return
  const label = reading.open
  reading.open = undefined
  if (label && NOBODY.has(tidyName(text))) {
    reading.ended = true
    return
  }
  for (const [, before = '', brackets = ''] of text.matchAll(/([^（]*)((?:（[^（）]*）)*)/g)) {
    if (isBlank(before) && brackets === '') continue
    const notes = brackets
      .split(/[（）]/)
      .map(tidyName)
      .filter(Boolean)
    const behindUnit = notes.length === 0 && reading.group !== 'beside' ? unitBefore(before, reading.units) : undefined
    // A bracket before every name belongs to none.
    if (isBlank(before)) takeNoted(brackets, [], reading)
    else if (behindUnit) takeNoted(behindUnit.name, [behindUnit.unit], reading)
    else takeNoted(before, notes, reading)
  }
}

/** @param notes what the brackets behind the last of the names say */
function takeNoted(said: string, notes: readonly string[], reading: Reading): void {
  const others = notes.filter((note) => note !== NAME_NOTE && !saysNothing(note, reading.group))
  const [note] = others
  if (note !== undefined && groupOf(note) !== undefined && (countIn(note) !== undefined || isNoun(note))) {
    reading.wrong.push(ofWhich(note, tidyName(said)))
    return
  }
  const group = note === undefined || others.length > 1 ? undefined : groupOf(note)
  // Of who was heard nobody says whether they came; a note that does may mean a member.
  const isMembers = reading.group !== 'beside'
  const { found, why } = isMembers ? namesOf(said, notes.includes(NAME_NOTE)) : { found: [] }
  if (reading.ended && !(found.length === 1 && group !== undefined && group !== 'other')) {
    reading.wrong.push(why ?? afterEnd(tidyName(said), reading.label))
    return
  }
  reading.named = true
  if (!isMembers) {
    const { heard, why } = heardIn(said, others.join('、'))
    if (why) reading.wrong.push(why)
    reading.found.beside.push(...heard)
    return
  }
  if (reading.group === 'other') return
  if (why) reading.wrong.push(why)
  const before = reading.clause.names
  reading.clause.names += found.length
  hearBrackets(reading, found.length, group, note ?? '', tidyName(said))
  const ofSeveral = found.length + before > 1 && group !== undefined && group !== 'other'
  // 王伟（到会）、李娜（到会）: whoever has none is asked of at the end.
  const isOfEach = group === 'present' && reading.group === 'present' && found.length === 1
  if (ofSeveral && !isOfEach && (group === 'present' || !(reading.clause.first || reading.clause.labelled))) {
    reading.wrong.push(ofWhich(note ?? '', tidyName(said)))
    return
  }
  // What a bracket says, it says of the name before it.
  const noted = others.length === 0 ? [] : found.slice(-1)
  reading.found[reading.group].push(...found.slice(0, found.length - noted.length))
  if (noted.length > 0 && group !== undefined && group !== 'other') reading.found[group].push(...noted)
  else if (note !== undefined && others.length === 1 && isUnitOf(note, reading.units))
    reading.found[reading.group].push(...noted.map((name) => `${name}（${note.replace(STATED, '')}）`))
  else
    for (const name of noted)
      reading.wrong.push(whyAsked(name, others.map((one) => one.replace(STATED, '')).join('、')))
}

const whyAsked = (name: string, note: string): string =>
  `“${name}（${note}）”：不能判断括号里是什么；请只写姓名，未到会的请写作“${name}（请假）”${maySayWhyAway(note) ? '' : `，是单位的请写作“${name}（${UNIT_NOTE}${note}）”`}`
