/** Whether a finding finds nothing: 未发现问题, 一切正常. It is then none, and what was looked at is said elsewhere. */
import { nameKey } from '../names.ts'

const KIND = '(?:任何|明显|其[他它]|什么|突出|重大|违法|违规|违纪|有关|相关|新|的|行为)*'
const NOTHING = new RegExp(
  `^(?:经?(?:现场)?(?:检查|查看|核查|抽查|查阅(?:材料|案卷)?|查)(?:过程)?(?:后|中|时)?|[本此这]次(?:检查)?|目前)*(?:暂时?|尚|均|都|也|并|总体|基本)*(?:(?:未|没有?|无|查无|不存在)(?:能)?(?:发现|检查出|查出|查到|存在|看出|见|有)*(?:${KIND}(?:问题|异[常]|不足|现象|情况|隐患))?|(?:无须|无需|不需要?|不用|不必)(?:再)?整改|[\\p{Script=Han}\\d]{0,12}未发现${KIND}问题|(?:均|都)?已(?:全部)?整改(?:完毕|到位|完成)?|(?:一切|各?项?(?:工作|指标|制度)|情况|材料|资料|台账|案卷|档案|文书|整体|总体|基本)*(?:均|都|很|较|比较)?(?:正常(?:开展|运转|进行)?|良好|规范|合格|到位|齐全|完善|完整|好|不错|达标|(?:符合|达到)(?:要求|规定|标准)))$`,
  'u',
)
/** @param text as it is kept */
export const foundNothing = (text: string): boolean =>
  text.length < 60 &&
  text
    .split(/[，,。\uFF1B;！!\s]+/u)
    .map((clause) => nameKey(clause).replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((clause) => clause !== '')
    .every((clause) => /^经?(?:现场)?(?:检查|查看|核查|抽查|查)后?$/u.test(clause) || NOTHING.test(clause))
