/** The name of one person: what cannot be one, as a sentence. */
import { whyNoName } from './names.ts'
import { hasTitle, isCutShort, isOffice, isSaid, isSeveral, isTitle } from './no-persons.ts'

/** A character alone, with the mark of its drawing. */
export const isAlone = (word: string): boolean => /^[\p{Script=Han}][\uFE00-\uFE0F\u{E0100}-\u{E01EF}]?$/u.test(word)

/** What people write where there is no name. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...['同上', '待定', '未定', '待补', '待填', '无', '没有', '空', '空白', '暂无', '暂缺', '缺', '略', '不详', '未知'],
  ...['姓名', '某某', '某人', 'null', 'none', 'nan', 'n/a', 'na', 'nil', 'undefined', 'tbd', 'xxx', 'xx'],
])
/** @param name as it is kept */
export function whyNoPerson(name: string): string | undefined {
  const why = whyNoName(name)
  if (why) return why
  const no = (said: string) => `“${name}”${said}`
  if (PLACEHOLDERS.has(name.toLowerCase())) return no('不是姓名，请填写姓名；没有的留空')
  if (isSaid(name)) return no('不只是姓名；请只写姓名，是否到会另行写明')
  if (/[:：]/.test(name)) return no('不是姓名；请去掉冒号和它前面的字')
  if (isSeveral(name)) return no('不像一个人的姓名；几个人的，请分开填写')
  if (isCutShort(name)) return no('没有写全，“等”是谁请逐一写明')
  if (/[()（）〔〕[\]【】]/.test(name)) return no('带有括号，不能判断括号里是什么；请只写姓名')
  if (isTitle(name)) return no('是职务，不是姓名；请只写姓名')
  if (hasTitle(name)) return no('中有职务或称呼；请只写姓名')
  if (isOffice(name)) return no('是单位，不是姓名；请只写姓名')
  if (isAlone(name)) return no('只有一个字，请写全姓名')
  return /\d/.test(name) ? no('不是姓名，请改正') : undefined
}
