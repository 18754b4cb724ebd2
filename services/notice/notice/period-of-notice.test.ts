import { describe, expect, it } from 'vitest'
import { Refused } from '#ledger/refused.ts'
import { periodOf } from '#steps/notice/period-of-notice.ts'
import { terms } from '../fixtures/county-at-notice.ts'
import { explainedPeriod, saidPeriod } from './said-period.ts'

const counted = (convention: 'A' | 'B' | 'C' | 'D', days = 7) => ({ ...terms, notice: { days, convention } })
const refusal = (ask: () => unknown): Refused => {
  try {
    ask()
  } catch (error) {
    if (error instanceof Refused) return error
  }
  throw new Error('it was not refused')
}

describe('over the National Day of 2025', () => {
  it.each([
    ['A', '2025年9月26日至2025年10月2日24时，共7个自然日', '不顺延。'],
    ['B', '2025年9月27日至2025年10月9日24时，共7个自然日', '顺延至其后第一个工作日'],
    ['C', '2025年9月28日至2025年10月13日24时，共7个工作日', '自其后第一个工作日起'],
    ['D', '2025年9月26日至2025年10月11日24时，共7个工作日', '发布当日为工作日的计入'],
  ] as const)('%s', (convention, said, explained) => {
    const period = periodOf(counted(convention), '2025-09-26')
    expect(saidPeriod(period)).toBe(said)
    expect(explainedPeriod(period)).toContain(explained)
    expect(explainedPeriod(period)).toContain('7')
  })
})

it('ends a trial at its instant', () => {
  const period = periodOf(counted('A'), '2018-05-20', { lateFrom: '2018-05-20T03:30:00.000Z' })
  expect(period).toMatchObject({ firstDay: '2018-05-20', lastDay: '2018-05-20', lateFrom: '2018-05-20T03:30:00.000Z' })
  expect(saidPeriod(period)).toBe('2018年5月20日至2018年5月20日11时30分')
  expect(refusal(() => periodOf(counted('A'), '2018-05-20', { lateFrom: '2018-05-19T03:30:00.000Z' })).code).toBe(
    'incomplete',
  )
})

it('says so when the holidays of a year are not known', () => {
  const { code, message, fields } = refusal(() => periodOf(counted('C'), '2030-05-20'))
  expect([code, Object.keys(fields)]).toEqual(['incomplete', ['publication.on']])
  expect(message).toContain('尚未录入2030年的节假日安排')
})
