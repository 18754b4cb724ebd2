import { describe, expect, it } from 'vitest'
import {
  CLERK,
  day,
  HEAD,
  IN_REVIEW,
  LEGAL,
  LISTED,
  NAMED,
  OFFICER,
  opened,
  saved,
  seenHere,
  sha,
  signed,
  vetoRaised,
  withdrawalEntered,
} from '../../test/given/cases.ts'
import { given } from '../../test/given/given.ts'
import { caseKind } from './case.ts'
import { factsOf } from './facts.ts'
import { cancelWithdrawal, confirmWithdrawal, enterWithdrawal } from './withdraw.ts'

const { reason } = withdrawalEntered
const ENTERED_AS = seenHere(withdrawalEntered)
const clerk = { by: CLERK, received: day(8) }
const head = { by: HEAD, received: day(9) }
const left = { type: 'decided', v: 1, at: day(9), by: HEAD, outcome: 'withdrawn', to: 'withdrawn', reason } as const
const LEFT = [opened, withdrawalEntered, { ...left, step: 'application', visit: 1 }]
const none = ['unknown', '本单位在本批次还没有申报件；请先开始创建申请。', {}]

describe('entering a withdrawal', () => {
  it('waits for the head; the case goes on meanwhile', () => {
    expect(given(caseKind, ...LISTED).when(enterWithdrawal({ reason }, clerk))).toEqual([withdrawalEntered])
    expect(given(caseKind, ...LISTED, withdrawalEntered).state.step).toBe('notice')
  })
  it('with the stamped paper is the withdrawal, also where it was entered without before', () => {
    const events = [
      { ...withdrawalEntered, scan: sha('7') },
      { ...left, at: day(8), by: CLERK, step: 'notice', visit: 3 },
    ]
    expect(given(caseKind, ...LISTED).when(enterWithdrawal({ reason, scan: sha('7') }, clerk))).toEqual(events)
    const pending = given(caseKind, ...LISTED, withdrawalEntered)
    expect(pending.when(enterWithdrawal({ reason, scan: sha('7') }, clerk))).toEqual(events)
  })
  it('is on a paper of its own: neither an attachment nor a signed page of a form', () => {
    const onPaper = signed('unitHead', CLERK, { mode: 'paper', scan: sha('7') })
    const { refused, when } = given(caseKind, opened, saved(), onPaper)
    const entering = (scan: string) => enterWithdrawal({ reason: '机构合并', scan }, { by: CLERK, received: day(6) })
    expect(refused(entering(`${sha('5')} 退出申请.pdf`))).toEqual([
      'incomplete',
      '盖章的书面申请还不能使用。',
      { scan: '这份文件是“创建申请表”的附件，不是盖章的书面申请；请上传盖章的书面申请的扫描件' },
    ])
    expect(refused(entering(sha('7')))[2].scan).toContain('是“创建申请表”的签字盖章页')
    expect(when(entering(sha('6')))).toHaveLength(2)
  })
  it('is refused when the case has ended, was never opened, or another reason waits', () => {
    expect(given(caseKind, ...NAMED).refused(enterWithdrawal({ reason }, clerk))).toEqual([
      'elsewhere',
      '本件已办结（已命名），不能退出。',
      {},
    ])
    expect(given(caseKind).refused(enterWithdrawal({ reason }, clerk))).toEqual(none)
    const lost = ['elsewhere', '本单位已经退出本批次，本次填写的理由和材料没有登记；请刷新后查看。', {}]
    for (const entry of [{ reason: '另有原因。' }, { reason, scan: sha('7') }])
      expect(given(caseKind, ...LEFT).refused(enterWithdrawal(entry, clerk))).toEqual(lost)
    expect(
      given(caseKind, opened, withdrawalEntered).refused(enterWithdrawal({ reason: '另有原因。' }, clerk)),
    ).toEqual(['conflict', '本单位已录入退出申请，正等待主要负责人确认；要改写理由，请先撤销。', {}])
  })
  it('has nothing to do when the same waits, or the unit has left', () => {
    expect(given(caseKind, opened, withdrawalEntered).when(enterWithdrawal({ reason }, clerk))).toEqual([])
    expect(given(caseKind, ...LEFT).when(enterWithdrawal({ reason }, clerk))).toEqual([])
  })
})

