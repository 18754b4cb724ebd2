/** News of a batch in whatever order, doubled and late: every case follows what was amended, and ends with its batch. */
import { expect, it } from 'vitest'
import { batchStream } from '#batch/batch.ts'
import { firstLateInstant } from '#calendar/deadline.ts'
import { caseKind } from '#case/case.ts'
import { lapse } from '#case/lapse.ts'
import { Altered } from '#ledger/altered.ts'
import { alteredLedger } from '#ledger/fixtures/altered-ledger.ts'
import { execute } from '#ledger/ledger.ts'
import { conducted } from '../fixtures/conducted.ts'
import { reconcile } from '../run/reconcile.ts'
import { arrive } from '../wait/arrive.ts'
import { followStream } from './follow-stream.ts'

const STREAM = batchStream('2018-2')
type Conducted = ReturnType<typeof conducted>

/** An amendment of the first date, as it was approved now. */
async function amend({ ledger, now }: Conducted, lastDay: string, from = '2018-05-15') {
  const at = now().toISOString()
  const { head } = await ledger.read(STREAM)
  const dates = { application: { from: { lastDay: from }, to: { lastDay } } }
  const event = {
    type: 'amended',
    v: 1,
    at,
    by: 'head',
    preparedBy: 'officer',
    preparedAt: at,
    dates,
    reason: '汛情。',
  }
  await ledger.append(head, [event], `approve ${at}`, 'head')
}
async function cancel({ ledger, now }: Conducted) {
  const at = now().toISOString()
  const { head } = await ledger.read(STREAM)
  const event = {
    type: 'batchCancelled',
    v: 1,
    at,
    by: 'head',
    preparedBy: 'officer',
    preparedAt: at,
    reason: '上级暂停。',
  }
  await ledger.append(head, [event], `cancel ${at}`, 'head')
}
const follow = (county: Conducted, stream: string) => followStream(county.deps)(stream)
const begin = async (...units: string[]) => {
  const county = conducted()
  for (const unit of units) await county.open(unit, '2018-05-15')
  for (const unit of units) await follow(county, `case/2018-2/${unit}`)
  return county
}
const ends = async (county: Conducted, unit: string) => (await county.caseOf(unit)).lateFrom
const LATER = firstLateInstant('2018-05-31')

it('moves the date of every open case once, by a commit that names the amendment, and wakes what waits', async () => {
  const county = await begin('a', 'b')
  await county.deps.waits.store({ case: 'case/2018-2/a', step: 'application', token: 'wait-a', seen: 1 })
  county.deps.machine.waiting.add('wait-a')
  await amend(county, '2018-05-31')
  for (let twice = 0; twice < 2; twice++) await follow(county, STREAM)
  for (const unit of ['a', 'b']) {
    const commits = await county.commitsOf(unit)
    expect(commits).toHaveLength(2)
    expect(commits[1]).toMatchObject({
      command: `line ${STREAM}#1`,
      by: 'head',
      events: [{ type: 'rescheduled', act: { stream: STREAM, number: 1 }, dates: { application: LATER } }],
    })
  }
  expect(county.deps.machine.waiting.has('wait-a')).toBe(true)
  await follow(county, 'case/2018-2/a')
  expect(county.deps.machine.waiting.has('wait-a')).toBe(false)
  county.move('2018-05-16T00:05:00+08:00')
  expect(await arrive(county.deps)('case/2018-2/a')).toMatchObject({ at: 'application' })
})

it('follows several amendments to the last, however late the first is heard of', async () => {
  const county = await begin('a')
  await amend(county, '2018-05-31')
  county.move(1)
  await amend(county, '2018-06-10', '2018-05-31')
  await follow(county, STREAM)
  await follow(county, STREAM)
  expect(await ends(county, 'a')).toBe(firstLateInstant('2018-06-10'))
  expect(await county.commitsOf('a')).toHaveLength(3)
})

it('reaches a case that was opened by the older date after the news had been followed', async () => {
  const county = await begin('a')
  await amend(county, '2018-05-31')
  await follow(county, STREAM)
  await county.open('b', '2018-05-15')
  expect(await ends(county, 'b')).toBe(firstLateInstant('2018-05-15'))
  await follow(county, 'case/2018-2/b')
  expect(await ends(county, 'b')).toBe(LATER)
})

it('stands a case again that lapsed before the news of the amendment came, and leaves one that had lapsed by right', async () => {
  const county = await begin('a', 'b')
  county.move('2018-05-15T23:59:00+08:00')
  await amend(county, '2018-05-31')
  county.move('2018-05-16T00:02:00+08:00')
  // Whoever lets time decide asks the batch first; a case that lapsed before that was so stands again all the same.
  await arrive(county.deps)('case/2018-2/a')
  expect((await county.caseOf('a')).step).toBe('application')
  const lapsing = { stream: 'case/2018-2/a', command: 'lapse', by: 'time', decide: lapse(county.now().toISOString()) }
  await execute(county.ledger, caseKind, lapsing)
  expect((await county.caseOf('a')).step).toBe('notSubmitted')
  await follow(county, STREAM)
  expect(await county.caseOf('a')).toMatchObject({ step: 'application', lateFrom: LATER })
  county.move('2018-06-01T00:02:00+08:00')
  await arrive(county.deps)('case/2018-2/a')
  county.move(1)
  await amend(county, '2018-06-30', '2018-05-31')
  await follow(county, STREAM)
  expect((await county.caseOf('a')).step).toBe('notSubmitted')
})

