import { appointmentName, isInsideUnit } from '#procedure/appointments.ts'
import { loginKey, tidyLogin } from '#roster/login-name.ts'
import { nameKey } from '#typed/names.ts'
import { type Cells, ERASED, isoDate } from './line-fields.ts'
import { COLUMNS, type Column, KINDS_OF_LINE, type KindOfLine, TAKES, WORDS } from './roster-columns.ts'

type Say = (sentence: string) => void

/** What is often merged over several lines, of which the file then has it in the first only. */
const MERGED = new Set<Column>(['类型', '编号', '单位类别', '上级单位', '创建范围', '岗位', '所在单位', '开始日期'])

/** @param above what stands above it in the file, by column */
export function sayMissing(column: Column, above: Cells, say: Say): void {
  const before = MERGED.has(column) ? above[column] : undefined
  const why = before ? `上面填的是“${before}”，如果是合并单元格，请在Excel中取消合并，逐行填写` : TAKES[column]
  say(`“${column}”列没有填；${why}`)
}

/** @param above of lines of the same kind */
export function checkFilled(kind: KindOfLine, cells: Cells, above: Cells, say: Say): void {
  const { needs, may } = KINDS_OF_LINE[kind]
  // Every unit and every person has a number of their own.
  const merging = kind === '岗位' ? above : { ...above, 编号: '' }
  for (const column of needs) if (!cells[column]) sayMissing(column, merging, say)
  const fitting = new Set<Column>(['类型', ...needs, ...may])
  for (const column of COLUMNS)
    if (cells[column] && !fitting.has(column)) say(`“${column}”列是“${cells[column]}”，而“${kind}”行不填这一列；请删去`)
}

/** What may stand in the file only once. */
export function keysOf(
  kind: KindOfLine,
  { 编号, 名称, 账号, 岗位, 所在单位, 开始日期 = '' }: Cells,
): [string, Column][] {
  if (kind === '岗位') return [[`${kind} ${编号} ${岗位} ${所在单位} ${isoDate(开始日期)}`, '岗位']]
  return [
    ...(编号 ? [[`${kind} ${编号}`, '编号'] satisfies [string, Column]] : []),
    ...(账号 ? [[`账号 ${loginKey(tidyLogin(账号))}`, '账号'] satisfies [string, Column]] : []),
    // Persons may have one name.
    ...(kind === '单位' && 名称 ? [[`名称 ${nameKey(名称)}`, '名称'] satisfies [string, Column]] : []),
  ]
}

export function checkAppointment({ 岗位, 所在单位, 开始日期 = '', 结束日期 }: Cells, above: Cells, say: Say): void {
  const appointment = appointmentName.safeParse(WORDS.岗位.get(岗位 ?? '')).data
  const ofUnit = appointment && isInsideUnit(appointment)
  if (ofUnit === true && !所在单位)
    say(
      above.所在单位
        ? `“所在单位”列没有填；上面填的是“${above.所在单位}”，如果是合并单元格，请在Excel中取消合并，逐行填写`
        : `“所在单位”列没有填；“${岗位}”要写明单位的编号`,
    )
  if (ofUnit === false && 所在单位) say(`“所在单位”列是“${所在单位}”，而“${岗位}”不属于某个单位；请删去`)
  if (结束日期 && 结束日期 !== ERASED && isoDate(结束日期) < isoDate(开始日期))
    say(`“结束日期”列是“${结束日期}”；${TAKES.结束日期}`)
}
