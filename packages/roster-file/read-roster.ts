import type { z } from 'zod/mini'
import { typedDay } from '#calendar/typed-day.ts'
import { appointmentBody, personBody, unitBody } from '#contracts/roster.ts'
import { isBlank } from '#typed/unseen.ts'
import { checkCells } from './check-cells.ts'
import { checkAppointment, checkFilled, keysOf, sayMissing } from './check-line.ts'
import { dividedBy, wrongShape } from './file-shape.ts'
import { type Cells, fieldsOf } from './line-fields.ts'
import { type Mistake, type Row, readCsv } from './read-csv.ts'
import { cellsOf, type Header, linesOfName, noteOnName, readHeader } from './read-header.ts'
import { type Column, KINDS_OF_LINE, type KindOfLine, TAKES } from './roster-columns.ts'
import { noteOnKind } from './unit-kind.ts'

export type Lined<Body> = { readonly line: number; readonly body: Body }
export type Roster = {
  readonly units: Lined<z.output<typeof unitBody>>[]
  readonly people: Lined<z.output<typeof personBody>>[]
  readonly appointments: Lined<z.output<typeof appointmentBody>>[]
}

export type RosterFile = {
  readonly roster: Roster
  readonly mistakes: readonly Mistake[]
  /** What is read otherwise than it stands in the file. */
  readonly notes: readonly Mistake[]
}

/** The roster in a file's text, and every mistake in it at once. With a mistake the roster is not to be used. */
export function readRoster(text: string): RosterFile {
  const roster: Roster = { units: [], people: [], appointments: [] }
  const wrong = wrongShape(text)
  if (wrong) return { roster, mistakes: [wrong], notes: [] }
  const { rows, mistakes: broken } = readCsv(text)
  const [header, ...rest] = rows
  const { columns, mistakes: inHeader } = header ? readHeader(header) : { columns: [], mistakes: [] }
  const mistakes = [...broken, ...inHeader]
  const notes: Mistake[] = []
  if (header && rest.length === 0 && mistakes.length === 0)
    mistakes.push({ line: header.line, sentence: '只有表头，下面没有单位、人员或岗位；请填写后再导入' })
  if (inHeader.length > 0) return { roster, mistakes, notes }

  const above: Above = { 单位: {}, 人员: {}, 岗位: {} }
  const seen: Seen = new Map()
  for (const row of rest) {
    const say = (sentence: string) => {
      mistakes.push({ line: row.line, sentence })
    }
    const cells = readLine(columns, row, { roster, above, seen }, say)
    const said = cells ? [noteOnName(columns, row, cells), noteOnKind(cells.单位类别 ?? '')] : []
    for (const sentence of said) if (sentence) notes.push({ line: row.line, sentence })
  }
  return { roster, mistakes, notes }
}

/** What stands above a line, by kind of line and column. */
type Above = Record<KindOfLine, Cells>
/** What may stand only once → its line, and whose it is. */
type Seen = Map<string, { readonly line: number; readonly id: string | undefined }>
type Reading = { readonly roster: Roster; readonly above: Above; readonly seen: Seen }

function readLine(
  columns: Header['columns'],
  row: Row,
  { roster, above, seen }: Reading,
  say: (sentence: string) => void,
): Cells | undefined {
  const { line } = row
  const divided = row.cells.slice(1).every(isBlank) ? dividedBy(row.cells[0] ?? '') : undefined
  if (divided) {
    say(`这一行各列之间是${divided}，不是英文逗号；请改正`)
    return undefined
  }
  const cells = cellsOf(columns, row, say)
  const kind = kindOf(cells)
  if (!kind) {
    if (cells.类型) say(`“类型”列是“${cells.类型}”；${TAKES.类型}`)
    else sayMissing('类型', { 类型: lastKind(above) }, say)
    return undefined
  }
  const inName = linesOfName(columns, row).length
  const faulty = checkCells(kind, cells, (sentence) =>
    say(inName > 1 && sentence.startsWith('“名称”列') ? `${sentence}；这一格里有${inName}行` : sentence),
  )
  checkFilled(kind, cells, above[kind], say)
  if (kind === '岗位') checkAppointment(cells, above[kind], say)
  above[kind] = { ...above[kind], ...cells }
  checkOnce(kind, cells, line, seen, say)
  if (kind === '单位') take(unitBody, kind, line, { cells, faulty }, roster.units, say)
  else if (kind === '人员') take(personBody, kind, line, { cells, faulty }, roster.people, say)
  else take(appointmentBody, kind, line, { cells, faulty }, roster.appointments, say)
  return cells
}

const lastKind = (above: Above): string =>
  Object.values(above)
    .flatMap(({ 类型 }) => 类型 || [])
    .at(-1) ?? ''

function checkOnce(kind: KindOfLine, cells: Cells, line: number, seen: Seen, say: (sentence: string) => void): void {
  for (const [key, column] of keysOf(kind, cells)) {
    const before = seen.get(key)
    if (!before) seen.set(key, { line, id: cells.编号 })
    else if (column !== '名称') say(`“${column}”列与第${before.line}行重复；请删去其中一行`)
    else if (before.id !== cells.编号)
      say(`“名称”列与第${before.line}行是同一个单位，编号却不同；请删去其中一行，或改正名称`)
  }
}

const kindOf = ({ 类型 = '' }: Cells): KindOfLine | undefined =>
  类型 === '单位' || 类型 === '人员' || 类型 === '岗位' ? 类型 : undefined

/** The API's own schema has the last word on every cell that nothing was said of. */
function take<Body>(
  schema: z.ZodMiniType<Body>,
  kind: KindOfLine,
  line: number,
  { cells, faulty }: { readonly cells: Cells; readonly faulty: ReadonlySet<Column> },
  into: Lined<Body>[],
  say: (sentence: string) => void,
): void {
  const fields = fieldsOf(kind, cells)
  const { success, data, error } = schema.safeParse(Object.fromEntries(fields.map(([name, , value]) => [name, value])))
  if (success) {
    into.push({ line, body: data })
    return
  }
  const wrong = new Set(error.issues.map(({ path: [name] }) => name))
  for (const column of [...KINDS_OF_LINE[kind].needs, ...KINDS_OF_LINE[kind].may]) {
    const field = fields.find(([, one]) => one === column)
    // A word that the code does not know has no field; an empty cell has been said already.
    if (!cells[column] || faulty.has(column) || (field && !wrong.has(field[0]))) continue
    const day = DATES.has(column) ? typedDay(cells[column]) : undefined
    say(day && 'wrong' in day ? `“${column}”列：${day.wrong}` : `“${column}”列是“${cells[column]}”；${TAKES[column]}`)
  }
}
const DATES = new Set<Column>(['开始日期', '结束日期'])
