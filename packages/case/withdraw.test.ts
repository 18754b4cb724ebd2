import { expect, it } from 'vitest'
import { CLERK, day, IN_REVIEW, LISTED, NAMED, opened } from '../../test/given/cases.ts'
import { given } from '../../test/given/given.ts'
import { caseKind } from './case.ts'
import { withdraw } from './withdraw.ts'

const leave = withdraw('人员调整，来年再报。', { by: CLERK, received: day(9) })

it.each([
  ['application', [opened], 1],
  ['review', IN_REVIEW, 2],
  ['notice', LISTED, 3],
])('ends the case at the step %s', (step, history, visit) => {
  expect(given(caseKind, ...history).when(leave)).toEqual([
    {
      type: 'decided',
      v: 1,
      at: day(9),
      by: CLERK,
      step,
      visit,
      outcome: 'withdrawn',
      to: 'withdrawn',
      reason: '人员调整，来年再报。',
    },
  ])
})

it('is refused when the case has ended, or was never opened', () => {
  expect(given(caseKind, ...NAMED).refused(leave)).toEqual(['elsewhere', '本件已办结（已命名），不能退出。', {}])
  expect(given(caseKind).refused(leave)).toEqual(['unknown', '本单位在本批次还没有申报件；请先开始创建申请。', {}])
})

it('has nothing to do when the unit has left', () => {
  const { when } = given(caseKind, opened)
  expect(given(caseKind, opened, ...when(leave)).when(leave)).toEqual([])
})
