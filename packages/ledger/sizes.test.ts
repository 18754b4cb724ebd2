import { describe, expect, it } from 'vitest'
import { CommitTooLarge, mustBeKey, mustFit, storedBytes } from './sizes.ts'

/** Limit of a commit: 350 KB. */
const ROOM = 350 * 1024

describe('the size of a value', () => {
  it.each<[string, unknown, number]>([
    ['a text, in UTF-8', '示范ab', 8],
    ['a number, as long as any may be', 7, 10],
    ['true', true, 1],
    ['nothing', null, 1],
    ['an empty list', [], 3],
    // 3 of its own, and for each element 1 and what it is.
    ['a list', ['示', 'a'], 3 + (1 + 3) + (1 + 1)],
    ['a map', { ab: '示', c: 1 }, 3 + (1 + 2 + 3) + (1 + 1 + 10)],
    ['a map in a list', [{ a: [] }], 3 + 1 + (3 + 1 + 1 + 3)],
  ])('%s', (_, value, bytes) => expect(storedBytes(value)).toBe(bytes))
})

describe('a commit', () => {
  const stream = 'case/2018-2/dazhuang'
  /** All but the text: the map, two names, the stream and what each of both takes. */
  const others = storedBytes({ stream, text: '' })
  const commit = (bytes: number) => ({ stream, text: 'a'.repeat(bytes - others) })
  it('may take 350 KB', () => expect(() => mustFit(commit(ROOM))).not.toThrow())
  it('may not take a byte more, and says how much it takes', () => {
    const refused = new CommitTooLarge(stream, ROOM + 1)
    expect(() => mustFit(commit(ROOM + 1))).toThrow(refused)
    expect(refused).toMatchObject({ name: 'CommitTooLarge', code: 'incomplete' })
    expect(refused.message).toContain('约351KB')
  })
})

describe('a stream’s key', () => {
  it.each([1, 1024])('may take %d bytes', (bytes) => expect(() => mustBeKey('a'.repeat(bytes))).not.toThrow())
  it.each([
    ['', 0],
    ['示'.repeat(342), 1026],
    ['a'.repeat(1025), 1025],
  ])('may not be of another length, which is said', (key, bytes) => {
    expect(() => mustBeKey(key)).toThrow(expect.objectContaining({ code: 'unknown' }))
    expect(() => mustBeKey(key)).toThrow(`收到${bytes}字节`)
  })
})
