/** News that no case has heard of, whatever the lists say of the act by now: reconcile finds the act all the same. */
import { describe, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import { lapse } from '#case/lapse.ts'
import { execute } from '#ledger/ledger.ts'
import { conducted } from '../fixtures/conducted.ts'
import { followStream } from '../follow/follow-stream.ts'
import { reconcile } from './reconcile.ts'

const HOUR = 1 / 24
const BATCH = 'batch/2018-2'
type Conducted = ReturnType<typeof conducted>

const run = (county: Conducted) => reconcile(county.deps)()
/** With lists that show nothing: what was begun is known all the same. */
const runBlind = (county: Conducted) => reconcile({ ...county.deps, rows: { ...county.deps.rows, async *list() {} } })()
async function consume(county: Conducted) {
  while (county.news.length > 0) await followStream(county.deps)(county.news.shift()!)
}
const lose = (county: Conducted) => void county.news.splice(0)
const stepOf = async (county: Conducted, unit: string) => (await county.caseOf(unit)).step

async function closed() {
  const county = conducted()
  await county.atNotice('a', 'b')
  await county.publish(['a', 'b'])
  await consume(county)
  county.move(8)
  await county.close()
  return county
}
async function settle(county: Conducted) {
  await county.admit('o1')
  await county.find('o1', 'upheld')
  await followStream(county.deps)('objection/o1')
}

describe('a notice', () => {
  it('that was published and closed without its cases reaches them', async () => {
    const county = conducted()
    await county.atNotice('a', 'b')
    await consume(county)
    await county.publish(['a', 'b'])
    county.move(8)
    await county.close()
    lose(county)
    county.move(HOUR)
    expect(await run(county)).toMatchObject({ looked: 2, applied: 4 })
    expect(await stepOf(county, 'a')).toBe('executiveMeeting')
  })

  it('that was closed is found by the case that stands in it', async () => {
    const county = await closed()
    lose(county)
    county.move(HOUR)
    expect(await runBlind(county)).toMatchObject({ looked: 2, applied: 2 })
    expect(await stepOf(county, 'a')).toBe('executiveMeeting')
  })

  it('whose late objection came and was upheld leads its case out, wherever that stands by now', async () => {
    const county = await closed()
    await consume(county)
    await county.object('o1', 'a', 1, 'letter', '2018-05-07')
    await followStream({ ...county.deps, ledger: onlyObjections(county) })('notice/2018-2/1').catch(() => {})
    await settle(county)
    lose(county)
    county.move(HOUR)
    await run(county)
    expect(await stepOf(county, 'a')).toBe('objectionUpheld')
  })

  it('that holds a case and has settled that is found by the case', async () => {
    const county = await closed()
    await consume(county)
    await county.object('o1', 'a', 1, 'letter', '2018-05-07')
    await consume(county)
    expect((await county.caseOf('a')).held).toHaveLength(1)
    await settle(county)
    lose(county)
    county.move(HOUR)
    await runBlind(county)
    expect(await stepOf(county, 'a')).toBe('objectionUpheld')
  })
})

/** The process dies before anything reaches a case. */
function onlyObjections({ ledger }: Conducted): Conducted['ledger'] {
  const append: typeof ledger.append = (head, ...rest) =>
    head.stream.startsWith('case/') ? Promise.reject(new Error('killed')) : ledger.append(head, ...rest)
  return { ...ledger, append }
}

describe('an amendment', () => {
  const amend = async ({ ledger, now }: Conducted) => {
    const at = now().toISOString()
    const dates = { application: { from: { lastDay: '2018-05-15' }, to: { lastDay: '2018-05-31' } } }
    const by = { by: 'head', preparedBy: 'officer', preparedAt: at }
    const event = { type: 'amended', v: 1, at, ...by, dates, reason: '汛情。' }
    await ledger.append((await ledger.read(BATCH)).head, [event], `approve ${at}`, 'head')
  }

  it('that was followed before a case was opened by the older date reaches it, when its news was lost', async () => {
    const county = conducted()
    await amend(county)
    await followStream(county.deps)(BATCH)
    await county.open('a', '2018-05-15')
    lose(county)
    county.move(HOUR)
    expect(await run(county)).toEqual({ looked: 1, started: 1, woken: 0, applied: 1, altered: 0 })
    expect((await county.caseOf('a')).lateFrom).toBe('2018-05-31T16:00:00.000Z')
  })

  it('that was lost stands a case again that time has ended since', async () => {
    const county = conducted()
    for (const unit of ['a', 'b']) await county.open(unit, '2018-05-15')
    await consume(county)
    county.move('2018-05-15T12:00:00+08:00')
    await amend(county)
    county.move('2018-05-16T00:02:00+08:00')
    const decide = lapse(county.now().toISOString())
    await execute(county.ledger, caseKind, { stream: 'case/2018-2/a', command: 'lapse now', by: 'time', decide })
    expect(await stepOf(county, 'a')).toBe('notSubmitted')
    lose(county)
    county.move(HOUR)
    await run(county)
    expect(await stepOf(county, 'a')).toBe('application')
  })
})
