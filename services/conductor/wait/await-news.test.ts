import { beforeEach, describe, expect, it } from 'vitest'
import { conducted } from '../fixtures/conducted.ts'
import { arrive } from './arrive.ts'
import { awaitNews } from './await-news.ts'
import { wakeCase } from './wake-case.ts'

const CASE = 'case/2018-2/dazhuang'

describe('waiting for news of a case', () => {
  let county: ReturnType<typeof conducted>
  const wait = (token: string, seen: number) => {
    county.deps.machine.waiting.add(token)
    return awaitNews(county.deps)({ case: CASE, step: 'review', token, seen })
  }
  beforeEach(async () => {
    county = conducted()
    await county.underReview('dazhuang')
  })

  it('keeps the token while there is nothing new', async () => {
    const { seen } = await arrive(county.deps)(CASE)
    await wait('t1', seen)
    expect([...county.deps.machine.waiting]).toEqual(['t1'])
    expect(await county.deps.waits.of(CASE)).toEqual([{ case: CASE, step: 'review', token: 't1', seen }])
  })

  it('is ended by news, and by the same news only once', async () => {
    const { seen } = await arrive(county.deps)(CASE)
    await wait('t1', seen)
    await county.accept('dazhuang')
    expect(await wakeCase(county.deps)(CASE)).toBe(1)
    expect(await wakeCase(county.deps)(CASE)).toBe(0)
    expect(county.deps.machine.waiting.size).toBe(0)
  })

  it('answers itself when the news came before the token was stored', async () => {
    const { seen } = await arrive(county.deps)(CASE)
    await county.accept('dazhuang')
    expect(await wakeCase(county.deps)(CASE)).toBe(0)
    await wait('t1', seen)
    expect(county.deps.machine.waiting.size).toBe(0)
    expect(await county.deps.waits.of(CASE)).toEqual([])
  })

  it('sees news that leaves the case at its step', async () => {
    const { seen } = await arrive(county.deps)(CASE)
    await county.giveBack('dazhuang')
    await county.submit('dazhuang')
    expect(await arrive(county.deps)(CASE)).toMatchObject({ at: 'review' })
    await wait('t1', seen)
    expect(county.deps.machine.waiting.size).toBe(0)
  })

  it('stores the token before it reads the ledger', async () => {
    const { seen } = await arrive(county.deps)(CASE)
    const { waits, machine, ledger } = county.deps
    machine.waiting.add('t1')
    const read = async (stream: string) => {
      const answer = await ledger.read(stream)
      // The decision falls right after the read; whoever wakes the case must already find the token.
      await county.accept('dazhuang')
      await wakeCase(county.deps)(CASE)
      return answer
    }
    await awaitNews({ waits, machine, ledger: { read } })({ case: CASE, step: 'review', token: 't1', seen })
    expect(machine.waiting.size).toBe(0)
  })

  it('leaves the wait that the machine has begun since', async () => {
    const { seen } = await arrive(county.deps)(CASE)
    await wait('t1', seen)
    const { waits, machine } = county.deps
    const answer = async (token: string) => {
      const waited = await machine.answer(token)
      // The machine has looked and waits again before the row is deleted.
      await wait('t2', seen)
      return waited
    }
    await wakeCase({ waits, machine: { ...machine, answer } })(CASE)
    expect((await waits.of(CASE)).map(({ token }) => token)).toEqual(['t2'])
  })
})
