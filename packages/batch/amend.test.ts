import { describe, expect, it } from 'vitest'
import { seenAs } from '#ledger/seen.ts'
import { variantOf } from '#procedure/procedures.ts'
import { callEvents } from '../../test/given/called.ts'
import { WHOLE } from '../../test/given/cases-2018.ts'
import { given } from '../../test/given/given.ts'
import { approveAmendment, prepareAmendment, returnAmendment } from './amend.ts'
import { type BatchEvent, batchKind, batchStream, type CallTerms, datesOf, standingTerms } from './batch.ts'

const day = (lastDay: string) => ({ lastDay })
const terms: CallTerms = {
  title: '泗县第二批依法行政示范单位创建活动',
  approval: { reference: '泗政办秘〔2018〕22号', date: '2018-03-15', by: '泗县人民政府' },
  trial: false,
  procedure: variantOf(WHOLE),
  dates: {
    application: day('2018-05-15'),
    implementation: day('2018-10-31'),
    declaration: day('2018-11-30'),
  },
  notice: { days: 7, convention: 'A' },
  returnDays: 10,
  replyDays: 15,
  signOffs: {
    'creation-application': { legalOffice: 'online', unitHead: 'online' },
    'creation-declaration': { unitHead: 'online' },
  },
}
const CALLED = '2018-03-20T01:00:00.000Z'
const PREPARED = '2018-05-10T01:00:00.000Z'
const NOW = '2018-05-11T01:00:00.000Z'
/** 2018年5月15日24时. */
const END = '2018-05-15T16:00:00.000Z'
const opened = callEvents(terms, CALLED)
const officer = { by: 'officer', received: PREPARED }
const head = { by: 'head', received: NOW }
const amendment = { dates: { application: day('2018-05-31') }, reason: '遭遇汛情，各单位集中防汛。' }
const moved = { application: { from: day('2018-05-15'), to: day('2018-05-31') } }
const prepared: BatchEvent = {
  ...{ type: 'amendmentPrepared', v: 1, at: PREPARED, by: 'officer' },
  ...{ dates: moved, reason: amendment.reason },
}
const amended: BatchEvent = {
  ...{ type: 'amended', v: 1, at: NOW, by: 'head', preparedBy: 'officer', preparedAt: PREPARED },
  ...{ dates: moved, reason: amendment.reason },
}
const BATCH = '2018-2'
const SEEN = seenAs(prepared, batchStream(BATCH))
/** Another one, of the same instant. */
const other: BatchEvent = { ...prepared, reason: '汛情。' }
const approving = { prepared: SEEN, secrecyChecked: true }
const cancelled: BatchEvent = {
  ...{
    type: 'batchCancelled',
    v: 1,
    at: '2018-05-10T00:00:00.000Z',
    by: 'head',
    preparedBy: 'officer',
    preparedAt: CALLED,
  },
  reason: '上级暂停创建活动。',
}

