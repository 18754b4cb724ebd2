import { describe, expect, it } from 'vitest'
import { conducted } from '../fixtures/conducted.ts'
import { followStream } from '../follow/follow-stream.ts'
import { reconcile } from './reconcile.ts'
import { repairMetrics } from './repair-metrics.ts'

const HOUR = 1 / 24
type Conducted = ReturnType<typeof conducted>
const none = { started: 0, woken: 0, applied: 0 }
const run = (county: Conducted) => reconcile(county.deps)()
/** What the stream's consumer would have done by now. */
async function consume(county: Conducted) {
  while (county.news.length > 0) await followStream(county.deps)(county.news.shift()!)
}

describe('reconcile', () => {
  it('finds nothing to mend where all is well', async () => {
    const county = conducted()
    await county.atNotice('a', 'b')
    await county.open('c')
    await county.publish(['a', 'b'])
    await consume(county)
    county.move(HOUR)
    expect(await run(county)).toEqual({ looked: 3, ...none })
  })

  it('starts what nobody has started, and what has ended', async () => {
    const county = conducted()
    await county.open('a')
    await county.open('b')
    await consume(county)
    await county.open('c')
    county.deps.machine.end('case-2018-2-b-g1')
    county.move(HOUR)
    expect(await run(county)).toEqual({ looked: 3, ...none, started: 2 })
    expect([...county.deps.machine.running.keys()].sort()).toEqual([
      'case-2018-2-a-g1',
      'case-2018-2-b-g2',
      'case-2018-2-c-g1',
    ])
    expect(await run(county)).toEqual({ looked: 3, ...none })
  })

  it('wakes a case whose date has passed, and looks itself where nobody waits', async () => {
    const county = conducted()
    await county.open('a')
    await county.open('b')
    await consume(county)
    county.deps.machine.waiting.add('t1')
    await county.deps.waits.store({ case: 'case/2018-2/a', step: 'application', token: 't1', seen: 1 })
    county.move('2018-05-16T00:02:30+08:00')
    expect(await run(county)).toMatchObject(none)
    county.move('2018-05-16T00:04:00+08:00')
    expect(await run(county)).toEqual({ looked: 2, ...none, woken: 2 })
    expect(county.deps.machine.waiting.size).toBe(0)
    expect((await county.caseOf('b')).step).toBe('notSubmitted')
  })

  it('wakes a case that waits without having seen the latest news', async () => {
    const county = conducted()
    await county.underReview('a')
    await consume(county)
    county.deps.machine.waiting.add('t1')
    await county.deps.waits.store({ case: 'case/2018-2/a', step: 'review', token: 't1', seen: 2 })
    county.move(HOUR)
    expect(await run(county)).toEqual({ looked: 1, ...none, woken: 1 })
    expect(county.deps.machine.waiting.size).toBe(0)
  })

  it('leaves news of the last minute to the stream', async () => {
    const county = conducted()
    await county.open('a')
    expect(await run(county)).toEqual({ looked: 1, ...none })
    expect(county.deps.machine.running.size).toBe(0)
  })

  it('applies the acts of open batches that the stream has lost', async () => {
    const county = conducted()
    await county.atNotice('a', 'b')
    await consume(county)
    await county.publish(['a', 'b'])
    await county.object('o1', 'a')
    county.news.length = 0
    county.move(HOUR)
    // Two cases are listed, one objection opens.
    expect(await run(county)).toMatchObject({ applied: 3 })
    await county.decline('o1')
    county.move(10)
    // The objection is settled in the notice, which nobody has closed.
    expect(await run(county)).toMatchObject({ applied: 1, woken: 0 })
    expect((await county.caseOf('a')).step).toBe('notice')
    await county.close()
    county.move(HOUR)
    // Two cases move.
    expect(await run(county)).toMatchObject({ applied: 2 })
    expect((await county.caseOf('a')).step).toBe('executiveMeeting')
    county.move(HOUR)
    expect(await run(county)).toMatchObject({ applied: 0 })
  })

  it('applies what panels have settled and decisions have published', async () => {
    const county = conducted({ version: 'creation-2018@1' })
    await county.underReview('a')
    await county.accept('a')
    await county.meet('1', { a: 'cultivated' }, 'selection')
    county.move('2018-10-01T09:00:00+08:00')
    expect(await run(county)).toMatchObject({ applied: 1, started: 1 })
    county.move(HOUR)
    expect(await run(county)).toMatchObject({ woken: 1 })
    await county.submit('a')
    await county.accept('a')
    await county.assess('a', 'recommended')
    county.move(HOUR)
    expect(await run(county)).toMatchObject({ applied: 1 })
    expect((await county.caseOf('a')).step).toBe('candidacy')
    await county.meet('2', { a: 'candidate' }, 'candidacy')
    county.move(HOUR)
    await run(county)
    await county.publish(['a'])
    county.move(8)
    await run(county)
    await county.close()
    county.move(HOUR)
    await run(county)
    await county.meet('3', { a: 'proposed' }, 'proposal')
    county.move(HOUR)
    await run(county)
    await county.meet('4', { a: 'named' })
    county.move(HOUR)
    await run(county)
    await county.announce({ a: 'named' })
    county.move(HOUR)
    expect(await run(county)).toMatchObject({ applied: 1 })
    expect((await county.caseOf('a')).step).toBe('named')
    county.move(HOUR)
    expect(await run(county)).toEqual({ looked: 0, ...none, applied: 1 })
    expect((await county.ledger.read('title/a/2018-2')).commits).toHaveLength(1)
  })

  it('confers a title that was lost, even when all cases have ended', async () => {
    const county = conducted()
    await county.atNotice('a')
    await county.publish(['a'])
    await consume(county)
    county.move(8)
    await county.close()
    await consume(county)
    await county.meet('12', { a: 'named' })
    await followStream(county.deps)('resolution/2018-2/executiveMeeting')
    county.move(HOUR)
    expect(await run(county)).toEqual({ looked: 0, ...none, applied: 1 })
    expect((await county.ledger.read('title/a/2018-2')).commits).toHaveLength(1)
    county.move(HOUR)
    expect(await run(county)).toEqual({ looked: 0, ...none })
  })
})

it('counts as CloudWatch reads it from the log', () => {
  const line = repairMetrics({ looked: 9, started: 1, woken: 2, applied: 3 }, new Date('2018-05-01T00:00:00Z'))
  expect(line).toMatchObject({ service: 'conductor', looked: 9, repaired: 6 })
  const [metrics] = line._aws.CloudWatchMetrics
  expect(line._aws.Timestamp).toBe(Date.UTC(2018, 4, 1))
  for (const { Name } of metrics!.Metrics) expect(line).toHaveProperty(Name)
  for (const dimension of metrics!.Dimensions.flat()) expect(line).toHaveProperty(dimension)
})
