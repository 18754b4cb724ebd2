/** Lines that lead on to what is to stand below them, and nothing does: 存在以下问题：, and below it 特此答复. */
import { LIST_MARK } from './list-marks.ts'

const NUMBER = new RegExp(`^(?:${LIST_MARK}|[-•·])\\s*`, 'u')
/** 调查情况：, 存在的问题：; 未写明理由： is none. */
const HEAD =
  /^(?![无没未不缺少漏补])[\p{Script=Han}]{0,8}(?:情况|问题|理由|原因|依据|事实|意见|结论|结果|措施|要求|建议|经过)[：:]/u
/** Without a colon: what forms print, and no word of anybody's own. */
const PRINTED =
  /^(?:(?:基本|(?:调查)?核实|调查|[核检]查)(?:情况|经过|结果|结论)|(?:存在|(?:异议人)?反映)的?(?:主要)?问题|主要问题|认定(?:理由|依据|结论|事实|意见)|(?:处理|整改|审核)(?:意见|建议|要求|结果)|(?:退回)?(?:理由|原因)|(?:事实|法律)?依据)[：:。]?$/u
/** 张先生：, 现答复如下。, 请补充以下材料; 80分以下 and 科级以下干部 are sizes. */
const LEADS =
  /[：:][^\p{L}\p{N}“]*$|(?:如下|(?:存在|有|说明|补充|补正|提供|提交|缺少?|完善)以下)[\p{Script=Han}]{0,6}。?$/u
/** Alone it is said to be no reason. */
const LABEL = /^(?!.*如下)[\p{Script=Han}]{2,12}[：:]$/u
/** Whole sentences that end a letter, or nothing: 感谢您的监督！; 感谢您的监督，经查属实 says something. */
const CLOSES =
  /^(?:(?:特此|专此|此[致复]|敬(?:礼|请[知谅])|[妥当]否|(?:以上情况)?请[予您]?知悉|[（(]?以下[无空]|(?:再次|衷心)?(?:感谢|谢谢)(?![^。！]*[，,][^祝欢希请])|如(?:[有您你]|对)[^。！]{0,12}(?:异议|不服)|联系(?:人|电话|方式)[：:][^。！]*\d{4})[^。！]*(?:[。！]+|$))*$/u
/** What was found, or why: a demand, a day and a signature are none of it. */
const TELLS = /问题|情况|材料|理由|原因|如下|以下/u
/** What a demand, a day or an organ answers. */
const ASKS =
  /(?<!符合|按照?|达到)要求|意见|措施|建议|决定|批示|日期|时间|期限|变更|调整|改[为到至期在]|(?<![你贵该各本])(?:单位|机关|部门)|名单|对象/u
/** 请修改后重新上报; 请补盖公章后重新报送 says what is missing. */
const DEMANDS =
  /^(?:烦?请|望)[按照对在于要求规定月日前内及时尽快早抓紧认真修改补充完善核实查整正齐调后并予以材料有相关上述问题你贵各单位再次重新申提、，,\d]*(?:[报送交]+|[修整]改|完善)[。！]?$/u
const NUMERALS = '[一二三四五六七八九十]{1,3}'
const DAY = `(?:20\\d\\d|二[〇○零][^年]{2})[年.\\-/](?:\\d{1,2}|${NUMERALS})[月.\\-/](?:\\d{1,2}|${NUMERALS})日?`
const IS_DAY = new RegExp(`^${DAY}[。！]?$`, 'u')
/** An organ that signs, and nothing that is said of one: 该局已并入县农业农村局. */
const ORGAN = '(?!.*[未无没缺已该属由至入向为成是]|.*应[当该])[\\p{Script=Han}]{2,24}'
/** Whatever ends so; and with a day behind it what ends as words do as well: 县法治办, 交警大队. */
const SIGNED = new RegExp(`^${ORGAN}(?:(?:局|政府|委员会|办公室|领导小组)(?:${DAY})?|[(（][盖公印代签]?章[)）])$`, 'u')
const SIGNED_ABOVE_DAY = new RegExp(
  `^${ORGAN}(?:[办委科股处所站队]|党委|医院|学校|[小中]学|中心|公司|法院|检察院)$`,
  'u',
)
/** What it says, and how its number is written: 一、, （一） and 1. are of different depths. */
const lineOf = (line: string) => {
  const [number = ''] = NUMBER.exec(line) ?? []
  return {
    line,
    said: line.slice(number.length),
    style: number.replace(/[\p{L}\p{N}]+/u, (one) => (/[\p{L}]/u.test(one) ? '一' : '1')).trim(),
  }
}

/** The line, as it stands there. */
export function headsNothing(text: string): string | undefined {
  const lines = text.split(/\s*\n\s*/u).map(lineOf)
  if (lines.length > 1 && lines.every(({ said }) => PRINTED.test(said))) return lines[0]?.line
  return lines.find(({ line, said, style }, at) => {
    if (!LEADS.test(line)) return false
    const below = lines.slice(at + 1)
    const [next] = below
    if (!next) return at > 0 || !LABEL.test(line)
    const mayDemand = !TELLS.test(line) || ASKS.test(line)
    const isNone = (one: string, under: string) =>
      CLOSES.test(one) ||
      (!mayDemand &&
        (DEMANDS.test(one) ||
          IS_DAY.test(one) ||
          SIGNED.test(one) ||
          (IS_DAY.test(under) && SIGNED_ABOVE_DAY.test(one))))
    return (
      below.every((one, i) => isNone(one.said, below[i + 1]?.said ?? '')) ||
      (HEAD.exec(said)?.[0] === said && HEAD.test(next.said) && style === next.style)
    )
  })?.line
}
