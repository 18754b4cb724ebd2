import { describe, expect, it } from 'vitest'
import { given } from '../../test/given/given.ts'
import { batchKind, type CallTerms, openCall } from './batch.ts'

const AT = '2018-03-20T01:00:00.000Z'
const terms = (change: Partial<CallTerms> = {}): CallTerms => ({
  title: '泗县第二批依法行政示范单位创建活动',
  approval: { reference: '泗政办秘〔2018〕22号', date: '2018-03-15', by: '泗县人民政府' },
  trial: false,
  procedure: 'creation',
  application: { lastDay: '2018-05-15' },
  notice: { days: 7, convention: 'A' },
  returnDays: 10,
  replyDays: 15,
  quota: 10,
  signOffs: { legalOffice: 'online', unitHead: 'paper' },
  ...change,
})
const opened = { type: 'callOpened', v: 1, at: AT, terms: terms() } as const

describe('opening a call', () => {
  it('freezes its terms', () => {
    const { when } = given(batchKind)
    expect(when(openCall(terms(), AT))).toEqual([opened])
    expect(given(batchKind, opened).state).toEqual({ openedAt: AT, terms: terms() })
  })
  it('takes an instant as the end of a trial’s applications only', () => {
    const application = { lateFrom: '2018-03-20T02:00:00.000Z' }
    expect(given(batchKind).when(openCall(terms({ application, trial: true }), AT))).toHaveLength(1)
    expect(given(batchKind).refused(openCall(terms({ application }), AT))).toEqual([
      'incomplete',
      '只有演练批次可以用时刻作截止时间。',
      { application: '请填写申请截止日期' },
    ])
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
  it.each(['', 'creation2', 'constructor'])('is refused by the procedure “%s”, which nobody knows', (procedure) => {
    expect(given(batchKind).refused(openCall(terms({ procedure }), AT))[0]).toBe('incomplete')
  })
  it('is refused with other terms once it is open', () => {
    expect(given(batchKind, opened).refused(openCall(terms({ quota: 11 }), AT))).toEqual([
      'conflict',
      '本批次通知已发布（泗县第二批依法行政示范单位创建活动），其内容不能再改；如需调整日期，请另行发布变更通知。',
      {},
    ])
  })
  it('has nothing to do with the same terms, in whatever order they are written', () => {
    const reordered = Object.fromEntries(Object.entries(terms()).reverse()) as CallTerms
    expect(given(batchKind, opened).when(openCall(reordered, AT))).toEqual([])
  })
})
