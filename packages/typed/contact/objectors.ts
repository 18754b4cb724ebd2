/** Whoever objects by name has to be found again: a name that hides somebody, or a contact that reaches nobody, stands in the record for good. */

import { isAsHeard } from '../dotted.ts'
import { GIVEN } from '../given-names.ts'
import { tidyLine } from '../line.ts'
import { isBySurname } from '../no-persons.ts'
import { isAlone, isNoted, NAME_NOTE, withoutNote, withoutUnit } from '../person.ts'
import { NEXT, OTHERS } from '../rare-surnames.ts'
import { isPlaceholder, whyNoName } from '../says/no-names.ts'
import { whyUnsure } from '../sure-names.ts'
import { OFTEN } from '../surnames.ts'
import { isUnitName } from '../unit/unit-shape.ts'
import { SUBJECTS } from '../unit/words.ts'
import { WORDS } from '../words.ts'
import { BLANK, isAddress, isMail, isPhone, LONGEST } from './reach.ts'

/** How whoever gives no name goes on: where a choice says so, or where the field stays empty. */
export type Unnamed = 'chooses' | 'leavesEmpty'
const HOW: Readonly<Record<Unnamed, string>> = { chooses: '不愿署名的，请改选“匿名”', leavesEmpty: '匿名的不填' }

/** 张*, 王XX. */
const HIDDEN = /[*＊×✕╳●○█]|(?<=[\p{Script=Han}])[xXｘＸ]{1,4}(?=$|（)/u
/** 张三等5人, 李四等人: nobody knows who the others are. */
const AND_OTHERS = /等(?:[\d０-９一二三四五六七八九十百几数多]*(?:余|多)?(?:人|名|位|户|家|村民|群众|居民|业主)*)?$/u

/** Whoever is no person: an enterprise, a body of neighbours, a unit. */
const PARTY =
  /^(?![一某这那本该几][家个]|有关|相关|上述|当地).{2,}(?:公司|企业|集团|店|厂|社|行|门市部|营业部|服务部|馆|所|站|场|中心|超市|酒楼|饭店|宾馆|基地|工作室|学校|[小中大]学|学院|幼儿园|医院|铺|坊|[网酒]吧|[饭山]庄|门诊|[员业商协学联工农总][委主]?会|委员会|合作社|农场|林场|诊所|药房|大队|[村居]民小?组|党[支总]部|(?<=[\d号一二三四五六七八九十])[楼栋幢]|(?<=村第?[\d一二三四五六七八九十]{1,2})组|项目部|经营部|[局委办府镇乡院厅])$/u
const OF_A_PLACE = /（(?!代)[\p{Script=Han}\d]{2,20}(?:[乡村组路街巷庄苑圩]|[社小]区|花园|街道|\d[号栋])）$/u
/** 张建国夫妇. */
const SEVERAL = /(?:夫[妇妻]|[一全]家|[父母][子女]|兄[弟妹]|姐[妹弟])[俩两二三四人]*$/u
/** 王伟先生, 王伟（代理人）, and 村民王伟: what is said behind a name, and before it. */
const BEHIND =
  /(?:先生|女士|小姐|同志|律师|[教老]师|师傅|主任|书记|[总副]?经理|老板|医生|大夫|[县镇乡村局科所站队组校院厂店董][事]?长|会计|教授|[警法]官|委员|代表|（[^（）]*）)$/u