describe('confirming a withdrawal', () => {
  it.each([
    ['application', [opened], 1],
    ['review', IN_REVIEW, 2],
    ['notice', LISTED, 3],
  ] as const)('ends the case at the step %s', (step, history, visit) => {
    const { when } = given(caseKind, ...history, withdrawalEntered)
    expect(when(confirmWithdrawal(ENTERED_AS, head))).toEqual([{ ...left, step, visit }])
  })
  it('is refused to whoever entered it, where nothing waits, after the end and without a case', () => {
    expect(given(caseKind, opened, withdrawalEntered).refused(confirmWithdrawal(ENTERED_AS, clerk))).toEqual([
      'forbidden',
      '录入人不能确认自己录入的退出申请；请由主要负责人确认，或者上传盖章的书面申请。',
      {},
    ])
    expect(given(caseKind, opened).refused(confirmWithdrawal(ENTERED_AS, head))).toEqual([
      'elsewhere',
      '没有待确认的退出申请；请刷新后再办。',
      {},
    ])
    expect(given(caseKind, ...NAMED).refused(confirmWithdrawal(ENTERED_AS, head))[0]).toBe('elsewhere')
    expect(given(caseKind).refused(confirmWithdrawal(ENTERED_AS, head))).toEqual(none)
  })
  it('waits until a veto is decided, entered as well as confirmed', () => {
    const waits = ['conflict', '法制办正在核实本单位的有关情况，办结以前不能办理退出；请办结后再办。', {}]
    const entered = { ...withdrawalEntered, at: day(7) }
    const confirm = confirmWithdrawal(seenHere(entered), head)
    expect(given(caseKind, ...IN_REVIEW, entered, vetoRaised).refused(confirm)).toEqual(waits)
    for (const scan of [undefined, sha('5')])
      expect(given(caseKind, ...IN_REVIEW, vetoRaised).refused(enterWithdrawal({ reason, scan }, clerk))).toEqual(waits)
    expect(given(caseKind, ...IN_REVIEW, entered).when(confirm)).toHaveLength(1)
  })
  it('has nothing to do when the unit has left', () => {
    expect(given(caseKind, ...LEFT).when(confirmWithdrawal(ENTERED_AS, head))).toEqual([])
  })
})

it('another that was entered since is neither confirmed nor cancelled unseen, in the same instant even', () => {
  const other = { ...withdrawalEntered, reason: '另有原因。' }
  const taken = { type: 'withdrawalCancelled', v: 1, at: day(8), by: CLERK } as const
  const { refused, when } = given(caseKind, opened, withdrawalEntered, taken, other)
  const sentence = '您看到的退出申请之后又重新录入过；请刷新，核对后再办。'
  for (const decision of [confirmWithdrawal(ENTERED_AS, head), cancelWithdrawal({ entered: ENTERED_AS }, head)])
    expect(refused(decision)).toEqual(['elsewhere', sentence, {}])
  expect(when(confirmWithdrawal(seenHere(other), head))).toHaveLength(1)
})

