/** `npm run requests`: a request answers from what it has read: how often each asks AWS for something, counted on the real SDK's calls. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AwsCall } from '#local-cloud/time/hooks.ts'
import { type Laptop, laptopUnderTest } from '../e2e/laptop-under-test.ts'
import { account, enterScanner } from '../scan/scanning-county.ts'
import { COMMANDS, LISTS, PAGES, SIDE_BY_SIDE, TOGETHER } from './bounds.ts'
import { type Again, askingAgain } from './clicks-again.ts'
import { type Counted, countingPeople } from './count-calls.ts'
import { playCounted, UNITS } from './counted-story.ts'

let laptop: Laptop
const counted: Counted[] = []
const again: Again[] = []
beforeAll(async () => {
  laptop = await laptopUnderTest(UNITS, undefined, [account])
  await enterScanner(laptop.as)
  const called: AwsCall[] = []
  laptop.hooks.called = (call) => called.push(call)
  laptop.hooks.skipSchedule = () => true
  const counting = countingPeople(laptop.stage, called, counted)
  await playCounted(laptop, askingAgain(counting, laptop, again))
}, 240_000)
afterAll(() => laptop?.cloud.close())

/** Whatever of these asked for more than it may, with what it asked for. */
const over = (bounds: Record<string, number>, perCase: number) =>
  counted.flatMap(({ name, who, cases, calls }) => {
    const most = (bounds[name] ?? Number.POSITIVE_INFINITY) + perCase * cases
    return calls.length > most ? [{ name, who, cases, most, calls }] : []
  })

describe('a command that is sent again', () => {
  it('is answered as done, and decided once', () => {
    expect(new Set(again.map(({ name }) => name)).size).toBeGreaterThan(40)
    expect(again.filter(({ same }) => same !== 200)).toEqual([])
  })
  it('with other words is a conflict with a sentence, or refused for what it says', () => {
    const others = again.flatMap(({ name, other }) => (other ? [{ name, ...other }] : []))
    const conflicts = others.filter(({ status, body }) => status === 409 && body.error.includes('操作编号'))
    expect(new Set(conflicts.map(({ name }) => name)).size).toBeGreaterThan(20)
    expect(others.filter(({ status }) => status < 400 || status >= 500)).toEqual([])
  })
  it('by somebody else is never answered as done', () => {
    expect(again.filter(({ stranger: { status } }) => status < 400 || status >= 500)).toEqual([])
  })
})

describe('a request asks AWS for no more than it needs', () => {
  it('every command on a case, a notice and a document', () => expect(over(COMMANDS, 0)).toEqual([]))
  it('every act over a list: once more for each case', () => expect(over(LISTS, 1)).toEqual([]))
  it('every act on several objections: twice more for each', () => expect(over(TOGETHER, 2)).toEqual([]))
  it('every page', () => expect(over({ ...PAGES, ...SIDE_BY_SIDE }, 0)).toEqual([]))
})

it('every endpoint is played', () =>
  expect(
    Object.keys({ ...COMMANDS, ...LISTS, ...TOGETHER, ...PAGES, ...SIDE_BY_SIDE }).filter(
      (name) => !counted.some((one) => one.name === name),
    ),
  ).toEqual([]))

it('a bound that is not reached any more is lowered', () => {
  const most = (name: string, perCase: number) =>
    Math.max(...counted.filter((one) => one.name === name).map(({ calls, cases }) => calls.length - perCase * cases))
  const slack = (bounds: Record<string, number>, perCase: number) =>
    Object.entries(bounds).flatMap(([name, bound]) =>
      most(name, perCase) < bound ? [[name, most(name, perCase)]] : [],
    )
  expect([
    ...slack(COMMANDS, 0),
    ...slack(LISTS, 1),
    ...slack(TOGETHER, 2),
    ...slack({ ...PAGES, ...SIDE_BY_SIDE }, 0),
  ]).toEqual([])
})
