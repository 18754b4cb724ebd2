/** What becomes of the titles of 泗县's second batch in the calendar year after their naming, and one of the first batch. */
import { type Do, inBatch } from '../acts.ts'
import { BATCH } from '../second-batch.ts'
import { type Act, on } from '../year.ts'
import {
  consentToExperience,
  declineExperience,
  draftExperience,
  experience,
  proposeExperience,
  readPublicExperience,
  returnExperience,
  returnExperienceProposal,
  withdrawExperience,
} from './experience-acts.ts'
import {
  approveMeasure,
  checkCertificate,
  decideRevocation,
  measure,
  prepareMeasure,
  recheck,
  returnMeasure,
  takePlaque,
} from './title-acts.ts'

const FIRST_BATCH = '2016-1'
const inSecond = (at: string, what: string, act: Do): Act => on(at, what, inBatch(BATCH, act))
const inFirst = (at: string, what: string, act: Do): Act => on(at, what, inBatch(FIRST_BATCH, act))

const propose = {
  ...({
    kind: 'propose',
    ground: 'veto',
    situation: '班子成员重大违法违纪，受撤销党内职务或行政职务以上处分',
    happened: '2018-11-28',
  } as const),
  ...{ discovered: '2019-03-01', heard: '2019-03-05', on: '2019-03-06' },
  ...{ said: '承认事实，服从处理，没有其他意见。', text: '镇政府一名副职因违法决策受到撤职处分，处分决定已经生效。' },
}
const heard = { named: '听取意见记录.pdf', says: '大庄镇人民政府 2019-03-05' }

const CHECKED = { title: '重大决策逐件审核', text: '镇政府的重大决策，会前由法制机构审核，会后公开审核意见。' }
const LISTED = { title: '一张清单管执法', text: '镇里把执法事项列成清单，写明依据、程序和时限，在便民大厅公开。' }

export const titleYears: readonly Act[] = [
  inFirst(
    '2019-03-04T09:00',
    '补录市场监督管理局首批称号',
    measure(
      'shichang',
      {
        ...{ kind: 'enter', text: '关于命名首批依法行政示范单位的决定', number: '泗政〔2016〕9号', on: '2016-12-20' },
        ...{ certificate: '第3号', scan: '' },
      },
      'enter',
      { named: '首批命名决定.pdf', says: '泗政〔2016〕9号' },
    ),
  ),
  inSecond(
    '2019-03-04T10:00',
    '警示草沟镇',
    measure('caogou', { kind: 'warn', on: '2019-03-04', text: '执法案卷评查两次不合格，限三十日内整改到位。' }, 'warn'),
  ),
  inSecond('2019-03-04T11:00', '查验草沟镇的证书', checkCertificate('caogou', '受到警示')),
  inSecond('2019-03-04T14:00', '公开大庄镇的经验材料', experience('dazhuang', CHECKED, 'first')),
  inSecond(
    '2019-03-06T09:00',
    '听取意见后拟提请取消大庄镇的资格',
    prepareMeasure('dazhuang', propose, 'propose-1', heard),
  ),
  inSecond('2019-03-06T10:00', '提请稿退回', returnMeasure('dazhuang', '请写明处分决定生效的时间。', 'propose-1')),
  inSecond(
    '2019-03-06T15:00',
    '再次拟提请',
    prepareMeasure('dazhuang', { ...propose, text: `${propose.text}生效之日为2019年2月26日。` }, 'propose-2', heard),
  ),
  inSecond('2019-03-06T16:00', '签发提请', approveMeasure('dazhuang', 'propose-2')),
  inSecond(
    '2019-03-08T09:00',
    '暂停草沟镇的称号',
    measure('caogou', { kind: 'suspend', on: '2019-03-08', text: '逾期没有报送整改情况，称号暂停。' }, 'suspend'),
  ),
  inSecond('2019-03-15T16:00', '常务会议决定取消', decideRevocation('dazhuang', '泗政常纪〔2019〕8号', '2019-03-15')),
  inSecond(
    '2019-03-18T09:00',
    '签发取消决定',
    measure(
      'dazhuang',
      {
        kind: 'revoke',
        number: '泗政〔2019〕11号',
        on: '2019-03-18',
        text: '发现一票否决情形，决定取消示范单位资格。',
      },
      'revoke',
    ),
  ),
  inSecond('2019-03-18T10:00', '查验大庄镇的证书', checkCertificate('dazhuang', '泗政〔2019〕11号')),
  inSecond('2019-03-18T11:00', '资格取消，经验材料同时撤下', readPublicExperience('dazhuang', '示范单位资格已经取消')),
  inSecond('2019-03-25T09:00', '收回大庄镇的牌匾', takePlaque('dazhuang', '2019-03-25')),
  inSecond(
    '2019-03-29T09:00',
    '解除草沟镇的暂停',
    measure('caogou', { kind: 'lift', on: '2019-03-29', text: '经复核，整改已经到位。' }, 'lift'),
  ),
  inSecond('2019-04-02T09:00', '草沟镇年度复查', recheck('caogou', 2019, '2019-04-02')),
  inSecond(
    '2019-04-02T09:10',
    '草沟镇起草经验材料',
    draftExperience('caogou', { ...LISTED, text: '成效明显。' }, 'first'),
  ),
  inSecond('2019-04-02T09:20', '单位负责人退回', declineExperience('caogou', '请写明具体做法。', 'first')),
  inSecond('2019-04-02T09:30', '再次起草', draftExperience('caogou', LISTED, 'second')),
  inSecond('2019-04-02T09:40', '单位负责人同意公开', consentToExperience('caogou', 'second')),
  inSecond('2019-04-02T10:00', '提请公开', proposeExperience('caogou', 'second')),
  inSecond('2019-04-02T10:10', '提请退回', returnExperienceProposal('caogou', '请与单位核对数据。', 'second')),
  inSecond('2019-04-02T10:20', '退回单位补充', returnExperience('caogou', '请核对投诉件数。', 'second')),
  inSecond(
    '2019-04-02T10:30',
    '补充后公开',
    experience('caogou', { ...LISTED, text: `${LISTED.text}一年来没有一件被投诉。` }, 'third'),
  ),
  inSecond('2019-04-02T11:00', '群众查看草沟镇的经验材料', readPublicExperience('caogou', '没有一件被投诉')),
  inSecond(
    '2019-04-02T15:00',
    '草沟镇撤回经验材料',
    withdrawExperience('caogou', '投诉件数有误，核实后另行报送。', 'third'),
  ),
  inSecond('2019-04-02T15:10', '页面写明已经撤回', readPublicExperience('caogou', '于2019年4月2日撤回')),
  inFirst(
    '2019-04-03T09:00',
    '首批称号到期失效',
    measure('shichang', { kind: 'expire', on: '2019-04-03', text: '首批称号的有效期已满。' }, 'expire'),
  ),
]
