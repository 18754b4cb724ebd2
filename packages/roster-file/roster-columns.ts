import { APPOINTMENTS } from '#procedure/appointments.ts'
import { KINDS_TAKEN } from './unit-kind.ts'

/** The file's columns, in any order. */
export const COLUMNS = [
  '类型',
  '编号',
  '名称',
  '单位类别',
  '上级单位',
  '创建范围',
  '账号',
  '电话',
  '岗位',
  '所在单位',
  '开始日期',
  '结束日期',
] as const
export type Column = (typeof COLUMNS)[number]

/** What each kind of line fills in; the rest stays empty. `needs` must be there. */
export const KINDS_OF_LINE = {
  单位: { needs: ['编号', '名称', '单位类别', '创建范围'], may: ['上级单位'] },
  人员: { needs: ['编号', '名称'], may: ['账号', '电话'] },
  岗位: { needs: ['编号', '岗位', '开始日期'], may: ['所在单位', '结束日期'] },
} as const satisfies Record<string, { readonly needs: readonly Column[]; readonly may: readonly Column[] }>
export type KindOfLine = keyof typeof KINDS_OF_LINE

const swapped = (titles: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(titles).map(([name, title]) => [title, name]))

/** Words of the file → words of the code. */
export const WORDS = {
  岗位: swapped(APPOINTMENTS),
} as const

/** What a column takes, as the end of a sentence. */
export const TAKES: Readonly<Record<Column, string>> = {
  类型: `应为${Object.keys(KINDS_OF_LINE).join('、')}之一`,
  编号: '用小写字母、数字和连字符，2至40个，单位的以字母开头，如dazhuang',
  名称: '单位最多80字，人员最多30字',
  单位类别: KINDS_TAKEN,
  上级单位: '应为上级单位的编号',
  创建范围: '应为“是”或“否”',
  账号: '是登录时所用的账号，一人一个，没有的留空',
  电话: '应为11位手机号或固定电话，如0557-7021234；留空不改动，要删去的写“删除”',
  岗位: `应为${Object.values(APPOINTMENTS).join('、')}之一`,
  所在单位: '应为单位的编号；不在创建单位的岗位不填',
  开始日期: '应为日期，如2018-01-01',
  结束日期: '应为不早于开始日期的日期，如2018-12-31；留空不改动，要恢复的写“删除”',
}