describe('cancelling a withdrawal', () => {
  const cancelled = { type: 'withdrawalCancelled', v: 1, at: day(9), by: HEAD } as const
  it('takes back what was entered, so that another may be', () => {
    expect(given(caseKind, opened, withdrawalEntered).when(cancelWithdrawal({ entered: ENTERED_AS }, head))).toEqual([
      cancelled,
    ])
    expect(
      given(caseKind, opened, withdrawalEntered).when(
        cancelWithdrawal({ entered: ENTERED_AS, reason: '继续创建' }, head),
      ),
    ).toEqual([{ ...cancelled, reason: '继续创建' }])
    const after = given(caseKind, opened, withdrawalEntered, cancelled)
    expect(after.state.withdrawal).toBeUndefined()
    expect(after.when(enterWithdrawal({ reason: '另有原因。' }, clerk))).toHaveLength(1)
  })
  it('is refused once the unit has left, and without a case', () => {
    expect(given(caseKind, ...LEFT).refused(cancelWithdrawal({ entered: ENTERED_AS }, head))).toEqual([
      'elsewhere',
      '本件已办结（主动退出），退出申请不能再撤销。',
      {},
    ])
    expect(given(caseKind).refused(cancelWithdrawal({ entered: ENTERED_AS }, head))).toEqual(none)
  })
  it('tells whoever entered it what another person has cancelled, until they have read it or enter it anew', () => {
    const declined = given(caseKind, opened, withdrawalEntered, { ...cancelled, reason: '继续创建' })
    expect(factsOf(declined.state).withdrawalsDeclined).toEqual([{ at: day(9), enteredBy: CLERK, reason: '继续创建' }])
    const seen = { ...cancelled, reason: '继续创建', withdrawal: withdrawalEntered }
    const read = declined.when(cancelWithdrawal({ entered: seenHere(seen) }, clerk))
    expect(read).toEqual([{ ...cancelled, at: day(8), by: CLERK, read: true }])
    const history = [opened, withdrawalEntered, cancelled, ...read]
    expect(factsOf(given(caseKind, ...history).state).withdrawalsDeclined).toBeUndefined()
    const again = { ...withdrawalEntered, at: day(10) }
    const state = given(caseKind, opened, withdrawalEntered, cancelled, again).state
    expect([state.withdrawal, state.withdrawalsDeclined]).toEqual([again, []])
    // Taken back by themselves there is nothing to be told, and nobody else reads for them.
    const own = { ...cancelled, by: CLERK }
    expect(given(caseKind, opened, withdrawalEntered, own).state.withdrawalsDeclined).toEqual([])
    expect(declined.when(cancelWithdrawal({ entered: ENTERED_AS }, head))).toEqual([])
    expect(declined.when(cancelWithdrawal({ entered: ENTERED_AS, reason: '继续创建' }, head))).toEqual([])
    expect(declined.refused(cancelWithdrawal({ entered: ENTERED_AS, reason: '另有考虑' }, head))).toEqual([
      'elsewhere',
      '退出申请此前已经撤销，本次填写的理由没有登记；请刷新后查看。',
      {},
    ])
  })
  it('is the same again only of what was cancelled last, whoever has read it since, not of an earlier one', () => {
    const declined = { ...cancelled, reason: '继续创建' }
    const again = { ...withdrawalEntered, by: LEGAL, at: day(10) }
    const takenBack = { ...cancelled, by: LEGAL, at: day(11) }
    const asked = cancelWithdrawal({ entered: ENTERED_AS, reason: '继续创建' }, head)
    const read = { ...cancelled, at: day(10), by: CLERK, read: true } as const
    expect(given(caseKind, opened, withdrawalEntered, declined, read).when(asked)).toEqual([])
    expect(given(caseKind, opened, withdrawalEntered, declined, again, takenBack).refused(asked)[1]).toContain(
      '本次填写的理由没有登记',
    )
  })
  it('that was declined counts as read only by whoever saw it: not by taking it back a moment later, nor by an earlier one', () => {
    const first = { ...cancelled, reason: '理由甲' }
    const again = { ...withdrawalEntered, at: day(10) }
    const second = { ...cancelled, at: day(11), reason: '理由乙' }
    const { refused } = given(caseKind, opened, withdrawalEntered, first, again, second)
    const sentence = '主要负责人没有同意您录入的退出申请；请刷新，查看理由后再办。'
    for (const seen of [again, { ...first, withdrawal: withdrawalEntered }])
      expect(refused(cancelWithdrawal({ entered: seenHere(seen) }, clerk))).toEqual(['elsewhere', sentence, {}])
  })
  it('stays unread through what another person enters, takes back or is declined, which waits on its own', () => {
    const second = { ...withdrawalEntered, by: LEGAL, at: day(10) }
    const first = { ...cancelled, withdrawal: withdrawalEntered }
    const entered = given(caseKind, opened, withdrawalEntered, cancelled, second)
    expect([entered.state.withdrawal, entered.state.withdrawalsDeclined]).toEqual([second, [first]])
    const [read] = entered.when(cancelWithdrawal({ entered: seenHere(first) }, clerk))
    expect(read).toMatchObject({ read: true, by: CLERK })
    const known = given(caseKind, opened, withdrawalEntered, cancelled, second, read!).state
    expect([known.withdrawal, known.withdrawalsDeclined]).toEqual([second, []])
    // Whoever has one to read may cancel what waits as anybody may.
    expect(entered.when(cancelWithdrawal({ entered: seenHere(second) }, clerk))).toEqual([
      { ...cancelled, at: day(8), by: CLERK },
    ])
    const own = { ...cancelled, at: day(11), by: LEGAL }
    expect(given(caseKind, opened, withdrawalEntered, cancelled, second, own).state.withdrawalsDeclined).toEqual([
      first,
    ])
    const other = { ...cancelled, at: day(11) }
    const both = given(caseKind, opened, withdrawalEntered, cancelled, second, other).state
    expect(both.withdrawalsDeclined).toEqual([first, { ...other, withdrawal: second }])
    expect(factsOf(both).withdrawalsDeclined?.map(({ enteredBy }) => enteredBy)).toEqual([CLERK, LEGAL])
  })
  it('has nothing to do when nothing waits', () => {
    expect(
      given(caseKind, opened).when(cancelWithdrawal({ entered: ENTERED_AS }, { by: OFFICER, received: day(9) })),
    ).toEqual([])
  })
})