describe('preparing an amendment', () => {
  const { when, refused } = given(batchKind, ...opened)
  it('says of every date how it stood and how it is to stand, and moves none yet', () => {
    expect(when(prepareAmendment(BATCH, { ...amendment, number: '泗法办〔2018〕3号' }, officer))).toEqual([
      { ...prepared, number: '泗法办〔2018〕3号' },
    ])
    const { state } = given(batchKind, ...opened, prepared)
    expect(datesOf(standingTerms(terms, state.amendments)).application).toBe(END)
  })
  it('moves several dates at once past one another, in order', () => {
    const dates = { implementation: day('2018-11-30'), declaration: day('2018-12-31') }
    expect(when(prepareAmendment(BATCH, { ...amendment, dates }, officer))).toHaveLength(1)
    expect(
      refused(prepareAmendment(BATCH, { ...amendment, dates: { implementation: day('2018-11-30') } }, officer)),
    ).toEqual([
      'incomplete',
      '变更通知有1处需要修改。',
      {
        'dates.implementation': '“创建实施”的截止日期应早于“单位申报”（2018年11月30日24时），或者一并变更后者',
      },
    ])
    const crossed = { implementation: day('2018-12-31'), declaration: day('2018-12-30') }
    expect(refused(prepareAmendment(BATCH, { ...amendment, dates: crossed }, officer))[2]).toEqual({
      'dates.declaration': '“单位申报”的截止日期应晚于“创建实施”（2018年12月31日24时）',
    })
  })
  it('brings nothing forward that was announced, not by a moment', () => {
    for (const lastDay of ['2018-05-14', '2018-05-15'])
      expect(
        refused(prepareAmendment(BATCH, { ...amendment, dates: { application: day(lastDay) } }, officer))[2],
      ).toEqual({
        'dates.application': '新的截止日期应晚于现在的（2018年5月15日24时）；已经公布的期限不能提前',
      })
  })
  it('leaves a date alone from the first late instant on', () => {
    const at = (received: string) => prepareAmendment(BATCH, amendment, { by: 'officer', received })
    expect(when(at('2018-05-15T15:59:59.999Z'))).toHaveLength(1)
    expect(refused(at(END))[2]).toEqual({
      'dates.application': '“创建申请”已于2018年5月15日24时截止，不能再变更；个别单位有正当理由的，请为该单位延长期限',
    })
  })
  it('is refused without a date, for a step that has none, a year too late, as an instant, with a number of somebody', () => {
    expect(refused(prepareAmendment(BATCH, { ...amendment, dates: {} }, officer))[2]).toEqual({
      dates: '请至少填写一个新的截止日期',
    })
    const dates = { review: day('2018-06-01'), declaration: day('2019-12-01') }
    expect(refused(prepareAmendment(BATCH, { ...amendment, dates }, officer))[2]).toEqual({
      'dates.review': '程序中没有这一期限',
      'dates.declaration': '最多比通知原定期限（2018年11月30日24时）晚一年',
    })
    expect(
      refused(
        prepareAmendment(
          BATCH,
          { ...amendment, dates: { application: { lateFrom: '2018-06-01T00:00:00.000Z' } } },
          officer,
        ),
      )[2],
    ).toEqual({ 'dates.application': '只有演练批次可以用时刻作截止时间' })
    for (const number of ['13955571234', '139 5557 1234', '139-5557-1234', '１３９５５５７１２３４'])
      expect(refused(prepareAmendment(BATCH, { ...amendment, reason: `请联系${number}。` }, officer))[2]).toEqual({
        reason: '请去掉手机号码、身份证号',
      })
    expect(refused(prepareAmendment(BATCH, { ...amendment, number: '13955571234' }, officer))[2]).toEqual({
      number: '请去掉手机号码、身份证号',
    })
    for (const step of ['constructor', 'toString'])
      expect(
        refused(prepareAmendment(BATCH, { ...amendment, dates: { [step]: day('2018-06-01') } }, officer))[2],
      ).toEqual({
        [`dates.${step}`]: '程序中没有这一期限',
      })
  })
  it('takes the place of an earlier one, and has nothing to do when it says the same', () => {
    const again = given(batchKind, ...opened, prepared)
    expect(again.when(prepareAmendment(BATCH, amendment, { ...officer, received: NOW }))).toEqual([])
    const second = { by: 'second', received: NOW }
    expect(again.when(prepareAmendment(BATCH, { ...amendment, replaces: SEEN }, second))).toHaveLength(1)
    expect(again.refused(prepareAmendment(BATCH, amendment, second))).toEqual([
      'conflict',
      expect.stringMatching(/^其他人员于2018年.+拟制了变更通知，您打开页面时还没有；/),
      {},
    ])
    const other = { ...amendment, dates: { application: day('2018-06-15') } }
    const [next] = again.when(prepareAmendment(BATCH, other, { ...officer, received: NOW }))
    expect(next).toMatchObject({ at: NOW })
    if (next) expect(given(batchKind, ...opened, prepared, next).state.amendment).toEqual({ prepared: next })
  })
  it('waits while the batch is to be cancelled, and is over with it', () => {
    const cancelling: BatchEvent = {
      ...{ type: 'cancellingPrepared', v: 1, at: PREPARED, by: 'officer' },
      reason: '上级暂停。',
    }
    expect(given(batchKind, ...opened, cancelling).refused(prepareAmendment(BATCH, amendment, officer))[0]).toBe(
      'conflict',
    )
    expect(given(batchKind, ...opened, cancelled).refused(prepareAmendment(BATCH, amendment, officer))).toEqual([
      'elsewhere',
      '本批次已于2018年5月10日取消，不能再办理。',
      {},
    ])
    expect(given(batchKind).refused(prepareAmendment(BATCH, amendment, officer))[0]).toBe('unknown')
  })
})

