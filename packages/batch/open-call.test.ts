import { describe, expect, it } from 'vitest'
import { seenAs } from '#ledger/seen.ts'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import { SHORT } from '../../test/given/cases.ts'
import { WHOLE } from '../../test/given/cases-2018.ts'
import { given } from '../../test/given/given.ts'
import { BY_POINTS } from '../../test/given/scoring.ts'
import { type BatchEvent, batchKind, batchStream, type CallTerms, datesOf } from './batch.ts'
import * as deciders from './open-call.ts'

const AT = '2018-03-20T01:00:00.000Z'
const terms = (change: Partial<CallTerms> = {}): CallTerms => ({
  title: '泗县第二批依法行政示范单位创建活动',
  document: { number: '泗政办秘〔2018〕22号', organ: '泗县人民政府办公室', date: '2018-03-16' },
  approval: { reference: '泗政〔2018〕9号', date: '2018-03-15', by: '泗县人民政府' },
  trial: false,
  procedure: variantOf(SHORT),
  dates: { application: { lastDay: '2018-05-15' } },
  notice: { days: 7, convention: 'A' },
  returnDays: 10,
  replyDays: 15,
  quota: 10,
  signOffs: { 'creation-application': { legalOffice: 'online', unitHead: 'paper' } },
  ...change,
})
const BATCH = '2018-2'
const LATER = '2018-03-21T01:00:00.000Z'
const preparing = (called: CallTerms, received = AT, more: { by?: string; replaces?: string } = {}) => {
  const { by = 'officer', ...replaces } = more
  return deciders.prepareCall(BATCH, { terms: called, ...replaces }, { by, received })
}
const head = { by: 'head', received: LATER }
const preparation = (called = terms()) =>
  ({ type: 'callPrepared', v: 1, at: AT, by: 'officer', terms: called }) satisfies BatchEvent
const prepared = preparation()
const SEEN = seenAs(prepared, batchStream(BATCH))
const approving = { prepared: SEEN, secrecyChecked: true }
const opened: BatchEvent = { type: 'callOpened', v: 1, at: LATER, by: 'head', prepared: SEEN }
const back: BatchEvent = { type: 'callReturned', v: 1, at: LATER, by: 'head', reason: '申请期限再核。' }

describe('opening a call', () => {
  const { when, refused } = given(batchKind, prepared)
  it('is another person’s, who has read it: it is frozen from then on, under the digest of what was read', () => {
    expect(when(deciders.openCall(BATCH, approving, head))).toEqual([opened])
    expect(given(batchKind, prepared, opened).state).toEqual({
      ...{ openedAt: LATER, terms: terms(), amendments: [] },
      opened: { by: 'head', preparedBy: 'officer', preparedAt: AT, digest: SEEN },
    })
  })
  it('is not by whoever prepared it, nor before the secrecy check', () => {
    const by = (who: string, checked = true) =>
      refused(deciders.openCall(BATCH, { ...approving, secrecyChecked: checked }, { ...head, by: who }))
    expect(by('officer')[1]).toBe('创建通知是您拟制的，不能由您自己签发；请由其他有权人员签发。')
    expect(by('head', false)[2]).toEqual({ secrecyChecked: '请确认已进行保密审查' })
  })
  it('is refused where it was mended since, went back, or nothing waits', () => {
    const open = deciders.openCall(BATCH, approving, head)
    const mended = preparation(terms({ quota: 11 }))
    expect(given(batchKind, prepared, mended).refused(open)[1]).toContain('之后又修改过')
    for (const events of [[prepared, back], []])
      expect(given(batchKind, ...events).refused(open)[1]).toBe('没有待签发的创建通知；请刷新后再办。')
  })
  it('is refused once a date has passed since it was prepared: it goes back and is mended', () => {
    const late = { ...head, received: '2018-05-15T16:00:00.000Z' }
    expect(refused(deciders.openCall(BATCH, approving, late))).toEqual([
      'conflict',
      '还不能签发：截止日期已经过去，请另选。请退回，修改后重新拟制。',
      {},
    ])
  })
  it('has nothing to do a second time; of others it is refused, as it is open', () => {
    const { when: again, refused: no } = given(batchKind, prepared, opened)
    expect(again(deciders.openCall(BATCH, approving, head))).toEqual([])
    expect(no(deciders.openCall(BATCH, approving, { ...head, by: 'second' }))[0]).toBe('conflict')
    expect(no(deciders.returnCall(BATCH, { prepared: SEEN, reason: '再核。' }, head))[0]).toBe('conflict')
  })
})

describe('sending a call back', () => {
  const giveBack = deciders.returnCall(BATCH, { prepared: SEEN, reason: '申请期限再核。' }, head)
  it('says why, and another preparation takes its place', () => {
    expect(given(batchKind, prepared).when(giveBack)).toEqual([back])
    const mended = terms({ quota: 11 })
    expect(given(batchKind, prepared, back).when(preparing(mended, AT))).toEqual([preparation(mended)])
    // The same once more is prepared again, since it went back.
    expect(given(batchKind, prepared, back).when(preparing(terms()))).toEqual([prepared])
  })
  it('is refused where nothing waits or something newer does, and done once', () => {
    expect(given(batchKind).refused(giveBack)[0]).toBe('elsewhere')
    expect(given(batchKind, prepared, preparation(terms({ quota: 11 }))).refused(giveBack)[0]).toBe('elsewhere')
    expect(given(batchKind, prepared, back).when(giveBack)).toEqual([])
  })
})

