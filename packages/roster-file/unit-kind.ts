/** The kind of a unit as counties write it: 街道 is a 乡镇, 管委会 a 开发区. */
import { type KindOfUnit, UNIT_KINDS } from '#roster/unit.ts'

/** Who belongs to a kind, since its word alone does not say where a 街道 is. */
const AMONG: Readonly<Record<KindOfUnit, string>> = {
  town: '含街道、苏木，如大庄镇人民政府、泗城街道办事处',
  developmentZone: '如县经济开发区管委会',
  department: '如县财政局',
  provincial: '如国家税务总局泗县税务局',
  secondLevel: '如县道路运输管理所',
  dispatched: '如县公安局草庙派出所',
}
const isKind = (kind: string): kind is KindOfUnit => Object.hasOwn(AMONG, kind)
const KINDS = Object.keys(UNIT_KINDS).filter(isKind)
export const KINDS_TAKEN = `应为${KINDS.map((kind) => `${UNIT_KINDS[kind]}（${AMONG[kind]}）`).join('、')}之一`

const COUNTY = '[省市县区旗]'
/** Other words for a kind; none that may be two, as 事业单位 and 直属单位. */
const OTHERS: Readonly<Record<KindOfUnit, RegExp>> = {
  town: /^(?:[乡镇街]|乡镇街道?|镇街道?|街镇|街道|街道办|街道办事处|乡镇[(（](?:含?街道|街道办事处|办事处)[)）]|乡镇办|民族乡|(?:民族)?苏木|(?:乡|镇|乡镇|苏木)(?:人民)?政府|[国农]?营?农场|团场)$/,
  developmentZone:
    /^(?:(?:开发区|园区)?(?:管委会|管理委员会)|(?:经济|经济技术|高新技术产业|工业)?开发区|经开区|高新区|(?:产业|工业)?园区|新区|功能区)$/,
  department: new RegExp(
    `^(?:(?:行政)?执法(?:部门|单位|机关)|行政(?:部门|机关)|(?:${COUNTY}直)?部门|${COUNTY}直(?:单位|机关)|${COUNTY}?政府(?:工作)?部门|工作部门|委办局|局委办)$`,
  ),
  provincial: new RegExp(
    `^(?:(?:中央|国家|省|市|直|[、和及])*驻(?:.{1,3}?|${COUNTY})(?:有关|直)?(?:单位|部门|机构)|(?:中央|省|市|[、和及])*驻${COUNTY}|(?:垂直管理|垂管|双管|双重管理)(?:单位|部门|机构))$`,
  ),
  secondLevel: /^(?:二级(?:单位|局|部门)|(?:下属|所属)(?:单位|机构|二级机构|二级单位))$/,
  dispatched: /^(?:派出单位|(?:基层)?站所|基层所)$/,
}

/** @param word without blanks */
export function kindRead(word: string): KindOfUnit | undefined {
  return KINDS.find((kind) => UNIT_KINDS[kind] === word) ?? KINDS.find((kind) => OTHERS[kind].test(word))
}
/** What is said of a word that is read as another one. */
export function noteOnKind(word: string): string | undefined {
  const kind = kindRead(word)
  return kind && UNIT_KINDS[kind] !== word ? `单位类别“${word}”按“${UNIT_KINDS[kind]}”登记` : undefined
}
