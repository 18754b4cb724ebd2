/** Reasons as officials write them, and the same with a blank of their own: the ones pass, the others never, whatever stands beside. */
import { assert, constantFrom, property } from 'fast-check'
import { expect, it } from 'vitest'
import { drawing } from '../../../test/fuzz/draw.ts'
import { isSentence } from '../says/says.ts'
import { unfilledInReason } from '../says/unfilled.ts'
import { drawn, SEED } from './fixtures/drawn.ts'

const lines = (text: string): readonly string[] => text.trim().split('|')

const REAL = lines(
  `缺少2018年度法律顾问合同，请补充|附件第3页模糊不清，请重新上传|得分与佐证材料不符，第二项自评10分，证据只能支持6分|未在规定期限内补正|公示期内收到异议，经查属实，取消推荐资格|所反映问题已有行政诉讼生效判决|同一异议已于6月12日答复|会议纪要没有签发人签字|申请书公章盖在空白处|自评表××年未改为2018年|对张××行政处罚一案程序违法|举报人李某某反映属实|××公司不服处罚，已申请复议|王某诉县公安局一案败诉|因机构改革，该局职能并入自然资源局|因系统故障，当天无法提交|因负责人住院，延期10日|会议延期|改为下周一召开|根据7月2日县政府常务会议意见，补充审查|名单重复，已于第一批创建|执法人员持证率不足90%|未公示行政处罚信息12条|法治讲座只有1次，应不少于4次|学法笔记缺3月、5月|培训签到表没有日期|第12、13页重复|数字前后矛盾：表一为35件，表二为53件|自评分加总错误，应为87分|总分应为92.5|漏填第15项|扣分理由没有写|同意延期至7月20日|限期整改，7月15日前完成|请于7月15日前补齐|请于本月底前补报|请在3个工作日内补正|限10日内补正|请修改后重报|不符合创建条件第二条第三项|依据《创建办法》第十二条|电话核实，异议人称不再坚持|走访5户群众均表示满意|调取案卷12份，其中2份超期|该问题发生在2015年，不在考核期内|经评审组合议，排名第18，未进入前15名|表决同意4票，反对5票|时间写错，应为6月15日|见附件3第2页：印章与单位名称不符|根据泗政办〔2018〕22号文件，取消推荐资格|经第38次常务会议研究，同意推荐`,
)
/** Who speaks of blanks that others left: in quotes, or in the clause that says so. */
const OF_OTHERS = lines(
  `附件2第2页“第　次会议”未写次数|文号“泗政办〔2018〕 号”未填写|第3页“年 月 日”未填|“第　次会议”没有写明次数|表中“□是 □否”没有勾选|落款日期写成2018年 月 日，应为6月15日|“因____”一句没有填完|请改正第3页的“____”处|会议纪要第　次没有写|附件标题中“第　次”缺次数|决定书写作泗综执罚〔2018〕　号，缺编号|表内“单位（公章）　年　月　日”没有填写日期|申请书第2页2018年　月　日空着|文号应为〔2018〕12号，不是〔2018〕　号`,
)
const OWN_BLANK = lines(
  `根据泗政办〔2018〕　号文件|根据泗政办〔2018〕__号文件|根据泗政办〔2018〕×号文件|根据第　次常务会议意见|根据第__次常务会议意见|根据第×次会议纪要|依据办法第__条|依据第×条第×款|违反第×条规定|不符合第　项条件|2018年　月　日收到的异议|2018年__月__日收到的材料|2018年×月×日收到|因____|因××原因退回|因（原因）退回|缺少__份材料|缺×份案卷|存在（　）个问题|材料有（　）项不符|第__项扣__分|得分应为__分|得分应为×分|于20××年被通报|经查，______|请于__月__日前报送|请于　月　日前报送|请于×月×日前完成整改|限　日内报送|限N日内补正|请于N日内|延期至__月__日|延期至　月　日|延期×日|会议推迟到__月__日召开|会议时间改为__月__日|请在XX前补充|请联系×××|经查，×××，异议不成立|经核查（核查情况）|经核查，（核查情况）|同意/不同意`,
)
/** What says something of the reason, and is no excuse for its blank. */
const BESIDE = lines(
  `请补正后重新报送|请补齐材料|请改正|应为2018年度|请按格式填写|得分没有写|请改为2018年度数据|缺少签字|材料没写日期|替换附件|请补充|情况属实|材料不全|第3页漏签|附件空白|应是2018年材料`,
)

it('real reasons pass, alone and together', () => {
  assert(
    property(SEED, (seed) => {
      const { pick, chance } = drawing(seed)
      const text = `${pick(chance(0.3) ? OF_OTHERS : REAL)}${pick(['，', '。', '；', '\n'])}${pick(chance(0.5) ? BESIDE : chance(0.3) ? OF_OTHERS : REAL)}`
      expect([text, isSentence(text), unfilledInReason(text)]).toEqual([text, true, undefined])
    }),
    drawn(1500),
  )
})

it('a blank of its own is found beside whatever is said of blanks', () => {
  assert(
    property(constantFrom(...OWN_BLANK), SEED, (blank, seed) => {
      const { pick } = drawing(seed)
      const [mark, said] = [pick(['，', '。', '；', '\n']), pick([...BESIDE, ...OF_OTHERS, ...REAL])]
      const text = pick([
        `${blank}${mark}${said}`,
        `${said}${mark}${blank}`,
        `${said}${mark}${blank}${mark}${pick(BESIDE)}`,
        blank,
      ])
      expect([text, unfilledInReason(text) !== undefined]).toEqual([text, true])
    }),
    drawn(2500),
  )
})
