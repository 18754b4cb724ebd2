/** SIGKILL before and after writes of a whole year: the same ledger, hash by hash, as without a kill. */
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '#ledger/chain.ts'
import type { Commit } from '#ledger/ledger.ts'
import { tellStories } from '../../packages/cli/rehearsal/play-year.ts'
import { BATCH } from '../../packages/cli/rehearsal/second-batch.ts'
import { BEGINNING, END, stories, year } from '../../packages/cli/rehearsal/year.ts'
import { type Faults, FaultyCounty } from './faulty-county.ts'

/** A part of all writes, drawn by a seed that is printed; FAULTS_SHARE=1 kills at every one. */
const seed = process.env.FAULTS_SEED ?? String(Date.now() % 100_000)
const share = Number(process.env.FAULTS_SHARE ?? '0.03')

async function liveThrough(faults: Faults) {
  const county = await FaultyCounty.open(BATCH, BEGINNING, faults)
  await county.play(year)
  await county.advanceTo(END)
  const told = await county.again(() => tellStories(county.stage, stories))
  const { kills, boots } = county
  return { told, kills, boots, ledger: await county.ledger() }
}

/** Everything of a ledger that must be the same, stream by stream. */
const hashes = (ledger: ReadonlyMap<string, readonly Commit[]>) =>
  Object.fromEntries(
    [...ledger]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([stream, commits]) => [stream, commits.map(({ hash, at }) => `${at} ${hash}`)]),
  )

describe('a year of seven stories', () => {
  let calm: Awaited<ReturnType<typeof liveThrough>>
  beforeAll(async () => {
    calm = await liveThrough({})
  })

  it('ends as it should without a fault', () => {
    expect(calm.told.filter(({ ok }) => !ok)).toEqual([])
    expect(calm.kills).toBe(0)
    for (const commits of calm.ledger.values()) verifyChain(commits)
  })

  it(`is the same ledger when the county is killed again and again (seed ${seed}, share ${share})`, async () => {
    console.log(`kills are drawn by FAULTS_SEED=${seed} FAULTS_SHARE=${share}`)
    const killed = await liveThrough({ seed, share })
    console.log(`${killed.kills} kills, ${killed.boots} boots`)
    expect(killed.kills).toBeGreaterThan(0)
    expect(hashes(killed.ledger)).toEqual(hashes(calm.ledger))
  })

  it('is the same ledger when stream records are shuffled across keys and some come twice', async () => {
    const shuffled = await liveThrough({ seed, shuffle: true })
    expect(hashes(shuffled.ledger)).toEqual(hashes(calm.ledger))
  })

  it('is the same ledger when Await is slowed by 40 ms', async () => {
    const slowed = await liveThrough({ delay: { await: 40 } })
    expect(hashes(slowed.ledger)).toEqual(hashes(calm.ledger))
  })
})
