import { describe, expect, it } from 'vitest'
import { FORM, IN_REVIEW, OFFICER, saved } from '../../test/given/cases.ts'
import { given } from '../../test/given/given.ts'
import { asCovered, asSeen, mustBeAsSeen } from './as-seen.ts'
import { caseKind } from './case.ts'
import { decide } from './standing.ts'

const accepts = (state: typeof caseKind.initial) =>
  decide(state, 'accepted', { by: OFFICER, received: '2018-04-20T01:00:00.000Z' }, { reason: '符合条件。' })
const nothing = () => []

describe('the visit that was seen', () => {
  const { when, refused, state } = given(caseKind, ...IN_REVIEW)
  it('is the one that stands', () => {
    expect(when(asSeen(state.visit, accepts))).toMatchObject([{ type: 'decided', visit: state.visit }])
    expect(() => mustBeAsSeen(state, state.visit)).not.toThrow()
  })
  it.each([-2, -1, 1])('is not one %i away', (away) => {
    expect(refused(asSeen(state.visit + away, accepts))).toEqual([
      'elsewhere',
      '您打开页面之后，本件离开过本环节又回来；本次没有办理，您填写的内容仍在。请核对现在的内容后再办；页面没有更新的，请刷新。',
      {},
    ])
  })
  it('does not matter to what has nothing left to do', () => {
    expect(when(asSeen(0, nothing))).toEqual([])
  })
})

describe('the form that was seen', () => {
  const { when, refused } = given(caseKind, ...IN_REVIEW)
  const covers = saved().digest
  it('is the one that stands', () => {
    expect(when(asCovered(FORM, covers, accepts))).toHaveLength(1)
  })
  it('is no other one, and none where there was none', () => {
    for (const [form, digest] of [
      [FORM, 'e'.repeat(64)],
      ['creation-declaration', covers],
    ] as const)
      expect(refused(asCovered(form, digest, accepts))).toEqual([
        'elsewhere',
        '您看到的表格之后又被修改过，本次没有提交；请刷新，核对后再提交。',
        {},
      ])
  })
  it('does not matter to what has nothing left to do', () => {
    expect(when(asCovered(FORM, 'e'.repeat(64), nothing))).toEqual([])
  })
})
