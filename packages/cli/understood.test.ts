import { expect, it } from 'vitest'
import { bytesOf, given, onlyOne, originOf, understood } from './understood.ts'

const USAGE = '用法：npm run shifan -- 命令 文件 --api 地址'
const config = { options: { api: { type: 'string' } }, allowPositionals: true } as const

it('gives what was typed, as it was asked for', () => {
  const { values, positionals } = understood(['a.csv', '--api', 'https://county.example'], USAGE, config)
  expect([values.api, onlyOne(positionals, USAGE)]).toEqual(['https://county.example', 'a.csv'])
})

it('says of what it does not know what it was, and what can be typed', () => {
  expect(() => understood(['a.csv', '--apy', 'x'], USAGE, config)).toThrow(`无法识别“a.csv --apy x”。\n${USAGE}`)
  for (const words of [[], ['a.csv', 'b.csv']]) expect(() => onlyOne(words, USAGE)).toThrow(USAGE)
})

it('sends a token to https alone, but on this computer', () => {
  expect(originOf('https://county.example/console/', USAGE)).toBe('https://county.example')
  for (const here of ['http://localhost:4510', 'http://127.0.0.1:4510', 'http://[::1]:4510'])
    expect(originOf(here, USAGE)).toBe(here)
  expect(() => originOf('http://county.example', USAGE)).toThrow(
    '地址http://county.example不是https，令牌会在网上明文传送',
  )
  expect(() => originOf('county.example', USAGE)).toThrow('“county.example”不是网址')
  expect(() => originOf(undefined, USAGE)).toThrow(USAGE)
})

it('says which file it cannot read', () => {
  expect(() => bytesOf('no/such/file.csv')).toThrow('无法读取文件no/such/file.csv')
  for (const nothing of [undefined, '']) expect(() => given(nothing, USAGE)).toThrow(USAGE)
})
