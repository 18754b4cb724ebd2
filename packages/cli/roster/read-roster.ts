import type { z } from 'zod/mini'
import { appointmentBody, personBody, unitBody } from '#contracts/roster.ts'
import { checkAppointment, checkFilled, keysOf } from './check-line.ts'
import { type Cells, fieldsOf } from './line-fields.ts'
import { type Mistake, readCsv } from './read-csv.ts'
import { cellsOf, checkHeader } from './read-header.ts'
import { KINDS_OF_LINE, type KindOfLine, TAKES } from './roster-columns.ts'

export type Lined<Body> = { readonly line: number; readonly body: Body }
export type Roster = {
  readonly units: Lined<z.output<typeof unitBody>>[]
  readonly people: Lined<z.output<typeof personBody>>[]
  readonly appointments: Lined<z.output<typeof appointmentBody>>[]
}

/** The roster in a file's text, and every mistake in it at once. With a mistake the roster is not to be used. */
export function readRoster(text: string): { readonly roster: Roster; readonly mistakes: readonly Mistake[] } {
  const roster: Roster = { units: [], people: [], appointments: [] }
  const { rows, mistakes: broken } = readCsv(text)
  const [header, ...rest] = rows
  const mistakes = header ? checkHeader(header) : [{ line: 1, sentence: '文件是空的' }]
  if (!header || mistakes.length > 0) return { roster, mistakes: [...mistakes, ...broken] }

  const seen = new Map<string, number>()
  for (const row of rest) {
    const { line } = row
    const say = (sentence: string) => {
      mistakes.push({ line, sentence })
    }
    const cells = cellsOf(header, row, say)
    const kind = kindOf(cells)
    if (!kind) {
      say(`“类型”列是“${cells.类型 ?? ''}”；${TAKES.类型}`)
      continue
    }
    checkFilled(kind, cells, say)
    if (kind === '岗位') checkAppointment(cells, say)
    for (const [key, column] of keysOf(kind, cells)) {
      const before = seen.get(key)
      if (before !== undefined) say(`“${column}”列与第${before}行重复；请删去其中一行`)
      else seen.set(key, line)
    }
    if (kind === '单位') take(unitBody, kind, line, cells, roster.units, say)
    else if (kind === '人员') take(personBody, kind, line, cells, roster.people, say)
    else take(appointmentBody, kind, line, cells, roster.appointments, say)
  }
  return { roster, mistakes: [...mistakes, ...broken] }
}

const kindOf = ({ 类型 = '' }: Cells): KindOfLine | undefined =>
  类型 === '单位' || 类型 === '人员' || 类型 === '岗位' ? 类型 : undefined

/** The API's own schema has the last word on every cell. */
function take<Body>(
  schema: z.ZodMiniType<Body>,
  kind: KindOfLine,
  line: number,
  cells: Cells,
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
    if (cells[column] && (!field || wrong.has(field[0]))) say(`“${column}”列是“${cells[column]}”；${TAKES[column]}`)
  }
}
