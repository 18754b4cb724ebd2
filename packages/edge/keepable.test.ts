import { expect, it } from 'vitest'
import { Refused } from '#ledger/refused.ts'
import { Unreadable } from './errors.ts'
import { mustBeKeepable } from './keepable.ts'

const HALF = '\ud83d'
const refusal = (sent: unknown): unknown => {
  try {
    mustBeKeepable(sent, '主动退出')
    return undefined
  } catch (error) {
    if (error instanceof Refused) return [error.code, error.message, error.fields]
    return error
  }
}

it('lets through what JSON can say, whole characters of any kind too', () => {
  expect(refusal({ reason: '合并\u0000😀', list: [1, null, true, { deep: ['\ufffd'] }] })).toBeUndefined()
  for (const one of [{}, [], '', 0, null]) expect(refusal(one)).toBeUndefined()
})

it('refuses half characters in any text, each by its field', () => {
  const broken = '含有残缺字符（如被截断的表情符号）；请删去后重新填写'
  expect(refusal({ reason: `合并${HALF}`, fine: '好', lines: [{ text: 'x' }, { text: HALF }] })).toEqual([
    'incomplete',
    `“主动退出”有2处文字${broken}。`,
    { reason: broken, 'lines.1.text': broken },
  ])
  expect(refusal('\udc00')).toMatchObject(['incomplete', expect.anything(), { '': broken }])
})

it('refuses numbers that JSON reads as endless, each by its field', () => {
  const endless = '数字过大，无法保存；请核对后重新填写'
  expect(refusal(JSON.parse('{"reason":1e999,"fine":1e300,"lines":[{"odd":-1e999}]}'))).toEqual([
    'incomplete',
    `“主动退出”有2处${endless}。`,
    { reason: endless, 'lines.0.odd': endless },
  ])
})

it('refuses a name that cannot be kept, or that stands for something else', () => {
  expect(refusal({ values: { [`问题${HALF}`]: 'x' } })).toEqual([
    'incomplete',
    '“主动退出”没有“问题\ufffd”这一填写栏；请刷新页面后再试。',
    {},
  ])
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    expect(refusal(JSON.parse(`{"lines":[{"${name}":{"reason":"x"}}]}`))).toEqual([
      'incomplete',
      `“主动退出”没有“${name}”这一填写栏；请刷新页面后再试。`,
      {},
    ])
  expect(refusal({ 'a\u202eb': 1 })).toMatchObject(['incomplete', expect.stringContaining('“a□b”'), {}])
})

it('refuses what is nested without an end, and does not end with it', () => {
  const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`)
  expect(refusal(nested(60))).toBeUndefined()
  for (const levels of [70, 5000]) expect(refusal(nested(levels))).toBeInstanceOf(Unreadable)
})
