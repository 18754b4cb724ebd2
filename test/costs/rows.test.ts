import { expect, test } from 'vitest'
import { followed, type Measured } from './measured.ts'
import { Meter } from './meter.ts'
import { optionsOf } from './options.ts'
import { rowsOf } from './rows.ts'
import { tableText } from './table.ts'

const measured = (name: string, calls: Measured['calls'], cpuMs: number): Measured => ({
  ...{ name, kind: 'page', cases: 0, calls, asked: 1024, answered: 2048, cpuMs },
})
const played = (...runs: readonly Measured[]) => ({ measured: runs, bareMs: [1, 2, 90] })

test('a row has the calls of its dearest run, and medians of its CPU', () => {
  const base = played(measured('readBoard', { Query: 2 }, 4), measured('readBoard', { Query: 2, GetItem: 1 }, 6))
  const more = played(measured('readBoard', { Query: 5 }, 8))
  const [row, ...others] = rowsOf({ base, x10: base, x100: more })
  expect(others).toEqual([])
  expect(row).toMatchObject({
    name: 'readBoard',
    calls: { base: 3, x10: 3, x100: 5 },
    byKind: { base: { Query: 2, GetItem: 1 } },
    cpuMs: { base: 5, x10: 5, x100: 8 },
    ofBareAt: { base: 2.5, x10: 2.5, x100: 4 },
    ofBare: 3,
  })
})

test('what runs only with past batches is no row without its others', () => {
  const [base, x100] = [played(), played(measured('reconcile', { Query: 1 }, 1))]
  expect(() => rowsOf({ base, x10: base, x100 })).toThrow('reconcile did not run with every number of past batches')
})

test('a table says the figures, what grows, and what is not as expected', () => {
  const base = played(measured('readBoard', { Query: 2 }, 4))
  const x100 = played(measured('readBoard', { Query: 9 }, 4))
  const text = tableText(rowsOf({ base, x10: base, x100 }))
  expect(text.split('\n')[0]).toMatch(/^名称 +调用：无往年批次 +10批 +100批 +为最少办理的倍数/)
  expect(text).toMatch(/\n页面\nreadBoard +2 +2 +9 +2\.0 +4 +1\.0 +2\.0 +Query 9\n/)
  expect(text).toContain('没有达到预期的1项：\n  readBoard：往年批次增多时调用增加：10批多0次，100批多7次')
  expect(tableText(rowsOf({ base, x10: base, x100: base }))).toContain('各项都达到预期。')
})

test('each run has what was answered to its function since the last one; an address signed for a person is nobody’s', () => {
  const meter = new Meter()
  const { hooks, runs } = meter
  const answered = { functionName: 'sixian-follow', operation: 'Query', asked: 10, answered: 20 }
  hooks.answered(answered)
  hooks.answered({ ...answered, operation: 'PutItem' })
  hooks.answered({ ...answered, functionName: 'sixian-intake-api' })
  hooks.answered({ ...answered, operation: 'PutObject', signed: true })
  hooks.ran({
    functionName: 'sixian-follow',
    event: { Records: [{ dynamodb: { Keys: { stream: { S: 'case/2018-2/dazhuang' } } } }] },
    cpuMs: 3,
  })
  hooks.ran({ functionName: 'sixian-follow', event: { 'detail-type': 'Scheduled Event' }, cpuMs: 1 })
  hooks.ran({ functionName: 'sixian-intake-api', event: {}, cpuMs: 2 })
  expect(meter.signed).toBe(1)
  expect(runs.map(({ calls }) => calls)).toEqual([{ Query: 1, PutItem: 1 }, {}, { Query: 1 }])
  expect(runs).toMatchObject([
    { asked: 20, answered: 40, cpuMs: 3, news: 'case', scheduled: false },
    { scheduled: true },
    { cpuMs: 2 },
  ])
  expect(followed(runs).map(({ name, kind }) => [name, kind])).toEqual([
    ['follow case', 'follower'],
    ['follow', 'schedule'],
  ])
})

test('another option than --json is refused in a sentence', () => {
  expect(optionsOf([])).toEqual({ json: false })
  expect(optionsOf(['--json'])).toEqual({ json: true })
  expect(() => optionsOf(['--jsn'])).toThrow('无法识别“--jsn”；只有一个选项：--json，只输出JSON。')
  expect(() => optionsOf(['more'])).toThrow('无法识别“more”')
})