describe('approving an amendment', () => {
  const { when, refused } = given(batchKind, ...opened, prepared)
  it('moves the dates that stand, and leaves what the call said', () => {
    expect(when(approveAmendment(BATCH, approving, head))).toEqual([amended])
    const { state } = given(batchKind, ...opened, prepared, amended)
    expect(state.terms).toEqual(terms)
    expect(standingTerms(terms, state.amendments).dates).toEqual({ ...terms.dates, application: day('2018-05-31') })
    expect(state.amendment).toBeUndefined()
  })
  it('is refused to whoever prepared it, unseen, without the secrecy check, and where nothing waits', () => {
    expect(refused(approveAmendment(BATCH, approving, { ...officer, received: NOW }))[0]).toBe('forbidden')
    expect(given(batchKind, ...opened, prepared, other).refused(approveAmendment(BATCH, approving, head))[0]).toBe(
      'elsewhere',
    )
    expect(refused(approveAmendment(BATCH, { ...approving, secrecyChecked: false }, head))[0]).toBe('incomplete')
    expect(given(batchKind, ...opened).refused(approveAmendment(BATCH, approving, head))[0]).toBe('elsewhere')
  })
  it('is refused once a date has passed that it moves: a right that has lapsed stays so', () => {
    expect(refused(approveAmendment(BATCH, approving, { ...head, received: END }))).toEqual([
      'conflict',
      '还不能签发：“创建申请”已于2018年5月15日24时截止，不能再变更；个别单位有正当理由的，请为该单位延长期限。请退回，修改后重新拟制。',
      {},
    ])
  })
  it('has nothing to do a second time; the next one begins where this ended', () => {
    const done = given(batchKind, ...opened, prepared, amended)
    expect(done.when(approveAmendment(BATCH, approving, head))).toEqual([])
    expect(done.refused(approveAmendment(BATCH, approving, { ...head, by: 'other' }))[0]).toBe('elsewhere')
    const again = prepareAmendment(BATCH, { ...amendment, dates: { application: day('2018-06-15') } }, officer)
    expect(done.when(again)).toMatchObject([
      { dates: { application: { from: day('2018-05-31'), to: day('2018-06-15') } } },
    ])
    const [second] = done.when(again)
    if (!second) throw new Error('nothing was prepared')
    const waiting = given(batchKind, ...opened, prepared, amended, second)
    expect(
      waiting.when(approveAmendment(BATCH, { ...approving, prepared: seenAs(second, batchStream(BATCH)) }, head)),
    ).toMatchObject([{ type: 'amended', dates: { application: { to: day('2018-06-15') } } }])
  })
})

describe('returning an amendment', () => {
  const reason = '日期再核。'
  const { when } = given(batchKind, ...opened, prepared)
  it('sends it back with the reason; what went back is not approved', () => {
    const [returned] = when(returnAmendment(BATCH, { prepared: SEEN, reason }, head))
    expect(returned).toEqual({ type: 'amendmentReturned', v: 1, at: NOW, by: 'head', reason })
    if (!returned) return
    const back = given(batchKind, ...opened, prepared, returned)
    expect(back.state.amendment?.returned?.reason).toBe(reason)
    expect(back.refused(approveAmendment(BATCH, approving, head))[0]).toBe('elsewhere')
    expect(back.when(returnAmendment(BATCH, { prepared: SEEN, reason }, head))).toEqual([])
    // Sent again as it was, since the reason has gone.
    expect(back.when(prepareAmendment(BATCH, amendment, officer))).toHaveLength(1)
  })
  it('is refused unseen', () => {
    expect(
      given(batchKind, ...opened, prepared, other).refused(returnAmendment(BATCH, { prepared: SEEN, reason }, head))[0],
    ).toBe('elsewhere')
  })
})