const BEFORE = /^.*(?:[民户众者生师人主机县市]|干部|[职员]工|代表|[镇乡村组区]|我[是叫])[:：]?(?=.{2,4}$)/u
/** 王伟，男，45岁: what no name has in it, whatever is said of it. */
const MORE = /[，,；;。:：]|\d{5}/u
/** 王书记, 张村民: of whom there are many; 纪委转办: how it came. */
const KIND = /^.(?:[村居市农网]民|家长|学生|职工|群众|党员)$/u
const HOW_IT_CAME = /[转交督批]办$|移[送交]$|[转交批]来$/u
/** The name alone, where it is one with something beside it. */
function nameIn(said: string): string | undefined {
  const [first = ''] = said.split(/[，,；;。、\s\d]/u)
  const name = said.replace(BEHIND, '')
  return [first, name, name.replace(BEFORE, '')].find((one) => one !== said && whyUnsure(one) === undefined)
}
/** 仇和: in a list it may be cut off before somebody else, here nobody follows. */
const ENDS_IN_AND = new RegExp(`^[${OFTEN}${NEXT}${OTHERS}]和$`, 'u')
/** 区文诗: elsewhere 区 is a district, before what its offices are for (区文广) or whoever leads it. */
const isOfQu = (name: string): boolean => {
  const [, given = ''] = /^区([\p{Script=Han}]{2})$/u.exec(name) ?? []
  return given !== '' && [...given].every((one) => GIVEN.has(one)) && !SUBJECTS.has(given)
}
const isSurely = (name: string): boolean =>
  isNoted(name) ||
  isOfQu(withoutUnit(name).replace(OF_A_PLACE, '')) ||
  // 王强（大庄镇）, 王伟（大庄镇王庄村）, where several are called so.
  whyUnsure(withoutUnit(name).replace(OF_A_PLACE, '')) === undefined ||
  isAsHeard(name) ||
  (ENDS_IN_AND.test(name) && !WORDS.has(name)) ||
  PARTY.test(name) ||
  isUnitName(name, 'unit')

const several = (name: string): string => `“${name}”没有写明都是谁；请填写一位联系人的姓名，其他人的姓名写在异议内容里`
/** @param name as it is kept */
export function whyNoObjector(name: string, unnamed: Unnamed): string | undefined {
  if (name.length > LONGEST) return undefined
  if (isPlaceholder(name)) return `“${name}”不是姓名或名称；请填写真实姓名，${HOW[unnamed]}`
  if (HIDDEN.test(name)) return `“${name}”隐去了姓名；请填写真实的姓名或名称，${HOW[unnamed]}`
  if (AND_OTHERS.test(withoutNote(name))) return several(name)
  if (isAlone(name)) return `“${name}”只有一个字，请写全姓名；${HOW[unnamed]}`
  const plain = withoutNote(name)
  const alone = nameIn(plain)
  const only = `“${name}”不只是姓名；请只写姓名${alone ? `“${alone}”` : '或名称'}，${HOW[unnamed]}`
  if (MORE.test(plain)) return only
  const why = whyNoName(plain)
  if (why) return why.endsWith('请填写真实姓名') ? `${why}，${HOW[unnamed]}` : why
  const isDescribed = !isNoted(name) && (isBySurname(name) || KIND.test(name) || HOW_IT_CAME.test(name))
  if (!isDescribed && isSurely(name)) return undefined
  if (SEVERAL.test(name)) return several(name)
  return alone
    ? only
    : `“${name}”不能确定是不是姓名或单位名称；请填写真实姓名，确是姓名的请写作“${name}（${NAME_NOTE}）”，${HOW[unnamed]}`
}

/** What says that there is none, or that it is another's place to look. */
const NO_WAY =
  /^(?:(?:联系方式|电话|手机|微信|本人)?(?:暂时?)?(?:不方便|不便|不愿意?|不想|不留|不给|不填|不提供|拒绝|保密|没有|暂无|无|略|未留)(?:透露|提供|公开|告知|留下?|填写?)?(?:联系方式|电话|手机)?|(?:手机|电话|微信|QQ)?(?:同号|同上|同前|同微信)|(?:微信|手机|电话)同(?:号|手机|微信|电话)|微信号?|电话号?码?|手机号?码?|QQ号?码?|邮箱|地址|联系方式|见(?:附件|材料|内容)|面谈|当面)$/iu
