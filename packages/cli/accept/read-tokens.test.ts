import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { freshToken, readTokens } from './read-tokens.ts'

const folder = mkdtempSync(join(tmpdir(), 'shifan-tokens-'))
afterAll(() => rmSync(folder, { recursive: true }))
const NOW = new Date('2026-05-01T00:00:00.000Z')
const token = (expiresIn: number) =>
  `e30.${Buffer.from(JSON.stringify({ exp: NOW.getTime() / 1000 + expiresIn })).toString('base64url')}.s`
const file = (content: unknown) => {
  const path = join(folder, 'tokens.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('the file of access tokens', () => {
  it('gives a token per login', () => {
    const tokens = { 'officer-1': token(900), clerk: token(600) }
    expect(readTokens(file(tokens), NOW, 600)).toEqual(tokens)
  })
  it('is refused with the names of those whose token will not last', () => {
    const path = file({ 'officer-1': token(900), clerk: token(-1), head: token(599) })
    expect(() => readTokens(path, NOW, 600)).toThrow('clerk、head的令牌已经过期或不足10分钟；请重新登录')
  })
  it.each(['', '[]', '{"clerk":""}', '{"clerk":1}'])('is refused when it is %j', (content) => {
    expect(() => readTokens(file(content), NOW, 0)).toThrow('格式有误')
  })
  it('takes a token that does not say when it expires: the county itself will', () => {
    expect(readTokens(file({ clerk: 'opaque' }), NOW, 600)).toEqual({ clerk: 'opaque' })
  })
})

describe('a token in the middle of an acceptance', () => {
  it('is asked for by name once, and taken from the file as soon as it is there', async () => {
    const path = file({ clerk: token(-1), head: token(900) })
    const asked: string[] = []
    const told = (what: string) => {
      asked.push(what)
      file({ clerk: token(300) })
    }
    expect(await freshToken(path, 'head', { now: () => NOW, told })).toBe(token(900))
    expect(await freshToken(path, 'clerk', { now: () => NOW, told })).toBe(token(300))
    expect(asked).toEqual([expect.stringContaining('clerk的令牌已经过期，请把新的写进')])
  })
  it('is waited for ten minutes', async () => {
    const path = file({ clerk: token(-1) })
    let at = NOW.getTime()
    const now = () => {
      at += 301_000
      return new Date(at)
    }
    await expect(freshToken(path, 'clerk', { now, told: () => {} })).rejects.toThrow('没有等到新的')
  })
})
