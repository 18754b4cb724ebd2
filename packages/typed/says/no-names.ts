/** What stands where a name should and is none. Apart from names.ts, so that a page that only compares names is not sent it. */
import { nameKey } from '../names.ts'
import { whyNoUnit } from '../no-units.ts'
import { isCellError } from './cell-error.ts'

/** What people write where there is no name, and what a program writes for nothing. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    '同上 同前 如上 上同 未定 未填 不填 无 没有 空 空白 暂无 暂缺 缺 略 不详 未知',
    '不知道 名称 姓名 单位 单位名称 全体 全部 所有 其他 其它 其余 同志',
    '先生 女士 小姐 师傅 本人 领导 署名 测试 说明 注 乡镇',
    // What stands below the last row of a list, and for those who are named elsewhere.
    '合计 总计 小计 共计 备注 序号 见附件 附后 名单附后 见签到表 大家 全员 代表 班子成员',
    '匿名 null none nan na nil undefined tbd tba ditto test ok yes no',
  ]
    .join(' ')
    .split(' '),
)
/** A place to sign, a part in the case, a post that nobody holds, a count, all of a kind, those above. */
const NOBODY =
  /^((主要|单位)?(负责|经办|制表|填[表报]|联系|审核|申[请报]|签字|记录|代[理签])(人|单位)|(.*各|有关|上述|以[上下]|其[他它余]|[本该])(单位|部门|[乡镇]|领导|人员|主要负责人)+|(合计)?[总共]?计?[\d一二两三四五六七八九十百]+[家个户人]|(单位)?(盖|签)章|签[字名]|[空出]缺)$|^以[上下]|^待(?:定|填写?|补充?|报|核实?|确[认定]|明确|安排|通知|查|续|录入?)$|^[不拒].*名$/
/** Whether it stands for a name and is none, whatever marks are around it. */
export const isPlaceholder = (name: string): boolean => {
  const key = nameKey(name).replace(/[^\p{L}\p{N}]/gu, '')
  return PLACEHOLDERS.has(key) || NOBODY.test(key) || /^(某|全体|x{2,}($|[\p{Script=Han}]))/u.test(key)
}

/** A sentence about what cannot name anything: what a worksheet says of a formula, or puts in place of a character it has lost. */
export function whyNoWord(name: string): string | undefined {
  if (isCellError(name)) return `“${name}”是表格公式的错误提示，不是名称；请填写名称`
  if (/^\s*[=＝]/.test(name)) return `“${name}”是表格公式，不是名称；请填写名称`
  if (/[\p{Co}]/u.test(name)) return `“${name}”中有只在某些电脑上能显示的自造字；请改用标准的字`
  if (/[?？\uFFFD□■▢▯〓◻◼]/.test(name)) return `“${name}”中有无法显示的字，可能是表格另存时丢失的；请改正`
  if (!/[\p{L}]/u.test(name)) return `“${name}”中没有文字，不是名称；请改正`
  if (isPlaceholder(name)) return `“${name}”不是名称；请填写名称，没有的留空`
  return undefined
}
/** A sentence about what names neither a unit nor whoever it may be. @param name as it is kept */
export const whyNoName = (name: string): string | undefined => whyNoWord(name) ?? whyNoUnit(name)