describe('preparing a call', () => {
  it('keeps its terms, and opens nothing', () => {
    expect(given(batchKind).when(preparing(terms()))).toEqual([prepared])
    expect(given(batchKind, prepared).state).toEqual({ call: { prepared }, amendments: [] })
  })
  it('gives way to another officer only where they saw it, and is one with what the same person says again', () => {
    const { when, refused } = given(batchKind, prepared)
    const mine = terms({ quota: 11 })
    expect(when(preparing(terms(), LATER))).toEqual([])
    expect(refused(preparing(mine, LATER, { by: 'second' }))[1]).toContain('拟制了创建通知，您打开页面时还没有')
    expect(when(preparing(mine, LATER, { by: 'second', replaces: SEEN }))).toHaveLength(1)
    expect(when(preparing(mine, LATER))).toHaveLength(1)
  })
  it('names nobody’s number in what everybody reads', () => {
    const personal = '请去掉手机号码、身份证号'
    const wrong = {
      title: '活动，联系139-5557-1234',
      approval: { reference: '13955571234', date: '2018-03-15', by: '34222119800101123X' },
      contact: { phone: '13955571234' },
    }
    expect(given(batchKind).refused(preparing(terms(wrong)))).toEqual([
      'incomplete',
      '通知向社会公开，其中有手机号码或身份证号；请改写，需要时留办公电话。',
      { title: personal, 'approval.reference': personal, 'approval.by': personal, 'contact.phone': personal },
    ])
    expect(given(batchKind).when(preparing(terms({ title: '活动（电话0557-7021234）' })))).toHaveLength(1)
  })
  it('is a document with a number of its own, dated after the approval and not after today; a trial is none', () => {
    const { document, ...without } = terms()
    expect(given(batchKind).refused(preparing(without))[2]).toEqual({ 'document.number': '请填写通知的文号' })
    expect(given(batchKind).when(preparing({ ...without, trial: true }))).toHaveLength(1)
    const dated = (date: string) => preparing(terms({ document: { ...document!, date } }))
    expect(given(batchKind).refused(dated('2018-03-14'))[2]).toEqual({ 'document.date': '成文日期不能早于批准日期' })
    expect(given(batchKind).refused(dated('2018-03-21'))[2]).toEqual({ 'document.date': '成文日期不能晚于今天' })
    expect(given(batchKind).when(dated('2018-03-20'))).toHaveLength(1)
  })
  it('takes an instant as the end of a trial’s applications only', () => {
    const dates = { application: { lateFrom: '2018-03-20T02:00:00.000Z' } }
    expect(given(batchKind).when(preparing(terms({ dates, trial: true })))).toHaveLength(1)
    expect(given(batchKind).refused(preparing(terms({ dates })))).toEqual([
      'incomplete',
      '通知有1处需要修改。',
      { 'dates.application': '只有演练批次可以用时刻作截止时间' },
    ])
  })
  it('takes no date that is more than five years away, nor one of the year 9999', () => {
    const until = (lastDay: string) => preparing(terms({ dates: { application: { lastDay } } }))
    for (const lastDay of ['2023-04-01', '9999-12-31'])
      expect(given(batchKind).refused(until(lastDay))).toEqual([
        'incomplete',
        '通知有1处需要修改。',
        { 'dates.application': '截止日期不能晚于通知发布后五年' },
      ])
    expect(given(batchKind).when(until('2023-03-19'))).toHaveLength(1)
    const far = { application: { lateFrom: '9999-12-31T00:00:00.000Z' } }
    expect(given(batchKind).refused(preparing(terms({ dates: far, trial: true })))[2]).toHaveProperty([
      'dates.application',
    ])
  })
  it('needs no quota, and says the first late instant of each dated step', () => {
    const { quota: _, ...open } = terms()
    expect(given(batchKind).when(preparing(open))).toHaveLength(1)
    expect(datesOf(terms())).toEqual({ application: '2018-05-15T16:00:00.000Z' })
    const trial = { application: { lateFrom: '2018-03-20T02:00:00.000Z' } }
    expect(datesOf({ dates: trial })).toEqual({ application: '2018-03-20T02:00:00.000Z' })
  })
  it('freezes conditions and vetoes with their items, which may not change either', () => {
    const chosen = (id: string) => ({
      catalogue: id,
      version: 1,
      digest: '9f'.repeat(32),
      items: [{ id: `${id}-1`, title: '第1项' }],
    })
    const asked = { conditions: chosen('conditions'), vetoes: chosen('vetoes') }
    expect(given(batchKind).when(preparing(terms(asked)))).toEqual([preparation(terms(asked))])
    const { refused } = given(batchKind, preparation(terms(asked)), opened)
    expect(refused(preparing(terms({ ...asked, vetoes: chosen('others') })))[0]).toBe('conflict')
  })
  it('freezes the standard that it chose, which is part of what may not change', () => {
    const standard = { catalogue: 'sixian', version: 1, digest: '9f'.repeat(32), title: '示范单位标准' }
    const chosen = preparation(terms({ standard }))
    expect(given(batchKind).when(preparing(terms({ standard })))).toEqual([chosen])
    expect(given(batchKind, chosen, opened).refused(preparing(terms()))[0]).toBe('conflict')
  })
  it('is refused without an approval reference', () => {
    const approval = { ...terms().approval, reference: ' ' }
    expect(given(batchKind).refused(preparing(terms({ approval })))).toEqual([
      'incomplete',
      '没有党委、政府的批准文号，不能发布通知。',
      { approval: '请填写批准文号' },
    ])
  })
  it('is refused when its first date has passed, a trial’s as well, and when its approval is of a later day', () => {
    const after = '2018-05-15T16:00:00.000Z'
    expect(given(batchKind).refused(preparing(terms(), after))[2]).toEqual({
      'dates.application': '截止日期已经过去，请另选',
    })
    expect(given(batchKind).when(preparing(terms(), '2018-05-15T15:59:59.999Z'))).toHaveLength(1)
    expect(given(batchKind).refused(preparing(terms({ trial: true }), after))[2]).toHaveProperty(['dates.application'])
    const document = { ...terms().document!, date: '2018-03-20' }
    const on = (date: string) => preparing(terms({ document, approval: { ...terms().approval, date } }))
    expect(given(batchKind).refused(on('2018-03-21'))[2]).toEqual({ 'approval.date': '批准日期不能晚于今天' })
    expect(given(batchKind).when(on('2018-03-20'))).toHaveLength(1)
  })
  it('is refused with sign-offs of a form or a box that the procedure does not have', () => {
    const application = { ...terms().signOffs['creation-application'], mayor: 'paper' as const }
    const signOffs = { 'creation-application': application, 'creation-declaration': { unitHead: 'paper' as const } }
    expect(given(batchKind).refused(preparing(terms({ signOffs })))[2]).toEqual({
      'signOffs.creation-application.mayor': '表格中没有这一签署栏',
      'signOffs.creation-declaration': '程序中没有这一表格',
    })
  })
  it.each(['', 'creation2', 'constructor'])('is refused by the procedure “%s”, which nobody knows', (name) => {
    const procedure = { ...variantOf(SHORT), name }
    expect(given(batchKind).refused(preparing(terms({ procedure })))).toEqual([
      'incomplete',
      '没有通知选择的程序，或者内容与登记的不一致。',
      { procedure: '请选择列出的程序' },
    ])
  })
  it('is refused by another version, or with another digest under the same one', () => {
    expect(procedureAt('creation-short@9')).toBeUndefined()
    for (const change of [{ version: 9 }, { digest: '0'.repeat(64) }])
      expect(given(batchKind).refused(preparing(terms({ procedure: { ...variantOf(SHORT), ...change } })))[0]).toBe(
        'incomplete',
      )
  })
  describe('by the whole procedure', () => {
    const dates = {
      application: { lastDay: '2018-05-15' },
      implementation: { lastDay: '2018-10-31' },
      declaration: { lastDay: '2018-11-15' },
    }
    const signOffs = { ...terms().signOffs, 'creation-declaration': { unitHead: 'online' as const } }
    const whole = (change: Partial<CallTerms> = {}) =>
      preparing(terms({ procedure: variantOf(WHOLE), dates, signOffs, scoring: BY_POINTS, ...change }))
    it('asks a date for each step that time decides, and a mode for each sign-off of each form', () => {
      expect(given(batchKind).when(whole())).toHaveLength(1)
      expect(given(batchKind).refused(whole({ dates: terms().dates, signOffs: terms().signOffs }))[2]).toEqual({
        'dates.implementation': '请填写“创建实施”的截止日期',
        'dates.declaration': '请填写“单位申报”的截止日期',
        'signOffs.creation-declaration.unitHead': '请选择“单位主要负责人意见”的签署方式',
      })
    })
    it('is refused with dates out of order, or for steps that have none', () => {
      const early = { ...dates, declaration: { lastDay: '2018-10-31' }, review: { lastDay: '2018-06-01' } }
      expect(given(batchKind).refused(whole({ dates: early }))[2]).toEqual({
        'dates.declaration': '“单位申报”的截止日期应晚于前一环节',
        'dates.review': '程序中没有这一期限',
      })
    })
  })
  it('is refused once it is open, with the same terms as well: what was called stays', () => {
    for (const called of [terms(), terms({ quota: 11 })])
      expect(given(batchKind, prepared, opened).refused(preparing(called))).toEqual([
        'conflict',
        '本批次通知已发布（泗县第二批依法行政示范单位创建活动），其内容不能再改；如需调整日期，请另行发布变更通知。',
        { batch: '这个编号的批次已经发布，请用下一个编号' },
      ])
  })
})
