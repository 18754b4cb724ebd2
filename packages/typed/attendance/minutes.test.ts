/**
 * Minutes of which it is known who was there: what is read of them is just that, or it is asked. Draws are the same in
 * each run; MINUTES_SEED draws others, MINUTES_MANY more of them.
 */
import { describe, expect, it } from 'vitest'
import { drawing } from '../../../test/fuzz/draw.ts'
import { readPeople } from '../people.ts'
import { drawMinutes } from './fixtures/minutes.ts'
import { PLAIN } from './fixtures/usual.ts'
import { NAMES, UNITS } from './fixtures/written.ts'

const SEED = Number(process.env.MINUTES_SEED ?? '20181130')
const MANY = Number(process.env.MINUTES_MANY ?? '2000')

/** What is to be asked, whatever else stands there. */
const MISLEADING: ReadonlySet<string> = new Set(['nobody', 'columns', 'signs', 'members', 'words'])

/** Without what a bracket behind a name says, and blanks within it, in one order. */
const keyOf = (names: readonly string[]) =>
  names.map((name) => name.replace(/[（(].*/, '').replace(/\s/g, '')).toSorted()

function readOf(howOdd: number) {
  const draw = drawing(SEED + howOdd)
  return Array.from({ length: MANY }, () => {
    const { text, present, absent, odd } = drawMinutes(draw, howOdd)
    const read = readPeople(text, UNITS)
    const came = read.names.filter((name) => !read.absent.includes(name))
    const isRight = [
      [came, present],
      [read.absent, absent],
    ].every(([some = [], truth = []]) => keyOf(some).join() === keyOf(truth).join())
    return { text, odd, isRight, isAsked: read.wrong !== undefined }
  })
}

describe(`minutes drawn by MINUTES_SEED=${SEED}`, () => {
  it('are read in the plainest form, and asked only where blanks alone part 胡　斌　马　俊', () => {
    const all = readOf(0)
    expect(all.filter(({ isRight, isAsked }) => !isAsked && !isRight)).toEqual([])
    const asked = all.filter(({ isAsked }) => isAsked)
    expect(asked.filter(({ text }) => !/\p{Script=Han}\s+\p{Script=Han}\s+\p{Script=Han}/u.test(text))).toEqual([])
    expect(asked.length).toBeLessThan(MANY / 100)
  })
  it.each([1, 2, 3])('with up to %i departures from it are never read otherwise than they are', (howOdd) => {
    const all = readOf(howOdd)
    expect(all.filter(({ isRight, isAsked }) => !isAsked && !isRight)).toEqual([])
    // Or nothing would be read at all, and the rule kept by asking.
    const plain = all.filter(({ odd }) => !odd.some((one) => MISLEADING.has(one)))
    const read = plain.filter(({ isAsked }) => !isAsked).length
    console.info(`minutes with up to ${howOdd}: ${Math.round((read / plain.length) * 100)}% read without a question`)
    expect(read / plain.length).toBeGreaterThan([1, 0.65, 0.4, 0.25][howOdd]!)
  })
  it.each(Object.entries(PLAIN))('are read without a question as %s', (_, shape) => {
    const draw = drawing(SEED)
    for (let i = 0; i < MANY / 40; i++) {
      const pool = [...NAMES]
      const take = (count: number) => Array.from({ length: count }, () => pool.splice(draw.int(pool.length), 1)[0]!)
      const [present, absent, beside] = [take(3 + draw.int(6)), take(1 + draw.int(3)), take(1 + draw.int(2))]
      const text = shape(present, absent, beside)
      const read = readPeople(text, ['县财政局'])
      expect([text, keyOf(read.names), keyOf(read.absent), read.wrong]).toEqual([
        text,
        keyOf([...present, ...absent.filter((name) => text.replace(/\s/g, '').includes(name))]),
        keyOf(absent.filter((name) => text.replace(/\s/g, '').includes(name))),
        undefined,
      ])
    }
  })
})
