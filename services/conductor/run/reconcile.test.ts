import { describe, expect, it } from 'vitest'
import { alteredLedger } from '#ledger/fixtures/altered-ledger.ts'
import { conducted } from '../fixtures/conducted.ts'
import { followStream } from '../follow/follow-stream.ts'
import { reconcile } from './reconcile.ts'
import { repairMetrics } from './repair-metrics.ts'

const HOUR = 1 / 24
type Conducted = ReturnType<typeof conducted>
const none = { started: 0, woken: 0, applied: 0, altered: 0 }
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

describe('what reconcile asks for', () => {
  /** How often each of its ports is asked. */
  async function asked(county: Conducted) {
    const calls: Record<string, number> = {}
    const counting = <T extends object>(name: string, port: T): T =>
      new Proxy(port, {
        get(of: any, member) {
          if (typeof of[member] !== 'function') return of[member]
          return (...given: unknown[]) => {
            const call = `${name} ${String(member)}`
            calls[call] = (calls[call] ?? 0) + 1
            return of[member](...given)
          }
        },
      })
    const { ledger, rows, waits, followed, machine, now } = county.deps
    await reconcile({
      ...{ ledger: counting('ledger', ledger), rows: counting('rows', rows), waits: counting('waits', waits) },
      ...{ followed: counting('followed', followed), machine: counting('machine', machine), now },
    })()
    return calls
  }
  /** What a batch leaves behind, under another batch's name. */
  async function leavePast(county: Conducted, streams: readonly string[], batch: string) {
    for (const stream of streams) {
      const { commits } = await county.ledger.read(stream)
      const past = JSON.parse(JSON.stringify(commits).replaceAll('2018-2', batch))
      for (const { events, command, by } of past) {
        const { head } = await county.ledger.read(stream.replace('2018-2', batch))
        await county.ledger.append(head, events, command, by)
      }
    }
  }
  async function overAndDone() {
    const county = conducted()
    await county.atNotice('a', 'b')
    await county.publish(['a', 'b'])
    await consume(county)
    county.move(8)
    await county.close()
    await consume(county)
    await county.meet('12', { a: 'named', b: 'refused' })
    await consume(county)
    county.move(HOUR)
    await run(county)
    return county
  }

  it('is the same after a hundred past batches as after none', async () => {
    const county = await overAndDone()
    const over = (await Array.fromAsync(county.ledger.streams())).map(({ stream }) => stream)
    for (const unit of ['c', 'd']) {
      await county.open(unit, '2018-06-15')
      await county.submit(unit)
    }
    await consume(county)
    county.move(HOUR)
    const none = await asked(county)
    for (let n = 0; n < 100; n++) await leavePast(county, over, `2017-${n + 10}`)
    county.news.length = 0
    county.move(HOUR)
    expect((await Array.fromAsync(county.ledger.streams())).length).toBeGreaterThan(400)
    expect(await asked(county)).toEqual(none)
    expect(none['ledger streams']).toBeUndefined()
  })

  it('is next to nothing between batches: each case is looked at once after its end', async () => {
    const county = await overAndDone()
    county.move(HOUR)
    expect(await asked(county)).toEqual({ 'rows list': 1, 'waits unfinished': 1 })
  })
})

describe('a case that the lists do not show', () => {
  const CASE = 'case/2018-2/a'
  const hidden = (county: Conducted, ...streams: string[]) => ({
    ...county.deps.rows,
    async *list(...span: Parameters<typeof county.deps.rows.list>) {
      for await (const row of county.deps.rows.list(...span)) if (!streams.includes(row.stream)) yield row
    },
  })

  it('is looked at all the same once it was begun', async () => {
    const county = conducted()
    await county.open('a')
    await consume(county)
    county.deps.machine.end('case-2018-2-a-g1')
    county.move(HOUR)
    const rows = hidden(county, CASE)
    expect(await reconcile({ ...county.deps, rows })()).toEqual({ looked: 1, ...none, started: 1 })
  })

  it('is begun as soon as they show it, when its first news was lost as well', async () => {
    const county = conducted()
    await county.open('a')
    county.move(HOUR)
    expect(await reconcile({ ...county.deps, rows: hidden(county, CASE) })()).toEqual({ looked: 0, ...none })
    expect(await run(county)).toEqual({ looked: 1, ...none, started: 1 })
  })

  it('as it is now is looked at as it is', async () => {
    const county = conducted()
    await county.atNotice('a')
    await county.publish(['a'])
    await consume(county)
    county.move(8)
    // All that the lists know is of before: the notice runs, the case has not gone on.
    const before = await Array.fromAsync(county.deps.rows.list('open'))
    await county.close()
    county.move(HOUR)
    const rows = {
      ...county.deps.rows,
      list: (name: string) => (name === 'open' ? iterate(before) : iterate<(typeof before)[number]>([])),
    }
    expect(await reconcile({ ...county.deps, rows })()).toMatchObject({ looked: 1, applied: 1 })
    expect((await county.caseOf('a')).step).toBe('executiveMeeting')
  })

  it('mends all others where one record was altered, counts and logs that one, and leaves it as it is', async () => {
    const county = conducted()
    await county.atNotice('a', 'b')
    await county.publish(['a', 'b'])
    await county.open('c')
    county.move(HOUR)
    const lines: object[] = []
    for (const [stream, applied] of [
      ['case/2018-2/a', 1],
      ['notice/2018-2/1', 0],
    ] as const) {
      lines.length = 0
      const ledger = alteredLedger(county.ledger, stream)
      const counts = await reconcile({ ...county.deps, ledger }, (line) => lines.push(line))()
      expect([stream, counts.applied]).toEqual([stream, applied])
      expect(counts.altered).toBeGreaterThan(0)
      expect(lines).toHaveLength(counts.altered)
      expect(lines).toContainEqual(
        expect.objectContaining({ event: 'reconcile', fault: 'ChainBroken', message: expect.stringContaining(stream) }),
      )
    }
    expect((await county.caseOf('b')).notice?.stream).toBe('notice/2018-2/1')
    expect((await county.caseOf('a')).notice).toBeUndefined()
    expect((await run(county)).altered).toBe(0)
    expect((await county.caseOf('a')).notice?.stream).toBe('notice/2018-2/1')
  })
  async function* iterate<T>(all: readonly T[]) {
    yield* all
  }
})

it('counts as CloudWatch reads it from the log', () => {
  const line = repairMetrics(
    { looked: 9, started: 1, woken: 2, applied: 3, altered: 0 },
    new Date('2018-05-01T00:00:00Z'),
  )
  expect(line).toMatchObject({ service: 'conductor', looked: 9, repaired: 6 })
  const [metrics] = line._aws.CloudWatchMetrics
  expect(line._aws.Timestamp).toBe(Date.UTC(2018, 4, 1))
  for (const { Name } of metrics!.Metrics) expect(line).toHaveProperty(Name)
  for (const dimension of metrics!.Dimensions.flat()) expect(line).toHaveProperty(dimension)
})
