import { describe, expect, it } from 'vitest'
import { readStream } from '#ledger/ledger.ts'
import { titleKind } from '#title/title.ts'
import { conducted } from '../fixtures/conducted.ts'
import { arrive } from '../wait/arrive.ts'
import { followStream } from './follow-stream.ts'

const CASE = 'case/2018-2/dazhuang'
type Conducted = ReturnType<typeof conducted>
const follow = (county: Conducted, ...streams: string[]) =>
  streams.reduce((before, stream) => before.then(() => followStream(county.deps)(stream)), Promise.resolve())
const title = async (county: Conducted) => (await readStream(county.ledger, titleKind, 'title/dazhuang/2018-2')).state

async function named(county: Conducted) {
  await county.atNotice('dazhuang')
  await county.publish(['dazhuang'])
  await follow(county, 'notice/2018-2/1')
  county.move(8)
  await county.close()
  await follow(county, 'notice/2018-2/1')
  await county.meet('12', { dazhuang: 'named' })
  county.move(3)
  await follow(county, 'resolution/2018-2/executiveMeeting')
}

/** By every kind of step to the naming, in the whole procedure. */
async function atNaming(county: Conducted) {
  const step = async (decide: () => Promise<unknown>, ...streams: string[]) => {
    await decide()
    await follow(county, ...streams)
  }
  const dazhuang = (outcome: string) => ({ dazhuang: outcome })
  await county.underReview('dazhuang')
  await county.accept('dazhuang')
  await step(() => county.meet('1', dazhuang('cultivated'), 'selection'), 'resolution/2018-2/selection')
  county.move('2018-10-01T09:00:00+08:00')
  await arrive(county.deps)(CASE)
  await county.submit('dazhuang')
  await county.accept('dazhuang')
  await step(() => county.assess('dazhuang', 'recommended'), 'panel/2018-2/dazhuang/7')
  await step(() => county.meet('2', dazhuang('candidate'), 'candidacy'), 'resolution/2018-2/candidacy')
  await step(() => county.publish(['dazhuang']), 'notice/2018-2/1')
  county.move(8)
  await step(() => county.close(), 'notice/2018-2/1')
  await step(() => county.meet('3', dazhuang('proposed'), 'proposal'), 'resolution/2018-2/proposal')
  county.move('2018-11-20T09:00:00+08:00')
  await step(() => county.meet('4', dazhuang('named')), 'resolution/2018-2/executiveMeeting')
}

async function announced(county: Conducted) {
  await atNaming(county)
  county.move('2018-11-25T09:00:00+08:00')
  await county.announce({ dazhuang: 'named' })
  await follow(county, 'decision/2018-2/1')
}

