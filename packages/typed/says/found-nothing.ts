/** Whether a finding finds nothing: 未发现问题, 一切正常. It is then none, and what was looked at is said elsewhere. */
import { nameKey } from '../names.ts'

const KIND = '(?:任何|明显|其[他它]|什么|突出|重大|违法|违规|违纪|有关|相关|新|的|行为)*'
const NOTHING = new RegExp(
  `^(?:经?(?:现场)?(?:检查|查看|核查|抽查|查阅(?:材料|案卷)?|查)(?:过程)?(?:后|中|时)?|[本此这]次(?:检查)?|目前)*(?:暂时?|尚|均|都|也|并|总体|基本)*(?:(?:未|没有?|无|查无|不存在)(?:能)?(?:发现|检查出|查出|查到|存在|看出|见|有)*(?:${KIND}(?:问题|异[常]|不足|现象|情况|隐患))?|(?:无须|无需|不需要?|不用|不必)(?:再)?整改|[\\p{Script=Han}\\d]{0,12}未发现${KIND}问题|(?:均|都)?已(?:全部)?整改(?:完毕|到位|完成)?|(?:一切|各?项?(?:工作|指标|制度)|情况|材料|资料|台账|案卷|档案|文书|整体|总体|基本)*(?:均|都|很|较|比较)?(?:正常(?:开展|运转|进行)?|良好|规范|合格|到位|齐全|完善|完整|好|不错|达标|(?:符合|达到)(?:要求|规定|标准)))$`,
  'u',
)
const PREFACE =
  /^(?:经?(?:[我本][局委院办])?(?:现场)?(?:检查|查看|核查|抽查|查询|查|核实|了解)后?|(?:特此)?(?:函复|复函|回复|说明))$/u
const clausesOf = (text: string): string[] =>
  text
    .split(/[，,。\uFF1B;！!\s]+/u)
    .map((clause) => nameKey(clause).replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((clause) => clause !== '')
/** @param text as it is kept */
export const foundNothing = (text: string): boolean =>
  text.length < 60 && clausesOf(text).every((clause) => PREFACE.test(clause) || NOTHING.test(clause))

const WHOM =
  '(?:该|此|其|各|上述|以上|所列)*(?:单位|部门|机关|[\\p{Script=Han}]{1,12}?(?:镇|乡|局|委|办|院|政府))?(?:及其?|和)?(?:所属|有关|相关)*(?:工作人员|执法人员|人员|干部职工|干部|领导班子|班子成员|负责人)?'
const FAULTS =
  '(?:任何|明显|其[他它]|有关|相关|重大|严重|违法|违纪|违规|犯罪|涉嫌|不良|负面|不宜认定|不宜命名|行政|信访|审计|诉讼|处分|处罚|行为|方面|的|等|或者?|和|及)*'
const THINGS =
  '(?:问题|情况|情形|行为|记录|线索|案件|现象|异[常]|反映|举报|信访件?|投诉|违法|违纪|违规|犯罪|处分|处罚|需要?(?:反映|说明)的?(?:问题|情况)?)'
/** An organ that knows nothing of a unit, or that refers to its letter: 没有掌握有关情况, 无违法违纪记录, 详见复函. */
const UNKNOWN = new RegExp(
  `^(?:经|我|本|局|委|院|办|调查|核查|核实|查询|查|了解|后|目前|截至|${WHOM})(?:我|本|局|委|院|办|调查|核查|核实|查询|查|了解|后|目前)*${WHOM}(?:暂|尚|均|都|也|并)*(?:(?:未|没有?|无|查无)(?:发现|掌握|收到|接到|查到|查询到|了解到|见)${WHOM}(?:存在|有)?${FAULTS}${THINGS}?|(?:没有|没|无|查无|不存在|未存在)${FAULTS}${THINGS})$`,
  'u',
)
const SEE_LETTER =
  /^(?:具体)?(?:情况)?(?:详见|见|参见|同|如|以)(?:附件|扫描件|(?:来|复|回|该|附)函)(?:扫描件)?(?:中|内容|为准|所述)*$/u
/** @param text as it is kept */
export const knowsNothing = (text: string): boolean =>
  text.length < 60 &&
  clausesOf(text).every(
    (clause) => PREFACE.test(clause) || NOTHING.test(clause) || UNKNOWN.test(clause) || SEE_LETTER.test(clause),
  )
