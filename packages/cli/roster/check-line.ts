import { type Cells, isoDate } from './line-fields.ts'
import { COLUMNS, type Column, KINDS_OF_LINE, type KindOfLine, TAKES, WORDS } from './roster-columns.ts'

type Say = (sentence: string) => void

export function checkFilled(kind: KindOfLine, cells: Cells, say: Say): void {
  const { needs, may } = KINDS_OF_LINE[kind]
  for (const column of needs) if (!cells[column]) say(`“${column}”列没有填；${TAKES[column]}`)
  const fitting = new Set<Column>(['类型', ...needs, ...may])
  for (const column of COLUMNS)
    if (cells[column] && !fitting.has(column)) say(`“${column}”列是“${cells[column]}”，而“${kind}”行不填这一列；请删去`)
}

/** What may stand in the file only once. */
export function keysOf(kind: KindOfLine, cells: Cells): [string, Column][] {
  if (kind === '岗位') return [[`${kind} ${cells.编号} ${cells.岗位} ${cells.所在单位} ${cells.开始日期}`, '岗位']]
  return [
    ...(cells.编号 ? [[`${kind} ${cells.编号}`, '编号'] satisfies [string, Column]] : []),
    ...(cells.账号 ? [[`账号 ${cells.账号}`, '账号'] satisfies [string, Column]] : []),
  ]
}

export function checkAppointment({ 岗位, 所在单位, 开始日期 = '', 结束日期 }: Cells, say: Say): void {
  const ofUnit = WORDS.岗位.get(岗位 ?? '')?.startsWith('unit')
  if (ofUnit === true && !所在单位) say(`“所在单位”列没有填；“${岗位}”要写明单位的编号`)
  if (ofUnit === false && 所在单位) say(`“所在单位”列是“${所在单位}”，而“${岗位}”不属于某个单位；请删去`)
  if (结束日期 && isoDate(结束日期) < isoDate(开始日期)) say(`“结束日期”列是“${结束日期}”；${TAKES.结束日期}`)
}
