/** By what an office or a person is reached, each by its shape: a telephone, a mailbox, a place that post finds. */
import { tidyLine } from '../line.ts'
import { reachesSomebody } from '../personal-numbers.ts'
import { tidyPhone } from '../phone.ts'

/** With its area or within the county, with an extension; 400 and 800; 12345, 12348. */
const LANDLINE =
  /^(?:(?:010|02\d|0[3-9]\d\d)-\d{7,8}(?:-\d{1,6})?|[2-9]\d{6,7}(?:-\d{1,6})?|[48]00-\d{3}-\d{4}|1[12]\d{3})$/
const MOBILE = /^1[3-9]\d{9}(?:-\d{1,6})?$/
export const isPhone = (text: string): boolean => LANDLINE.test(tidyPhone(text)) || MOBILE.test(tidyPhone(text))

const MAIL = /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}$/
/** No mailbox or number is longer, and what is would take long to look at. */
export const LONGEST = 200
export const isMail = (text: string): boolean => text.length <= LONGEST && MAIL.test(text)

/** What a place that post finds is told by: a street, a number, a building, a village of some name (问村委会 has none), who sits there. */
const WHERE =
  /[路街巷\u5F04楼栋幢院厦园组屯庄寨湾沟店]|(?<!知)道|[\dA-Za-z一二三四五六七八九十]号|(?<![问找系询本该我村\s]|^)(?:村(?!里|主|民|长|干|支)|社区)|[室场](?!所)|小区|公寓|宿舍|(?<!\d)(?!1[3-9]\d-)\d{1,4}-\d{1,4}-\d{1,4}(?!\d)|\d#|花园|信箱|广场|政府|中心|大厅|机关|[局办委馆所站科股处室]$/u
export const isAddress = (text: string): boolean =>
  /[\p{Script=Han}]{2}/u.test(text) && [...text].length > 3 && WHERE.test(text)

/** Numbers of an office as they are kept: one, or a few with 、 between. */
export const tidyOfficePhone = (typed: string): string => {
  if (typed.length > LONGEST) return typed
  const parts = tidyLine(typed).split(/[、，,;\uFF1B]|(?<=\d{7})(?:[/／]|\s+)(?=\d{7}|0\d)/u)
  return parts.length > 1 && parts.every(isPhone) ? parts.map(tidyPhone).join('、') : tidyPhone(tidyLine(typed))
}
/** @param kept by tidyOfficePhone */
export function whyNoOfficePhone(kept: string): string | undefined {
  if (kept.length > LONGEST) return undefined
  const parts = kept.split('、')
  if (parts.every((one) => LANDLINE.test(one))) return undefined
  if (parts.some((one) => MOBILE.test(one)))
    return '请去掉手机号码、身份证号：联系电话向社会公开；请填写办公电话，如0557-7021234'
  return '不是电话号码；请填写办公电话，如0557-7021234、0557-7021234转801或12345，没有的留空'
}
/** 花园路 号, ××县, 某路: a form's, with its blanks. */
export const BLANK =
  /[×✕╳＿_?？□■]|[xX]{2,}|某[县市区镇乡路街村号]|[（(]\s*[）)]|[路街道巷\u5F04镇乡村]\s*号|(?<![\dA-Za-z])(?:0+|[xX])\s*号/u
/** @param kept as lines are */
export function whyNoOfficeAddress(kept: string): string | undefined {
  if (kept.length > LONGEST) return undefined
  if (reachesSomebody(kept)) return '通信地址中有电话号码、证件号码或电子邮箱；请只写地址，电话和邮箱填在各自的栏内'
  if (BLANK.test(kept)) return `“${kept.slice(0, 20)}”中还有没填的空；请写全街道和门牌号`
  return isAddress(kept)
    ? undefined
    : `“${kept.slice(0, 20)}”不能确定寄到哪里；请写到街道门牌或所在大楼，如“泗城镇花园路1号”`
}
/** @param kept without blanks, nothing of it full-width */
export const whyNoOfficeMail = (kept: string): string | undefined =>
  isMail(kept) ? undefined : `“${kept.slice(0, 40)}”不是电子邮箱；请填写邮箱地址，如fzb@example.gov.cn，没有的留空`
