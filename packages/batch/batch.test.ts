import { describe, expect, it } from 'vitest'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import { SHORT } from '../../test/given/cases.ts'
import { WHOLE } from '../../test/given/cases-2018.ts'
import { given } from '../../test/given/given.ts'
import { batchKind, type CallTerms, datesOf, openCall } from './batch.ts'

const AT = '2018-03-20T01:00:00.000Z'
const terms = (change: Partial<CallTerms> = {}): CallTerms => ({
  title: '泗县第二批依法行政示范单位创建活动',
  approval: { reference: '泗政办秘〔2018〕22号', date: '2018-03-15', by: '泗县人民政府' },
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
const opened = { type: 'callOpened', v: 1, at: AT, terms: terms() } as const

describe('opening a call', () => {
  it('freezes its terms', () => {
    const { when } = given(batchKind)
    expect(when(openCall(terms(), AT))).toEqual([opened])
    expect(given(batchKind, opened).state).toEqual({ openedAt: AT, terms: terms(), amendments: [] })
  })
  it('names nobody’s number in what everybody reads', () => {
    const personal = '请去掉手机号码、身份证号'
    const wrong = {
      title: '活动，联系139-5557-1234',
      approval: { reference: '13955571234', date: '2018-03-15', by: '34222119800101123X' },
    }
    expect(given(batchKind).refused(openCall(terms(wrong), AT))).toEqual([
      'incomplete',
      '通知向社会公开，其中有手机号码或身份证号；请改写，需要时留办公电话。',
      { title: personal, 'approval.reference': personal, 'approval.by': personal },
    ])
    expect(given(batchKind).when(openCall(terms({ title: '活动（电话0557-7021234）' }), AT))).toHaveLength(1)
  })
  it('takes an instant as the end of a trial’s applications only', () => {
    const dates = { application: { lateFrom: '2018-03-20T02:00:00.000Z' } }
    expect(given(batchKind).when(openCall(terms({ dates, trial: true }), AT))).toHaveLength(1)
    expect(given(batchKind).refused(openCall(terms({ dates }), AT))).toEqual([
      'incomplete',
      '通知有1处需要修改。',
      { 'dates.application': '只有演练批次可以用时刻作截止时间' },
    ])
  })
  it('takes no date that is more than five years away, nor one of the year 9999', () => {
    const until = (lastDay: string) => openCall(terms({ dates: { application: { lastDay } } }), AT)
    for (const lastDay of ['2023-04-01', '9999-12-31'])
      expect(given(batchKind).refused(until(lastDay))).toEqual([
        'incomplete',
        '通知有1处需要修改。',
        { 'dates.application': '截止日期不能晚于通知发布后五年' },
      ])
    expect(given(batchKind).when(until('2023-03-19'))).toHaveLength(1)
    const far = { application: { lateFrom: '9999-12-31T00:00:00.000Z' } }
    expect(given(batchKind).refused(openCall(terms({ dates: far, trial: true }), AT))[2]).toHaveProperty([
      'dates.application',
    ])
  })
  it('needs no quota, and says the first late instant of each dated step', () => {
    const { quota: _, ...open } = terms()
    expect(given(batchKind).when(openCall(open, AT))).toHaveLength(1)
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
    expect(given(batchKind).when(openCall(terms(asked), AT))).toEqual([{ ...opened, terms: terms(asked) }])
    const { refused } = given(batchKind, { ...opened, terms: terms(asked) })
    expect(refused(openCall(terms({ ...asked, vetoes: chosen('others') }), AT))[0]).toBe('conflict')
  })
  it('freezes the standard that it chose, which is part of what may not change', () => {
    const standard = { catalogue: 'sixian', version: 1, digest: '9f'.repeat(32) }
    const chosen = { ...opened, terms: terms({ standard }) }
    expect(given(batchKind).when(openCall(terms({ standard }), AT))).toEqual([chosen])
    expect(given(batchKind, chosen).when(openCall(terms({ standard }), AT))).toEqual([])
    expect(given(batchKind, chosen).refused(openCall(terms(), AT))[0]).toBe('conflict')
    expect(given(batchKind, opened).refused(openCall(terms({ standard }), AT))[0]).toBe('conflict')
  })
  it('is refused without an approval reference', () => {
    const approval = { ...terms().approval, reference: ' ' }
    expect(given(batchKind).refused(openCall(terms({ approval }), AT))).toEqual([
      'incomplete',
      '没有党委、政府的批准文号，不能发布通知。',
      { approval: '请填写批准文号' },
    ])
  })
  it('is refused when its first date has passed, a trial’s as well, and when its approval is of a later day', () => {
    const after = '2018-05-15T16:00:00.000Z'
    expect(given(batchKind).refused(openCall(terms(), after))[2]).toEqual({
      'dates.application': '截止日期已经过去，请另选',
    })
    expect(given(batchKind).when(openCall(terms(), '2018-05-15T15:59:59.999Z'))).toHaveLength(1)
    expect(given(batchKind).refused(openCall(terms({ trial: true }), after))[2]).toHaveProperty(['dates.application'])
    const on = (date: string) => openCall(terms({ approval: { ...terms().approval, date } }), AT)
    expect(given(batchKind).refused(on('2018-03-21'))[2]).toEqual({ 'approval.date': '批准日期不能晚于今天' })
    expect(given(batchKind).when(on('2018-03-20'))).toHaveLength(1)
  })
  it('is refused with sign-offs of a form or a box that the procedure does not have', () => {
    const application = { ...terms().signOffs['creation-application'], mayor: 'paper' as const }
    const signOffs = { 'creation-application': application, 'creation-declaration': { unitHead: 'paper' as const } }
    expect(given(batchKind).refused(openCall(terms({ signOffs }), AT))[2]).toEqual({
      'signOffs.creation-application.mayor': '表格中没有这一签署栏',
      'signOffs.creation-declaration': '程序中没有这一表格',
    })
  })
  it.each(['', 'creation2', 'constructor'])('is refused by the procedure “%s”, which nobody knows', (name) => {
    const procedure = { ...variantOf(SHORT), name }
    expect(given(batchKind).refused(openCall(terms({ procedure }), AT))).toEqual([
      'incomplete',
      '没有通知选择的程序，或者内容与登记的不一致。',
      { procedure: '请选择列出的程序' },
    ])
  })
  it('is refused by another version, or with another digest under the same one', () => {
    expect(procedureAt('creation-short@9')).toBeUndefined()
    for (const change of [{ version: 9 }, { digest: '0'.repeat(64) }])
      expect(given(batchKind).refused(openCall(terms({ procedure: { ...variantOf(SHORT), ...change } }), AT))[0]).toBe(
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
      openCall(terms({ procedure: variantOf(WHOLE), dates, signOffs, ...change }), AT)
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
  it('is refused with other terms once it is open', () => {
    expect(given(batchKind, opened).refused(openCall(terms({ quota: 11 }), AT))).toEqual([
      'conflict',
      '本批次通知已发布（泗县第二批依法行政示范单位创建活动），其内容不能再改；如需调整日期，请另行发布变更通知。',
      { batch: '这个编号的批次已经发布，请用下一个编号' },
    ])
  })
  it('has nothing to do with the same terms, in whatever order they are written', () => {
    const reordered = Object.fromEntries(Object.entries(terms()).reverse()) as CallTerms
    expect(given(batchKind, opened).when(openCall(reordered, AT))).toEqual([])
  })
})
