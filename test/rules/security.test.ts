/** docs/security.md says where each thing is tested: there, and leaves no number of the standard out. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const text = readFileSync('docs/security.md', 'utf8')
const rows = text.split('\n').filter((line) => /^\| \d+\.\d+\.\d+/.test(line))

/**
 * What ASVS 4.0.3 asks for at levels 1 and 2, as section → numbers. Left out: those of level 3 alone, and those that the
 * standard itself has given up.
 */
const ASKED: Readonly<Record<string, string>> = {
  ...{ '1.1': '1-7', '1.2': '1-4', '1.4': '1,4,5', '1.5': '1-4', '1.6': '1-4', '1.7': '1-2', '1.8': '1-2' },
  ...{ '1.9': '1-2', '1.10': '1', '1.11': '1-2', '1.12': '2', '1.14': '1-6' },
  ...{ '2.1': '1-12', '2.2': '1-3', '2.3': '1-3', '2.4': '1-5', '2.5': '1-7', '2.6': '1-3', '2.7': '1-6' },
  ...{ '2.8': '1-6', '2.9': '1-3', '2.10': '1-4' },
  ...{ '3.1': '1', '3.2': '1-4', '3.3': '1-4', '3.4': '1-5', '3.5': '1-3', '3.7': '1' },
  ...{ '4.1': '1-3,5', '4.2': '1-2', '4.3': '1-3' },
  ...{ '5.1': '1-5', '5.2': '1-8', '5.3': '1-10', '5.4': '1-3', '5.5': '1-4' },
  ...{ '6.1': '1-3', '6.2': '1-6', '6.3': '1-2', '6.4': '1-2' },
  ...{ '7.1': '1-4', '7.2': '1-2', '7.3': '1,3,4', '7.4': '1-3' },
  ...{ '8.1': '1-4', '8.2': '1-3', '8.3': '1-8' },
  ...{ '9.1': '1-3', '9.2': '1-4' },
  ...{ '10.2': '1-2', '10.3': '1-3', '11.1': '1-8' },
  ...{ '12.1': '1-3', '12.2': '1', '12.3': '1-6', '12.4': '1-2', '12.5': '1-2', '12.6': '1' },
  ...{ '13.1': '1,3-5', '13.2': '1-3,5-6', '13.3': '1-2', '13.4': '1-2' },
  ...{ '14.1': '1-4', '14.2': '1-6', '14.3': '2-3', '14.4': '1-7', '14.5': '1-4' },
}
const counted = (from: number, to = from) => Array.from({ length: to - from + 1 }, (_, n) => from + n)
const asked = Object.entries(ASKED).flatMap(([section, numbers]) =>
  numbers.split(',').flatMap((range) => {
    const [from = 0, to] = range.split('-').map(Number)
    return counted(from, to).map((n) => `${section}.${n}`)
  }),
)
const answered = rows.flatMap((row) =>
  (row.split('|')[1] ?? '').split(',').flatMap((range) => {
    const [first = '', last = first] = range.trim().split('–')
    const at = (one: string) => Number(one.split('.')[2])
    return counted(at(first), at(last)).map((n) => `${first.split('.').slice(0, 2).join('.')}.${n}`)
  }),
)

it('answers every requirement of level 2, once', () => {
  expect(asked.length).toBeGreaterThan(240)
  expect(asked.filter((one) => !answered.includes(one))).toEqual([])
  expect(answered.filter((one, at) => answered.indexOf(one) < at)).toEqual([])
})

it('names tests that are there', () => {
  const named = [...text.matchAll(/`((?:test|packages|services|infra)\/[^`]+\.ts)`/g)].map(([, path = '']) => path)
  expect(new Set(named).size).toBeGreaterThan(40)
  expect([...new Set(named)].filter((path) => !existsSync(path))).toEqual([])
})

it('names a test for each, or says why there is none', () => {
  const lines = text.split('\n').filter((line) => line.startsWith('| ') && !/^\| (编号|控制点) /.test(line))
  expect(lines.length).toBeGreaterThan(80)
  const untested = lines.filter((line) => !/`[^`]+\.ts`/.test(line.split('|').at(-2) ?? ''))
  expect(untested.filter((line) => !/不适用|不归软件|\| 缺 \|/.test(line))).toEqual([])
})
