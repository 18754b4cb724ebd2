import { expect, test } from 'vitest'
import { beyond, slack, unmet } from './expected.ts'
import type { Kind } from './measured.ts'
import type { CostRow } from './rows.ts'

const same = <Of>(value: Of) => ({ base: value, x10: value, x100: value })
const row = (name: string, kind: Kind, calls: CostRow['calls'], ofBare = 1, cases = 0): CostRow => ({
  name,
  kind,
  calls,
  runs: same(1),
  all: calls,
  cases,
  ofBare,
  ofBareAt: same(ofBare),
  byKind: same({ Query: 1 }),
  asked: same(1),
  answered: same(1),
  cpuMs: same(1),
})
const growing = { base: 3, x10: 5, x100: 30 }

test('what keeps to what is expected says nothing', () => {
  expect(unmet(row('saveForm', 'command', same(10), 2))).toEqual([])
  expect(unmet(row('readWorklist', 'page', same(8), 9))).toEqual([])
  expect(unmet(row('ticketPutVerifyCite', 'together', same(25), 9))).toEqual([])
  expect(unmet(row('seal-heads', 'schedule', same(500), 9))).toEqual([])
})

test('one call, one bare work or one page more than expected is said', () => {
  expect(unmet(row('saveForm', 'command', same(11), 2.01))).toEqual([
    '调用11，预期不超过10',
    '函数用时为最少办理的倍数2.01，预期不超过2',
  ])
  expect(unmet(row('readWorklist', 'page', same(9)))).toEqual(['调用9，预期不超过8'])
  expect(unmet(row('ticketPutVerifyCite', 'together', same(26)))).toEqual(['调用26，预期不超过25'])
})

test('an act over a list may read each of its cases, and its function may take longer', () => {
  expect(unmet(row('recordResolution', 'command', same(13), 9, 3))).toEqual([])
  expect(unmet(row('recordResolution', 'command', same(14), 9, 3))).toEqual(['调用14，预期不超过13'])
})

test('growth is said of everything', () => {
  expect(unmet(row('seal-heads', 'schedule', growing))).toEqual(['往年批次增多时调用增加：10批多2次，100批多27次'])
})

test('what asks or grows more than its bound is found, and a bound that is not reached any more', () => {
  const rows = [row('seal-heads', 'schedule', growing), row('readCase', 'page', same(7))]
  const grows = (x10: number, x100: number) => ({ most: {}, grows: { 'seal-heads': [x10, x100] } }) as const
  expect(beyond(rows, { most: {}, grows: {} })).toEqual(['seal-heads：10批多2次（至多0），100批多27次（至多0）'])
  expect(beyond(rows, grows(2, 26))).toHaveLength(1)
  expect(beyond(rows, grows(1, 27))).toHaveLength(1)
  expect(beyond(rows, grows(2, 27))).toEqual([])
  expect(slack(rows, grows(2, 27))).toEqual([])
  expect(slack(rows, grows(2, 28))).toEqual(['seal-heads：现为[2, 27]，界限是[2, 28]'])
  expect(slack(rows, { most: {}, grows: { gone: [1, 1] } })).toEqual(['gone：现为[0, 0]，界限是[1, 1]'])
  const most = (readCase: number) => ({ most: { readCase }, grows: grows(2, 27).grows })
  expect(beyond(rows, most(6))).toEqual(['readCase：调用7次（至多6）'])
  expect([...beyond(rows, most(7)), ...slack(rows, most(7))]).toEqual([])
  expect(slack(rows, most(8))).toEqual(['readCase：现为7，界限是8'])
})
