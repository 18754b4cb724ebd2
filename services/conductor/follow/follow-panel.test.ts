import { beforeEach, describe, expect, it } from 'vitest'
import { conducted } from '../fixtures/conducted.ts'
import { arrive } from '../wait/arrive.ts'
import { followStream } from './follow-stream.ts'

const METHODS = ['hearing', 'documents', 'siteVisit', 'lawTest', 'interviews']
const CASE = 'case/2018-2/a'

describe('what a panel has settled', () => {
  let county: ReturnType<typeof conducted>
  let panel: string
  const follow = (stream: string) => followStream(county.deps)(stream)
  const state = () => county.caseOf('a')
  beforeEach(async () => {
    county = conducted({ version: 'creation-2018@1' })
    await county.underReview('a')
    await county.accept('a')
    await county.meet('1', { a: 'cultivated' }, 'selection')
    await follow('resolution/2018-2/selection')
    county.move('2018-10-01T09:00:00+08:00')
    await arrive(county.deps)(CASE)
    await county.submit('a')
    await county.accept('a')
    panel = `panel/2018-2/a/${(await state()).visit}`
  })

  it('reaches the case as a line, once; records and ended methods alone do not', async () => {
    await county.inquire('a', METHODS)
    await follow(panel)
    expect((await state()).step).toBe('assessment')
    await county.settle('a', 'notRecommended')
    await follow(panel)
    await follow(panel)
    const { step, last, taken } = await state()
    expect(step).toBe('notRecommended')
    expect(last).toMatchObject({ by: 'leader', reason: '综合评议', act: { stream: panel, number: 11 } })
    expect(taken.filter(({ stream }) => stream === panel)).toHaveLength(1)
  })

  it('waits for a pending veto, and is settled again with the same result', async () => {
    const { visit } = await state()
    await county.raise('a')
    await county.assess('a', 'recommended')
    await follow(panel)
    expect((await state()).step).toBe('assessment')
    expect((await county.panelOf('a', visit)).setAside).toMatchObject([{ case: 'a', number: 11, waits: true }])
    await county.dismiss('a')
    await follow(panel)
    expect((await state()).step).toBe('assessment')
    await county.settle('a', 'recommended')
    await follow(panel)
    expect((await state()).step).toBe('candidacy')
  })

  it('does not reach another visit of the case to the step', async () => {
    const { visit } = await state()
    await county.assess('a', 'recommended')
    // The case leaves and comes back before the news of its first panel: a correction, and the declaration again.
    await county.correct('a', {
      outcome: 'returned',
      reason: '缺材料',
      reopens: ['reason'],
      lateFrom: '2018-10-20T16:00:00.000Z',
    })
    await county.submit('a')
    await county.accept('a')
    expect((await state()).step).toBe('assessment')
    await follow(panel)
    expect((await state()).step).toBe('assessment')
    const [aside] = (await county.panelOf('a', visit)).setAside
    expect(aside).toMatchObject({ case: 'a', reason: expect.stringContaining('已离开这一次考核') })
    expect(aside).not.toHaveProperty('waits')
  })
})
