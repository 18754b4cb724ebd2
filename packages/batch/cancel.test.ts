import { describe, expect, it } from 'vitest'
import { seenAs } from '#ledger/seen.ts'
import { variantOf } from '#procedure/procedures.ts'
import { callEvents } from '../../test/given/called.ts'
import { SHORT } from '../../test/given/cases.ts'
import { given } from '../../test/given/given.ts'
import { type BatchEvent, batchKind, batchStream } from './batch.ts'
import { approveCancelling, prepareCancelling, returnCancelling } from './cancel.ts'

const CALLED = '2018-03-20T01:00:00.000Z'
const PREPARED = '2018-05-10T01:00:00.000Z'
const NOW = '2018-05-11T01:00:00.000Z'
const opened: readonly BatchEvent[] = callEvents(
  {
    title: '第二批',
    approval: { reference: '泗政办秘〔2018〕22号', date: '2018-03-15', by: '泗县人民政府' },
    trial: false,
    procedure: variantOf(SHORT),
    dates: { application: { lastDay: '2018-05-15' } },
    notice: { days: 7, convention: 'A' },
    ...{ returnDays: 10, replyDays: 15 },
    signOffs: { 'creation-application': { legalOffice: 'online', unitHead: 'paper' } },
  },
  CALLED,
)
const reason = '上级暂停创建活动。'
const prepared: BatchEvent = { type: 'cancellingPrepared', v: 1, at: PREPARED, by: 'officer', reason }
const cancelled: BatchEvent = {
  ...{ type: 'batchCancelled', v: 1, at: NOW, by: 'head', preparedBy: 'officer', preparedAt: PREPARED, reason },
}
const officer = { by: 'officer', received: PREPARED }
const head = { by: 'head', received: NOW }
const BATCH = '2018-2'
const SEEN = seenAs(prepared, batchStream(BATCH))
/** Another one, of the same instant. */
const other: BatchEvent = { ...prepared, reason: '另有安排。' }
const approving = { prepared: SEEN, secrecyChecked: true }

describe('preparing the end of a batch', () => {
  it('names nobody’s number in what everybody reads', () => {
    const wrong = { reason: '请联系13955571234。', number: '34222119800101123X' }
    expect(given(batchKind, ...opened).refused(prepareCancelling(BATCH, wrong, officer))).toEqual([
      'incomplete',
      '取消决定向社会公开，其中有手机号码或身份证号；请改写，需要时留办公电话。',
      { reason: '请去掉手机号码、身份证号', number: '请去掉手机号码、身份证号' },
    ])
  })
  it('states the reason, and the number of the paper where it has one', () => {
    const { when } = given(batchKind, ...opened)
    expect(when(prepareCancelling(BATCH, { reason }, officer))).toEqual([prepared])
    expect(when(prepareCancelling(BATCH, { reason, number: '泗法办〔2018〕3号' }, officer))).toEqual([
      { ...prepared, number: '泗法办〔2018〕3号' },
    ])
  })
  it('is refused with a number of somebody, in a batch that nobody called, and where it is cancelled already', () => {
    const { refused } = given(batchKind, ...opened)
    expect(refused(prepareCancelling(BATCH, { reason: '请联系13955571234。' }, officer))[0]).toBe('incomplete')
    expect(given(batchKind).refused(prepareCancelling(BATCH, { reason }, officer))[0]).toBe('unknown')
    expect(
      given(batchKind, ...opened, prepared, cancelled).refused(prepareCancelling(BATCH, { reason }, officer))[0],
    ).toBe('elsewhere')
  })
  it('has nothing to do when it says the same', () => {
    const { when } = given(batchKind, ...opened, prepared)
    expect(when(prepareCancelling(BATCH, { reason }, { ...officer, received: NOW }))).toEqual([])
    expect(when(prepareCancelling(BATCH, { reason: '另有安排。' }, officer))).toHaveLength(1)
  })
  it('of somebody else takes the place only of what was seen', () => {
    const { when, refused } = given(batchKind, ...opened, prepared)
    const second = { by: 'second', received: NOW }
    expect(when(prepareCancelling(BATCH, { reason, replaces: SEEN }, second))).toHaveLength(1)
    expect(refused(prepareCancelling(BATCH, { reason, replaces: seenAs(other, batchStream(BATCH)) }, second))).toEqual([
      'conflict',
      '其他人员于2018年5月10日9时00分拟制了取消决定，您打开页面时还没有；本次没有送签，您填写的内容仍在。请打开那一稿核对，仍要以您的为准的，再次送签。',
      {},
    ])
  })
})

describe('approving the end of a batch', () => {
  const { when, refused } = given(batchKind, ...opened, prepared)
  it('ends it, and what was to be amended with it', () => {
    expect(when(approveCancelling(BATCH, approving, head))).toEqual([cancelled])
    const amendment: BatchEvent = {
      ...{ type: 'amendmentPrepared', v: 1, at: PREPARED, by: 'officer', reason: '汛情。' },
      dates: { application: { from: { lastDay: '2018-05-15' }, to: { lastDay: '2018-05-31' } } },
    }
    const { state } = given(batchKind, ...opened, amendment, prepared, cancelled)
    expect([state.cancelled?.reason, state.amendment, state.cancelling]).toEqual([reason, undefined, undefined])
  })
  it('is refused to whoever prepared it, unseen, without the secrecy check, and where nothing waits', () => {
    expect(refused(approveCancelling(BATCH, approving, { ...officer, received: NOW }))[0]).toBe('forbidden')
    expect(given(batchKind, ...opened, prepared, other).refused(approveCancelling(BATCH, approving, head))[0]).toBe(
      'elsewhere',
    )
    expect(refused(approveCancelling(BATCH, { ...approving, secrecyChecked: false }, head))[0]).toBe('incomplete')
    expect(given(batchKind, ...opened).refused(approveCancelling(BATCH, approving, head))[0]).toBe('elsewhere')
  })
  it('has nothing to do a second time', () => {
    const done = given(batchKind, ...opened, prepared, cancelled)
    expect(done.when(approveCancelling(BATCH, approving, head))).toEqual([])
    expect(done.refused(approveCancelling(BATCH, approving, { ...head, by: 'other' }))[0]).toBe('elsewhere')
  })
})

describe('returning it', () => {
  const back = { prepared: SEEN, reason: '先报县政府同意。' }
  it('sends it back with the reason, once', () => {
    const { when } = given(batchKind, ...opened, prepared)
    const [returned] = when(returnCancelling(BATCH, back, head))
    expect(returned).toEqual({ type: 'cancellingReturned', v: 1, at: NOW, by: 'head', reason: back.reason })
    if (!returned) return
    const after = given(batchKind, ...opened, prepared, returned)
    expect(after.when(returnCancelling(BATCH, back, head))).toEqual([])
    expect(after.refused(approveCancelling(BATCH, approving, head))[0]).toBe('elsewhere')
    expect(after.when(prepareCancelling(BATCH, { reason }, officer))).toHaveLength(1)
  })
  it('is refused unseen, and where nothing waits', () => {
    expect(given(batchKind, ...opened, prepared, other).refused(returnCancelling(BATCH, back, head))[0]).toBe(
      'elsewhere',
    )
    expect(given(batchKind, ...opened).refused(returnCancelling(BATCH, back, head))[0]).toBe('elsewhere')
  })
})
