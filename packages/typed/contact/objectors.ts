/** Whoever objects by name has to be found again: a name that hides somebody, or a contact that reaches nobody, stands in the record for good. */
import { tidyLine } from '../line.ts'
import { isPlaceholder, whyNoName } from '../names.ts'
import { isAlone } from '../person.ts'
import { tidyPhone } from '../phone.ts'

/** How whoever gives no name goes on: where a choice says so, or where the field stays empty. */
export type Unnamed = 'chooses' | 'leavesEmpty'
const HOW: Readonly<Record<Unnamed, string>> = { chooses: '不愿署名的，请改选“匿名”', leavesEmpty: '匿名的不填' }

const HIDDEN = /[*＊×✕╳●○█]/u
/** 张三等5人, 李四等人: nobody knows who the others are. */
const AND_OTHERS = /等(?:[\d０-９一二三四五六七八九十百几数多]*(?:余|多)?(?:人|名|位|户|家|村民|群众|居民|业主)*)?$/u

/** @param name as it is kept */
export function whyNoObjector(name: string, unnamed: Unnamed): string | undefined {
  if (isPlaceholder(name)) return `“${name}”不是姓名或名称；请填写真实姓名，${HOW[unnamed]}`
  if (HIDDEN.test(name)) return `“${name}”隐去了姓名；请填写真实的姓名或名称，${HOW[unnamed]}`
  if (AND_OTHERS.test(name)) return `“${name}”没有写明都是谁；请填写一位联系人的姓名，其他人的姓名写在异议内容里`
  if (isAlone(name)) return `“${name}”只有一个字，请写全姓名；${HOW[unnamed]}`
  const why = whyNoName(name)
  return why?.endsWith('请填写真实姓名') ? `${why}，${HOW[unnamed]}` : why
}

const PHONE = /^(?:1[3-9]\d{9}|(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:-\d{1,6})?|[48]00-?\d{3}-?\d{4}|1\d{4})$/
const DIGITS_ALONE = /^[+(（]?\d[\d\s()（）.+-]*$/u
/** What says that there is none, or that it is another's place to look. */
const NO_WAY =
  /^(?:(?:联系方式|电话|手机|微信|本人)?(?:不方便|不便|不愿意?|不想|不留|不给|不填|不提供|拒绝|保密|没有|暂无|无|略|未留)(?:透露|提供|公开|告知|留下?|填写?)?(?:联系方式|电话|手机)?|(?:手机|电话|微信|QQ)?(?:同号|同上|同前|同微信)|(?:微信|手机|电话)同(?:号|手机|微信|电话)|微信号?|电话号?码?|手机号?码?|QQ号?码?|邮箱|地址|联系方式|见(?:附件|材料|内容)|面谈|当面)$/iu

/** Why what was given reaches nobody; a name in some service or an address needs no digit. */
export function whyNoContact(typed: string, unnamed: Unnamed): string | undefined {
  const text = tidyLine(typed)
  const none = unnamed === 'chooses' ? '不愿留的，请改选“匿名”' : '没有的不填'
  if (NO_WAY.test(text.replace(/[\s。.，,！!]+/gu, '')))
    return `凭“${text}”联系不上；请填写电话、地址或电子邮箱，${none}`
  const digits = text.replace(/\D/gu, '').length
  if (DIGITS_ALONE.test(text) && digits >= 7 && digits <= 12 && !PHONE.test(tidyPhone(text)))
    return `有${digits}位数字，不是完整的电话号码；请核对，是QQ号、微信号的请写明`
  return undefined
}