const NUMBERS = /\+?[\d(（][\d\s()（）.·—–-]{2,}\d(?:\s*(?:转|分机|ext\.?|#)\s*\d{1,6})?/giu
const MAILS = /[A-Za-z0-9][\w.+-]*@[\w.-]+/gu
/** QQ 12345678, 微信：wxid_abc, 钉钉号: somebody in a service that is named. In small letters; all that is no letter takes half a second to compile. */
const MARKS = '[^a-z\\d\\u4e00-\\u9fff]{0,3}[是为]?[^a-z\\d\\u4e00-\\u9fff]{0,2}'
const IN_A_SERVICE = new RegExp(
  `(?:qq|q号|扣扣|微信|薇信|v信|wechat|weixin|wx|vx|钉钉|支付宝|抖音|快手|微博|小红书|飞书|telegram|skype|line|传真)${MARKS}(?:号码?|id)?${MARKS}(?:[a-z][\\w-]{4,}|\\d{5,12})|\\d{5,12} ?@?(?:（qq）|\\(qq\\)|qq)`,
  'u',
)
/** 香港, 澳门, 台湾 and abroad, by their own codes: nobody counts those digits here. */
const ABROAD =
  /(?<![\d])(?:00|\+)?85[23][\s-]?[2-9]\d{3}[\s-]?\d{4}(?!\d)|(?:00|\+)886[\s-]?[\d\s-]{8,12}|\+(?!86)[1-9][\d\s-]{6,16}\d/u
/** A number that is short or long beside an address reaches nobody; a postal code has six digits. */
const HALF = /(?<!\d)\d{7,16}(?!\d)|(?<!\d)0\d{2,3}-\d{1,6}(?!\d)/u
const IDENTITY = /\d{17}[\dXx]/u

/** Whole numbers side by side, whatever stands between them. */
const isSeveral = (run: string): boolean =>
  [/\s+/u, /[\s.·—–-]+(?=1[3-9]\d{9}(?!\d)|0\d{2,3}-)/u].some((between) => {
    const each = run.trim().split(between)
    return each.length > 1 && each.every(isPhone)
  })

/** Why what was given reaches nobody: what is no number, mailbox, account of a named service or address reaches nobody that we know of. */
export function whyNoContact(typed: string, unnamed: Unnamed): string | undefined {
  const text = tidyLine(typed)
  // What is too long is said to be so.
  if (text.length > LONGEST) return undefined
  const none = unnamed === 'chooses' ? '不愿留的，请改选“匿名”' : '没有的不填'
  if (NO_WAY.test(text.replace(/[\s。.，,！!]+/gu, '')))
    return `凭“${text}”联系不上；请填写电话、地址或电子邮箱，${none}`
  const wide = text.normalize('NFKC')
  const numbers = wide.match(NUMBERS) ?? []
  if (numbers.some((one) => isPhone(one) || isSeveral(one)) || isPhone(wide)) return undefined
  if ((wide.match(MAILS) ?? []).some(isMail) || IN_A_SERVICE.test(wide.toLowerCase()) || IDENTITY.test(wide))
    return undefined
  if (/\d[*＊×xX✕●○█]{2,}|[*＊×✕●○█]{3,}/u.test(wide))
    return `联系方式中有隐去的部分，联系不上；请填写完整的电话或地址，${none}`
  if (ABROAD.test(wide)) return undefined
  if (isAddress(wide) && BLANK.test(wide)) return `“${text.slice(0, 20)}”中还有没填的空；请写全街道和门牌号`
  if (isAddress(wide) && !HALF.test(wide)) return undefined
  const digits = wide.replace(/\D/gu, '').length
  if (digits >= 7 && digits <= 12 && (numbers.length === 1 || /^\d[\d\s-]*$/u.test(wide)))
    return `有${digits}位数字，不是完整的电话号码；请核对，是QQ号、微信号的请写明`
  return `凭“${text.slice(0, 20)}”不能确定怎样联系；请填写电话、地址或电子邮箱，是QQ号、微信号的请写明，${none}`
}
