/**
 * Whether a text is all frame: a line that leads on to what is to stand below it, and there stand only a demand, a
 * closing, a day, whoever signs and how to reach them; or nothing but these.
 */
import { isUnitName } from '../unit/unit-shape.ts'
import { LIST_MARK } from './list-marks.ts'
import { isPersonal } from './no-organs.ts'

const NUMBER = new RegExp(`^(?:${LIST_MARK}|[-•·])\\s*`, 'u')
/** 调查情况：, 存在的问题：; 未写明理由： is none. */
const HEAD =
  /^(?![无没未不缺少漏补])[\p{Script=Han}]{0,8}(?:情况|问题|理由|原因|依据|事实|意见|结论|结果|措施|要求|建议|经过)：/u
/** Without a colon: what forms print, and no word of anybody's own. */
const PRINTED =
  /^(?:(?:基本|(?:调查)?核实|调查|[核检]查)(?:情况|经过|结果|结论)|(?:存在|(?:异议人)?反映)的?(?:主要)?问题|主要问题|认定(?:理由|依据|结论|事实|意见)|(?:处理|整改|审核)(?:意见|建议|要求|结果)|(?:退回)?(?:理由|原因)|(?:事实|法律)?依据)[：。]?$/u
/** 张先生：, 现答复如下。, 请补充以下材料; 80分以下 and 科级以下干部 are sizes. */
const LEADS =
  /：[^\p{L}\p{N}“]*$|(?:如下|(?:存在|有|说明|补充|补正|提供|提交|缺少?|完善)以下)[\p{Script=Han}]{0,6}[。，]?$/u
