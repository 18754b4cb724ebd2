import { typedDay } from '#calendar/typed-day.ts'
import { type Column, type KindOfLine, WORDS } from './roster-columns.ts'
import { kindRead } from './unit-kind.ts'

/** Stands where what the county keeps is to be kept no more; an empty cell leaves it alone. */
export const ERASED = '删除'

export type Cells = Readonly<Partial<Record<Column, string>>>
/** Name in the API's body, column, value. */
export type Fields = readonly (readonly [string, Column, unknown])[]

/** What a line says, in the API's words. */
export const fieldsOf = (kind: KindOfLine, cells: Cells): Fields => FIELDS[kind](cells)

/** Only cells that are filled in: an empty one is no value. */
const filled = (fields: Fields): Fields => fields.filter(([, , value]) => value !== undefined)

const unitFields = ({ 编号, 名称, 单位类别 = '', 上级单位, 创建范围 = '' }: Cells): Fields =>
  filled([
    ['unit', '编号', 编号],
    ['name', '名称', 名称],
    ['kind', '单位类别', kindRead(单位类别)],
    ['parent', '上级单位', 上级单位],
    ['inScope', '创建范围', { 是: true, 否: false }[创建范围]],
  ])
const personFields = ({ 编号, 名称, 账号, 电话 }: Cells): Fields =>
  filled([
    ['person', '编号', 编号],
    ['name', '名称', 名称],
    ['login', '账号', 账号],
    ['phone', '电话', 电话 === ERASED ? null : 电话],
  ])
const appointmentFields = ({ 编号, 岗位 = '', 所在单位, 开始日期, 结束日期 }: Cells): Fields =>
  filled([
    ['person', '编号', 编号],
    ['appointment', '岗位', WORDS.岗位.get(岗位)],
    ['unit', '所在单位', 所在单位],
    ['from', '开始日期', 开始日期 && isoDate(开始日期)],
    ['to', '结束日期', 结束日期 === ERASED ? null : 结束日期 && isoDate(结束日期)],
  ])

/** A date in whatever way it is written; what is none stays as it is. */
export function isoDate(date: string): string {
  const typed = typedDay(date)
  return typed && 'day' in typed ? typed.day : date
}

const FIELDS = { 单位: unitFields, 人员: personFields, 岗位: appointmentFields } as const satisfies Record<
  KindOfLine,
  (cells: Cells) => Fields
>