describe('news of a case', () => {
  it('starts its execution where nobody waits for it', async () => {
    const county = conducted()
    await county.open('dazhuang')
    await follow(county, CASE)
    expect([...county.deps.machine.running]).toEqual([['case-2018-2-dazhuang-g1', CASE]])
  })

  it('wakes the execution that waits, and starts none and asks for none', async () => {
    const county = conducted()
    await county.open('dazhuang')
    await follow(county, CASE)
    const { machine, waits } = county.deps
    machine.waiting.add('t1')
    await waits.store({ case: CASE, step: 'application', token: 't1', seen: 1 })
    await county.submit('dazhuang')
    const asked: string[] = []
    const start = async (...[, name]: Parameters<typeof machine.start>) => {
      asked.push(name)
      return 'running' as const
    }
    const generation = async (stream: string) => void asked.push(stream)
    const deps = { ...county.deps, machine: { ...machine, start }, waits: { ...waits, generation } }
    await followStream(deps)(CASE)
    expect(machine.waiting.size).toBe(0)
    expect(await waits.of(CASE)).toEqual([])
    expect(asked).toEqual([])
  })

  it('starts another execution where the wait belongs to one that is gone', async () => {
    const county = conducted()
    await county.open('dazhuang')
    await follow(county, CASE)
    const { machine, waits } = county.deps
    machine.end('case-2018-2-dazhuang-g1')
    await waits.store({ case: CASE, step: 'application', token: 'gone', seen: 1 })
    await county.submit('dazhuang')
    await follow(county, CASE)
    expect([...machine.running]).toEqual([['case-2018-2-dazhuang-g2', CASE]])
    expect(await waits.of(CASE)).toEqual([])
  })

  it('starts none for a case that has ended, but lets its execution see the end', async () => {
    const county = conducted()
    await county.open('dazhuang')
    await county.withdraw('dazhuang')
    const { machine, waits } = county.deps
    machine.waiting.add('t1')
    await waits.store({ case: CASE, step: 'application', token: 't1', seen: 1 })
    await follow(county, CASE)
    expect(machine.running.size).toBe(0)
    expect(machine.waiting.size).toBe(0)
  })

  it('runs the case again that a correction has opened again, under the next name', async () => {
    const county = conducted()
    await county.underReview('dazhuang')
    const { machine } = county.deps
    await follow(county, CASE)
    await county.refuse('dazhuang')
    await follow(county, CASE)
    machine.end('case-2018-2-dazhuang-g1')
    await county.correct('dazhuang', { outcome: 'accepted', reason: '在范围内' })
    await follow(county, CASE, CASE)
    expect([...machine.running]).toEqual([['case-2018-2-dazhuang-g2', CASE]])
  })

  it('of streams that move no case does nothing', async () => {
    const county = conducted()
    await follow(county, 'unit/dazhuang', 'evidence/dazhuang/abc', 'batch/2018-2', 'case/2018-2/nobody')
    expect(county.news).toEqual([])
    expect(county.deps.machine.running.size).toBe(0)
  })

  it('that it is named confers the title, on the day of the meeting, once', async () => {
    const county = conducted()
    await named(county)
    await Promise.all([follow(county, CASE), follow(county, CASE)])
    await follow(county, CASE)
    expect((await title(county)).conferred).toMatchObject({
      unit: 'dazhuang',
      batch: '2018-2',
      on: '2018-05-09',
      act: { stream: 'resolution/2018-2/executiveMeeting', number: 1 },
    })
    expect(county.news.filter((stream) => stream.startsWith('title/'))).toHaveLength(1)
  })

  it('named by a decision confers the title, on the day of the document and not of the meeting', async () => {
    const county = conducted({ version: 'creation-2018@1' })
    await announced(county)
    await follow(county, CASE, CASE)
    expect((await county.caseOf('dazhuang')).step).toBe('named')
    expect((await county.resolution()).meetings[0]).toMatchObject({ date: '2018-11-20' })
    expect((await title(county)).conferred).toMatchObject({
      on: '2018-11-25',
      act: { stream: 'decision/2018-2/1', number: 2 },
    })
    expect(county.news.filter((stream) => stream.startsWith('title/'))).toHaveLength(1)
  })

  it('decided by the meeting, before the decision is published, confers nothing', async () => {
    const county = conducted({ version: 'creation-2018@1' })
    await atNaming(county)
    await follow(county, CASE)
    expect((await county.caseOf('dazhuang')).step).toBe('naming')
    expect((await title(county)).conferred).toBeUndefined()
  })

  it('starts each case on the machine of its own version', async () => {
    const county = conducted({ version: 'creation-2018@1' })
    await county.open('dazhuang')
    await follow(county, CASE)
    expect([...county.deps.machine.versions]).toEqual([['case-2018-2-dazhuang-g1', 'creation-2018@1']])
  })

  it('named in a trial confers nothing', async () => {
    const county = conducted({ trial: true })
    await named(county)
    await follow(county, CASE)
    expect((await county.caseOf('dazhuang')).step).toBe('named')
    expect((await title(county)).conferred).toBeUndefined()
  })
})
