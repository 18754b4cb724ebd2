import { expect, it, vi } from 'vitest'
import { arrived, Interrupted, NotArrived, onPartsWait, PartMissing, partOf, partsWait } from './parts.ts'

const CUT = new TypeError(
  'Failed to fetch dynamically imported module: http://county.test/console/assets/digest-of-1.js',
)
/** Fails with these, one after the other, and then comes. */
const comesAfter = (...errors: readonly Error[]) => {
  const left = [...errors]
  return vi.fn(async () => {
    const error = left.shift()
    if (error) throw error
    return 'here'
  })
}
const yes = async () => true
const no = async () => false

it('is there at once where the line is', async () => {
  expect(await arrived(comesAfter(), no)).toBe('here')
})
it.each([
  ['Chromium', CUT],
  ['Firefox', new TypeError('error loading dynamically imported module: /a.js')],
  ['Safari', new TypeError('Importing a module script failed.')],
  ['a style sheet', new Error('Unable to preload CSS for /console/assets/a.css')],
  ['a worker', new NotArrived()],
])('that a cut keeps away is no more than interrupted: %s', async (_, error) => {
  await expect(arrived(comesAfter(error), no)).rejects.toThrow(Interrupted)
})
it('is asked for once more where the cut was one of a moment', async () => {
  expect(await arrived(comesAfter(CUT), yes)).toBe('here')
})
it('that the county has not any more is missing, in a sentence', async () => {
  await expect(arrived(comesAfter(CUT, CUT), yes)).rejects.toThrow(PartMissing)
  expect(new PartMissing().message).toBe('页面没有读全：系统刚刚更新，或者网络不通；请刷新页面后再试。')
})
it('with a mistake of its own says that', async () => {
  await expect(arrived(comesAfter(new TypeError('x is undefined')), yes)).rejects.toThrow('x is undefined')
})
it('of a page waits for the line, which is told, and comes by itself', async () => {
  const told: boolean[] = []
  const stop = onPartsWait(() => told.push(partsWait()))
  const back = vi.fn(async () => {})
  const load = comesAfter(CUT, CUT, CUT)
  expect(await partOf(load, no, back)).toBe('here')
  stop()
  expect(back).toHaveBeenCalledTimes(3)
  expect(told).toEqual([true, false, true, false, true, false])
  await expect(partOf(comesAfter(CUT, CUT), yes, back)).rejects.toThrow(PartMissing)
})