/** Alone it is said to be no reason. */
const LABEL = /^(?!.*如下)[\p{Script=Han}]{2,12}：$/u
/** Sentences that end a letter: 感谢您的监督！; 感谢您的监督，经查属实 says something. */
const CLOSES =
  /^(?:(?:特此|专此|此[致复]|敬礼|顺[祝颂]|[妥当]否)[^，：]*|(?:以上(?:情况|[答回函]复|意见)?，?)?(?:[妥当]否，)?[敬谨]?[请望供][予您]*(?:批示|知[悉照]|查收|参考|[谅理]解|审阅)|[（(]?以下[无空].*|(?:再次|衷心)?(?:感谢|谢谢)(?![信函电])(?!.*，[^祝欢希请]).*|祝(?:[您你贵]|大家|生活|工作|身体).*|欢迎(?:[您你]|继续|再次|来[电信]).*|如(?:[有您你]|对).{0,12}(?:异议|不服|疑[问义])(?!的).*|[您你]好|(?:[您你]好，)?(?:[您你]的)?来[信函电]收悉)?[。！\uFF1B]*$/u
/** What was found, or why: a demand, a day and a signature are none of it. */
const TELLS = /问题|情况|材料|理由|原因|如下|以下/u
/** What a demand, a day, an organ or somebody answers. */
const ASKS =
  /(?<!符合|按照?|达到)要求|意见|措施|建议|决定|批示|日期|时间|期限|变更|调整|改[为到至期在]|(?<![你贵该各本])(?:单位|机关|部门|机构|乡镇|街道|社区)|名单|对象|人员|人(?:如下)?：/u
/** 请修改后重新上报; 请补盖公章后重新报送 says what is missing. */
const DEMANDS =
  /^(?:(?:烦?请|望)|(?=.*(?:[报送交传]|修改)[。！\uFF1B]*$)(?:需|建议|退回))[按照对在于要求规定月日前内及时尽快早抓紧认真仔细务必限期进一步行修改补充完善核实查整正齐调落到位更纠后并予以材料有相关上述问题逐项你贵各单位再次重新申提、，\d]*(?:[报送交传]+|[修整]改|[改更纠]正|完善|落实|到位)[。！\uFF1B]*$/u
/** 存在问题的有：, 材料签章应为：, 材料截止： ask of whom or by when; 存在问题： and 现答复如下： for what is to be told. */
const WHICH = /(?<!情况|问题|材料|理由|原因|事项|内容|说明|[答回函]复|[以如]下)：$/u
const NUMERAL = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
/** 2026年 11月30日, 2026.11, 二〇二六年十一月. */
const DAY = new RegExp(
  `(?:20\\d\\d|二[〇○零OoＯ0][^年]{2})\\s*[年.\\-/]\\s*${NUMERAL}\\s*(?:[月.\\-/]\\s*${NUMERAL}\\s*[日号]?|月)?(?:印发)?`,
  'gu',
)
/** （盖章）, （联系人：李明，电话：0557-7021234）. */
const BESIDE =
  /[(（](?:[^()（）]*(?:联系|电话)[^()（）]*\d{4}|[加盖公印代签单位]*章处?|[\p{Script=Han}]{2,12}印)[)）]/gu
/** 审核人李明, 答复单位：泗县司法局; 被处罚人：李明 and 责任单位： are answers. */
const SIGNER =
  /^(?:经办|承办|[审复]核|[核调]查|签发|联系|负责|制表|填[表报]|答复|办理|落款|抄送|日期|(?:联系)?电话|手机|传真|邮编)(?:人：?|(?:单位|机关|日期)?：)/u
/** What is said of an organ: 该局已并入县农业农村局, 责任主体为县水利局. */
const SAYS_OF = /[未无没缺已该属由至入向为成是在]|应[当该]/u
/** 王伟同志：; an organ is spoken to as well. */
const CALLED = /(?:同志|先生|女士|[来人]信?人)$/u
const isOrgan = (name: string): boolean => !SAYS_OF.test(name) && isUnitName(name, 'unit')
/** What is left of a line without a seal, how to reach somebody, and a day. */
const piecesOf = (line: string): readonly string[] =>
  line
    .replace(BESIDE, ' ')
    .replace(DAY, ' ')
    .split(/[\s，、。！\uFF1B]+/u)
    .filter(Boolean)
const isEnd = (line: string): boolean => piecesOf(line).length === 0 || CLOSES.test(line)
/** Whether it is no more than who signs: somebody whose part is said, or with a day beside or below. @param under the line below */
const isFrame = (line: string, under: string): boolean =>
  isEnd(line) ||
  piecesOf(line).every((piece) => {
    const name = piece.replace(SIGNER, '')
    if (isPersonal(name)) return name !== piece || line.search(DAY) >= 0 || (under !== '' && isEnd(under))
    return /^[\d-]*$/u.test(name) || isOrgan(name)
  })
/** Organs, or a day: an answer to whoever asks which. Both at once are a signature. */
const isWhich = (below: readonly string[]): boolean =>
  below.some((line) => line.search(DAY) >= 0) !== below.some((line) => piecesOf(line).some(isOrgan)) &&
  !below.some((line) => CLOSES.test(line))
const speaksTo = (line: string): boolean => {
  const [, name = ''] = /^(.{1,30})：$/u.exec(line) ?? []
  return CALLED.test(name) || isOrgan(name)
}
/** What it says, and how its number is written: 一、, （一） and 1. are of different depths. */
const lineOf = (line: string) => {
  const [number = ''] = NUMBER.exec(line) ?? []
  return {
    line,
    said: line.slice(number.length),
    style: number.replace(/[\p{L}\p{N}]+/u, (one) => (/[\p{L}]/u.test(one) ? '一' : '1')).trim(),
  }
}
/** Lines, sentences, and what stands in one line behind its heading. */
const PARTED =
  /\s*\n\s*|(?<=[。！])\s*(?=[^。！])|(?<=[以如]下[\p{Script=Han}]{0,4}，|(?:[以如]下[\p{Script=Han}]{0,4}|理由|原因|问题|情况)：)\s*(?=[\p{L}])/u

/** The line, its marks in one width. */
export function headsNothing(text: string): string | undefined {
  const lines = text
    .trim()
    .replace(/[!,:;]/g, (one) => '！，：；'['!,:;'.indexOf(one)] ?? one)
    .split(PARTED)
    .map(lineOf)
  const areFrame = (some: typeof lines, isLess: (one: string) => boolean) =>
    some.every(({ line, said }, i) => CLOSES.test(said) || isLess(said) || isFrame(line, some[i + 1]?.line ?? ''))
  // Organs below one another are an answer; a closing or a day is none.
  if (
    lines.length > 1 &&
    (lines.every(({ said }) => PRINTED.test(said)) ||
      (lines.some(({ line }) => isEnd(line)) && areFrame(lines, speaksTo)))
  )
    return lines[0]?.line
  return lines.find(({ line, said, style }, at) => {
    if (!LEADS.test(line)) return false
    const below = lines.slice(at + 1)
    const [next] = below
    if (!next) return at > 0 || !LABEL.test(line)
    const isAnswered = !TELLS.test(line) || ASKS.test(line)
    if (WHICH.test(line) && isWhich(below.map((one) => one.line))) return false
    return (
      (isAnswered ? below.every((one) => CLOSES.test(one.said)) : areFrame(below, (one) => DEMANDS.test(one))) ||
      (HEAD.exec(said)?.[0] === said && HEAD.test(next.said) && style === next.style)
    )
  })?.line
}
