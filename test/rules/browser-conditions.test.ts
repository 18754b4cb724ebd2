/** What the browser suites are told, and what they know of words: tried where no browser is needed. */
import { expect, it } from 'vitest'
import { conditionsOf, pcOf } from '../browser/conditions.ts'
import { drawnNumber } from '../browser/drawn-number.ts'
import { englishIn } from '../browser/english-on.ts'

it('gives each suite the PC that somebody asks for, and otherwise an office’s', () => {
  expect(pcOf(conditionsOf({}))).toEqual({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
  })
  const asked = {
    SHIFAN_BROWSER_ZONE: 'America/Los_Angeles',
    SHIFAN_BROWSER_WINDOW: '1024x768',
    SHIFAN_BROWSER_CUT: '4711',
  }
  expect(conditionsOf(asked)).toEqual({
    zone: 'America/Los_Angeles',
    window: { width: 1024, height: 768 },
    cut: '4711',
  })
})

it.each([
  ['SHIFAN_BROWSER_ZONE', 'Los Angeles'],
  ['SHIFAN_BROWSER_WINDOW', '1024*768'],
])('says what is wrong with %s=%s', (name, value) => {
  expect(() => conditionsOf({ [name]: value })).toThrow(value)
})

it('draws the same for the same seed, and not the same for all', () => {
  const drawn = Array.from({ length: 200 }, (_, n) => drawnNumber(`4711 at ${n}`, 40))
  expect(drawn).toEqual(Array.from({ length: 200 }, (_, n) => drawnNumber(`4711 at ${n}`, 40)))
  expect(new Set(drawn).size).toBeGreaterThan(30)
  expect(drawn.every((one) => one >= 0 && one < 40)).toBe(true)
})

it.each([
  ['aria-label=Select all', ['Select', 'all']],
  ['aria-label=clock-circle', ['clock', 'circle']],
  ['title=Close', ['Close']],
  ['Loading', ['Loading']],
  ['上传PDF，不超过20 MB', []],
  ['实施方案.pdf 已上传', []],
  ['aria-label=移除甲（工作计划）.pdf', []],
  ['摘要 9f86d081884c7d659a2f', []],
  ['批次2018-2', []],
  ['查询码 DYNNZNHY', []],
  ['SUBMITTED', ['SUBMITTED']],
  ['按Alt+J', []],
  ['可接收：pdf、ofd、doc、wps、et、mp4', []],
  ['未接收“安装程序.exe”：系统不接收“.exe”类型的文件', []],
  ['可接收：pdf、ofd、another、zip', ['pdf', 'ofd', 'another', 'zip']],
  ['“close”', ['close']],
])('finds the English of %s', (said, words) => {
  expect(englishIn(said)).toEqual(words)
})
