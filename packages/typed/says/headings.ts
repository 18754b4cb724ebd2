/** Lines that lead on to what is to stand below them, and nothing does: 存在以下问题：, and below it 特此答复. */

const NUMBER = /^[（(]?(?:[一二三四五六七八九十]+|\d{1,2})[、.．)）]\s*/u
/** 调查情况, 存在的问题; 未写明理由 is one. */
const HEAD =
  /^(?![无没未不缺少漏补])[\p{Script=Han}]{0,8}(?:情况|问题|理由|原因|依据|事实|意见|结论|结果|措施|要求|建议|经过)(?:[：:]|$)/u
/** 张先生：, 现答复如下。, 主要问题有：①②③. */
const LEADS = /[：:](?:[^\p{L}\d“]|[（(]\d[)）])*$|[如以]下[\p{Script=Han}]{0,6}。?$/u
/** Alone it is said to be no reason. */
const LABEL = /^(?!.*如下)[\p{Script=Han}]{2,12}[：:]$/u
const CLOSES =
  /^(?:特此|专此|此[致复]|敬[请礼]|[妥当]否|请[^，,。]{0,12}(?:重新|[再及尽]..?)(?:[上申]报|报送|提交)[。！]?$|20\d\d年\d+月\d+日$)/u
/** 尊敬的    ：, and behind blanks 局： or 同志：. */
const TO_NOBODY = /^\s*(?:尊敬的)?\s*(?:[局镇乡]|[镇乡]人民政府|同志|先生|女士)?\s*[：:]/mu

/** What it says, and how its number is written: 一、, （一） and 1. are of different depths. */
const lineOf = (line: string) => {
  const [number = ''] = NUMBER.exec(line) ?? []
  const style = number
    .replace(/\d+/u, '1')
    .replace(/[\p{L}]+/u, '一')
    .trim()
  return { line, said: line.slice(number.length), style }
}

/** The heading, or the salutation without a name, as it stands there. */
export function headsNothing(text: string): string | undefined {
  const lines = text.split(/\s*\n\s*/u).map(lineOf)
  const isAlone = ({ said }: { readonly said: string }) => HEAD.exec(said)?.[0] === said
  if (lines.length > 1 && lines.every(isAlone)) return lines[0]?.line
  const empty = lines.find((one, at) => {
    if (!LEADS.test(one.line)) return false
    const next = lines[at + 1]
    if (next === undefined) return at > 0 || !LABEL.test(one.line)
    return CLOSES.test(next.said) || (isAlone(one) && HEAD.test(next.said) && one.style === next.style)
  })
  return empty?.line ?? TO_NOBODY.exec(text)?.[0]
}
