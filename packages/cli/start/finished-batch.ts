/**
 * The county's first batch, which named a year before the demonstration's today. What has become of its titles since:
 * one was warned and is held again, one is proposed for revocation and waits for the meeting, one is revoked.
 */

import { type Do, inBatch, openCall } from '../rehearsal/acts.ts'
import { asInSixian, CONDITIONS, publishPack, STANDARD } from '../rehearsal/catalogue-acts.ts'
import { fillIn, signAndSubmit } from '../rehearsal/form-acts.ts'
import { accepted, refused, review } from '../rehearsal/judgement-acts.ts'
import { closeNotice, meet, publishNotice } from '../rehearsal/list-acts.ts'
import { terms } from '../rehearsal/second-batch.ts'
import { decideRevocation, measure, takePlaque } from '../rehearsal/titles/title-acts.ts'
import { type Act, on } from '../rehearsal/year.ts'

const BATCH = '2016-1'
const inFirst = (at: string, what: string, act: Do): Act => on(at, what, inBatch(BATCH, act))

const UNITS = {
  sicheng: '泗城镇人民政府',
  jiaotong: '县交通运输局',
  shuiwu: '泗县国家税务局',
  changgou: '长沟镇人民政府',
} as const
const units = Object.entries(UNITS)
const named = ['sicheng', 'jiaotong', 'shuiwu']

const { text: _second, papers: _papers, ...rest } = terms
const firstTerms = {
  ...rest,
  title: '泗县首批依法行政示范单位创建',
  document: { number: '泗政办秘〔2016〕31号', organ: '泗县人民政府办公室', date: '2016-10-17' },
  approval: {
    reference: '泗政〔2016〕20号',
    date: '2016-10-12',
    by: '泗县人民政府',
    allows: '同意开展首批依法行政示范单位创建活动。',
  },
  dates: { application: { lastDay: '2016-11-18' } },
}

const proposal = {
  ...({ kind: 'propose', ground: 'veto' } as const),
  situation: '班子成员重大违法违纪，受撤销党内职务或行政职务以上处分',
}
const heardAt = (unit: string, day: string) => ({ named: '听取意见记录.pdf', says: `${unit} ${day}` })

export const finishedBatch: readonly Act[] = [
  inFirst('2016-10-14T15:00', '发布泗县标准', publishPack(STANDARD)),
  inFirst('2016-10-14T16:00', '发布泗县基本条件', publishPack(CONDITIONS)),
  inFirst('2016-10-17T15:00', '发布首批创建通知', openCall(asInSixian(firstTerms))),
  ...units.map(([unit, name], i) => inFirst(`2016-11-0${i + 1}T10:00`, `${name}填写申请表`, fillIn(unit, name))),
  ...units.map(([unit, name]) => inFirst('2016-11-10T15:00', `${name}签署并提交`, signAndSubmit(unit, '2016-11-10'))),
  ...named.map((unit) => inFirst('2016-11-28T09:00', `${unit}初审通过`, review(unit, accepted))),
  inFirst('2016-11-28T10:00', '长沟镇初审不予通过', review('changgou', refused)),
  inFirst('2017-03-06T09:00', '公示首批候选单位', publishNotice(named, '2017-03-06')),
  inFirst('2017-03-14T09:00', '结束公示', closeNotice()),
  inFirst('2017-04-20T15:00', '常务会议命名', meet('泗政常纪〔2017〕6号', '2017-04-20', named, 'named')),
  inFirst(
    '2017-12-05T09:00',
    '听取意见后提请取消国家税务局的资格',
    measure(
      'shuiwu',
      {
        ...proposal,
        ...{ happened: '2017-10-24', discovered: '2017-11-20', heard: '2017-12-04', on: '2017-12-05' },
        said: '承认事实，没有其他意见。',
        text: '一名分管执法的副职因违法决策受到撤职处分，处分决定已经生效。',
      },
      'propose',
      heardAt('泗县国家税务局', '2017-12-04'),
    ),
  ),
  inFirst('2017-12-21T16:00', '常务会议决定取消', decideRevocation('shuiwu', '泗政常纪〔2017〕21号', '2017-12-21')),
  inFirst(
    '2017-12-25T09:00',
    '签发取消决定',
    measure(
      'shuiwu',
      {
        kind: 'revoke',
        number: '泗政〔2017〕33号',
        on: '2017-12-25',
        text: '发现一票否决情形，决定取消示范单位资格。',
      },
      'revoke',
    ),
  ),
  inFirst('2017-12-28T09:00', '收回国家税务局的牌匾', takePlaque('shuiwu', '2017-12-28')),
  inFirst(
    '2018-03-12T09:00',
    '警示泗城镇',
    measure(
      'sicheng',
      { kind: 'warn', on: '2018-03-12', text: '一季度两份执法案卷评查不合格，限三十日内整改到位。' },
      'warn',
    ),
  ),
  inFirst(
    '2018-04-16T10:00',
    '解除泗城镇的警示',
    measure('sicheng', { kind: 'lift', on: '2018-04-16', text: '经复核，整改已经到位。' }, 'lift'),
  ),
  inFirst(
    '2018-05-07T15:00',
    '听取意见后提请取消交通运输局的资格',
    measure(
      'jiaotong',
      {
        ...proposal,
        ...{ happened: '2018-02-27', discovered: '2018-04-18', heard: '2018-05-04', on: '2018-05-07' },
        said: '请求考虑已经完成整改。',
        text: '一名副职因违法实施行政处罚受到撤职处分，处分决定已经生效。',
      },
      'propose',
      heardAt('县交通运输局', '2018-05-04'),
    ),
  ),
]