it('ends every open case with its batch, once, and one that is opened afterwards', async () => {
  const county = await begin('a', 'b')
  await county.withdraw('b')
  await cancel(county)
  for (let twice = 0; twice < 2; twice++) await follow(county, STREAM)
  expect([(await county.caseOf('a')).step, (await county.caseOf('b')).step]).toEqual(['cancelled', 'withdrawn'])
  expect((await county.commitsOf('a')).at(-1)).toMatchObject({
    command: `line ${STREAM}#1`,
    events: [{ type: 'decided', outcome: 'cancelled', reason: '上级暂停。' }],
  })
  expect(await county.commitsOf('a')).toHaveLength(2)
  await county.open('c', '2018-05-15')
  await follow(county, 'case/2018-2/c')
  expect((await county.caseOf('c')).step).toBe('cancelled')
})

/** Lists that have not heard of anything yet. */
const behind = ({ deps }: Conducted) => ({ ...deps.rows, async *list() {} })

it('reaches a case that was begun and that no list shows yet', async () => {
  const county = await begin('a')
  await amend(county, '2018-05-31')
  await followStream({ ...county.deps, rows: behind(county) })(STREAM)
  expect(await ends(county, 'a')).toBe(LATER)
})

it('reaches a case that is just being begun, which neither lists nor marks show', async () => {
  const county = await begin()
  await county.open('a', '2018-05-15')
  const { waits } = county.deps
  const deps = { ...county.deps, rows: behind(county) }
  const advance: typeof waits.advance = async (stream, from) => {
    // The last moment at which the batch's own follower does not see it.
    await amend(county, '2018-05-31')
    await followStream(deps)(STREAM)
    expect(await ends(county, 'a')).toBe(firstLateInstant('2018-05-15'))
    return waits.advance(stream, from)
  }
  await followStream({ ...deps, waits: { ...waits, advance } })('case/2018-2/a')
  expect(await ends(county, 'a')).toBe(LATER)
})

it('names no stream and asks no case when there is nothing new to follow', async () => {
  const county = await begin('a')
  await amend(county, '2018-05-31')
  const asked: string[] = []
  const ledger = {
    ...county.ledger,
    read: (stream: string) => {
      asked.push(stream)
      return county.ledger.read(stream)
    },
    streams: () => {
      asked.push('all streams')
      return county.ledger.streams()
    },
  }
  const news = () => followStream({ ...county.deps, ledger })(STREAM)
  await news()
  expect(asked).toEqual([STREAM, 'case/2018-2/a'])
  asked.length = 0
  await news()
  expect(asked).toEqual([STREAM])
})

it('is followed again from where it was broken off, when a case could not be written', async () => {
  const county = await begin('a', 'b')
  await cancel(county)
  const { append } = county.ledger
  const broken: typeof append = async (head, ...rest) => {
    if (head.stream === 'case/2018-2/b') throw new Error('the table is throttled')
    return append(head, ...rest)
  }
  const news = followStream({ ...county.deps, ledger: { ...county.ledger, append: broken } })
  await expect(news(STREAM)).rejects.toThrow('the table is throttled')
  expect([(await county.caseOf('a')).step, (await county.caseOf('b')).step]).toEqual(['cancelled', 'application'])
  await follow(county, STREAM)
  expect((await county.caseOf('b')).step).toBe('cancelled')
  expect(await county.commitsOf('a')).toHaveLength(2)
})

it('leaves cases of another batch alone, whose name begins alike', async () => {
  const county = await begin('a')
  const { head } = await county.ledger.read('case/2018-20/a')
  const opened = (await county.commitsOf('a'))[0]?.events[0]
  await county.ledger.append(head, [{ ...opened, batch: '2018-20' }], 'open', 'clerk')
  await cancel(county)
  await follow(county, STREAM)
  expect((await county.ledger.read('case/2018-20/a')).commits).toHaveLength(1)
})

it('is mended within the hour where the news of the batch was lost', async () => {
  const county = await begin('a')
  await amend(county, '2018-05-31')
  county.move(1)
  expect(await reconcile(county.deps)()).toMatchObject({ applied: 1 })
  expect(await ends(county, 'a')).toBe(LATER)
})

it('ends cases with their batch before an act decides them, whichever news comes first', async () => {
  const county = conducted()
  await county.atNotice('a')
  await county.publish(['a'])
  await cancel(county)
  // The meeting's or the notice's news before the batch's own.
  await follow(county, 'notice/2018-2/1')
  expect((await county.caseOf('a')).step).toBe('cancelled')
  expect((await county.notice()).setAside).toMatchObject([{ case: 'a' }])
})

it('reaches all others of a case whose record was altered, and that one once it is restored', async () => {
  const county = await begin('a', 'b', 'c')
  await amend(county, '2018-05-31')
  let is = true
  const ledger = alteredLedger(county.ledger, 'case/2018-2/a', () => is)
  const looking = followStream({ ...county.deps, ledger })
  await expect(looking(STREAM)).rejects.toThrow(Altered)
  expect(await Promise.all(['b', 'c'].map((unit) => ends(county, unit)))).toEqual([LATER, LATER])
  expect(await ends(county, 'a')).not.toBe(LATER)
  is = false
  await looking(STREAM)
  expect(await ends(county, 'a')).toBe(LATER)
})
