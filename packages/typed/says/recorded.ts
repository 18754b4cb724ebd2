/** What a record's words leave to be filled in: minutes tell what was decided, and ask nobody for anything. */
import { unfilledIn, withoutQuoted } from './unfilled.ts'

/** 请填写列入培育的情况, 写明第几项: nobody's minutes begin so; 填写了申请表的12个单位 and 请示 are words. */
const PROMPT =
  /^\s*(?:[(（【[]\s*)?请?(?:在?此处?|在这里)?(?:填[写入报]|[写注列]明|写清|[输键录]入|粘贴|摘[录抄])(?![了过的])[^，,。\uFF1B;\n]*|第几[项条款号次页]|怎样写的?/u
/** 同意（票数）票, （单位名称）列入培育. */
const ASKED =
  /[(（【[]\s*(?:[\p{Script=Han}]{0,4}(?:名称|姓名|单位|票数|人数|日期|文号|编号|结论|结果|内容))\s*[)）】\]](?![栏列项])/u

/** As it stands there. */
export function unfilledInRecord(typed: string): string | undefined {
  const text = withoutQuoted(typed)
  return PROMPT.exec(text)?.[0].trim() ?? ASKED.exec(text)?.[0] ?? unfilledIn(text, true)
}
