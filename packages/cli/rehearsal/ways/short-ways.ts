/** Three units by the short procedure: put off and then refused, objected to after the notice, and cancelled before anybody has decided. */
import type { CallBody } from '#contracts/call.ts'
import { type Do, inBatch, inOrder, openCall } from '../acts.ts'
import { asInSixian } from '../catalogue-acts.ts'
import { approveCancelling, prepareCancelling } from '../change-acts.ts'
import { fillIn, signAndSubmit } from '../form-acts.ts'
import { accepted, review } from '../judgement-acts.ts'
import { closeNotice, meet, publishNotice } from '../list-acts.ts'
import { admitObjection, enterObjection, findObjection } from '../objection-acts.ts'
import { terms as usual } from '../second-batch.ts'
import { type Act, on, type Story } from '../year.ts'

export const SHORT_WAYS_BATCH = '2018-6'
const terms: CallBody = {
  ...usual,
  title: '泗县依法行政示范单位创建（简易程序补充）',
  document: { number: '泗政办秘〔2018〕26号', organ: '泗县人民政府办公室', date: '2018-04-13' },
}
export const shortWaysStories: readonly Story[] = [
  {
    unit: 'wafang',
    name: '瓦坊乡人民政府',
    story: '常务会议暂缓审议，再次审议不予通过',
    ends: 'refused',
    endsOn: '2018-06-22',
  },
  {
    unit: 'shuiwu',
    name: '泗县国家税务局',
    story: '公示结束后收到期内来信，异议成立',
    ends: 'objectionUpheld',
    endsOn: '2018-06-13',
  },
  { unit: 'heita', name: '黑塔镇人民政府', story: '等待审议时创建活动取消', ends: 'cancelled', endsOn: '2018-06-27' },
]
const all = shortWaysStories.map(({ unit }) => unit)
const nameOf = (unit: string) => shortWaysStories.find((one) => one.unit === unit)?.name ?? unit
const inShort = (at: string, what: string, act: Do): Act => on(at, what, inBatch(SHORT_WAYS_BATCH, act))
const each = (act: (unit: string) => Do): Do => inOrder(...all.map(act))

export const shortWays: readonly Act[] = [
  inShort('2018-04-16T11:30', '发布简易程序补充批次的通知', openCall(asInSixian(terms))),
  inShort(
    '2018-05-10T14:00',
    '三个单位填写申请表',
    each((unit) => fillIn(unit, nameOf(unit))),
  ),
  inShort(
    '2018-05-11T14:00',
    '三个单位签署并提交',
    each((unit) => signAndSubmit(unit, '2018-05-11')),
  ),
  inShort(
    '2018-05-21T16:00',
    '三个单位初审通过',
    each((unit) => review(unit, accepted)),
  ),
  inShort('2018-05-28T14:00', '公示三个单位', publishNotice(all, '2018-05-28')),
  inShort('2018-06-06T14:00', '结束公示', closeNotice()),
  inShort('2018-06-11T14:00', '收到期内寄出的来信', enterObjection('shuiwu', 'letter', '2018-06-02')),
  inShort('2018-06-11T15:00', '受理来信', admitObjection('shuiwu')),
  inShort('2018-06-13T14:00', '来信的异议成立', findObjection('shuiwu', 'upheld')),
  inShort(
    '2018-06-15T15:00',
    '常务会议暂缓审议瓦坊乡',
    meet('泗政常纪〔2018〕21号', '2018-06-15', ['wafang'], 'deferred'),
  ),
  inShort(
    '2018-06-22T15:00',
    '常务会议再次审议瓦坊乡',
    meet('泗政常纪〔2018〕22号', '2018-06-22', ['wafang'], 'refused'),
  ),
  inShort('2018-06-27T09:00', '拟取消补充批次', prepareCancelling('县级机构改革，创建活动并入下一批。')),
  inShort('2018-06-27T10:00', '签发取消通知', approveCancelling()),
]
