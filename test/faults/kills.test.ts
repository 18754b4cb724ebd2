/** SIGKILL before and after writes of a whole year: the same ledger, hash by hash, as without a kill. */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { checkRecords } from '../../packages/cli/rehearsal/check-records.ts'
import { tellStories } from '../../packages/cli/rehearsal/play-year.ts'
import { longPlay, type Play, shortPlay } from '../../packages/cli/rehearsal/plays.ts'
import { END } from '../../packages/cli/rehearsal/year.ts'
import { type Faults, FaultyCounty } from './faulty-county.ts'
import { hashes, ledgerOf, objectsOf } from './on-disk.ts'

/** A part of all writes, drawn by a seed that is printed; FAULTS_SHARE=1 kills before and after every one. */
const seed = process.env.FAULTS_SEED ?? String(Date.now() % 100_000)
const share = Number(process.env.FAULTS_SHARE ?? '0.015')
/** A part of a point's name: only there. */
const only = process.env.FAULTS_ONLY ?? ''

async function liveThrough({ batch, procedure, acts, stories }: Play, faults: Faults) {
  await using county = new FaultyCounty(inject('rostered'), batch, faults)
  const began = performance.now()
  await county.play(acts)
  await county.advanceTo(END)
  const told = await county.again(() => tellStories(county.stage, procedure, stories))
  const { kills, boots, points, data } = county
  const seconds = Math.round((performance.now() - began) / 1000)
  await county.stop()
  return {
    told,
    kills,
    boots,
    points,
    seconds,
    ledger: await ledgerOf(data),
    records: await checkRecords(data),
    objects: objectsOf(data),
  }
}
type Lived = Awaited<ReturnType<typeof liveThrough>>

/** From 0 to 1, the same for the same seed. */
const lot = (what: string) => createHash('sha256').update(`${seed} ${what}`).digest().readUInt32BE() / 2 ** 32

/** Chains verify, every row is at its stream's number, and daily roots fit. */
const wrongIn = ({ records }: Lived) => records.flatMap(({ wrong }) => wrong)

/**
 * In how many years the kills are dealt out. The public form takes ten posts an hour from one address, those that died
 * included, and the story posts three times: in one year it may die there twice.
 */
function yearsFor(kills: readonly string[], points: readonly string[]): number {
  const instant = (point: string) => point.split(' ').at(-1)
  const posting = new Set(points.filter((point) => point.includes('"limit/')).map(instant))
  return Math.max(1, Math.ceil(kills.filter((kill) => posting.has(instant(kill))).length / 2))
}

/** FAULTS_YEARS=short is the one of them alone, every-kind the other. */
const years = process.env.FAULTS_YEARS || 'short every-kind'
/** FAULTS_BY=kills plays them by that fault alone, as do shuffled and slow. */
const by = process.env.FAULTS_BY || 'kills shuffled slow'
describe.each(
  (
    [
      ['seven stories by the short procedure', 'short', shortPlay],
      ['eight stories by every kind of step', 'every-kind', longPlay],
    ] as const
  ).filter(([, name]) => years.split(' ').includes(name)),
)('a year of %s', (_what, _name, played) => {
  let calm: Lived
  beforeAll(async () => {
    calm = await liveThrough(played, {})
    const writes = calm.points.filter((point) => point.startsWith('after'))
    console.log(`a calm year: ${writes.length} writes, ${calm.ledger.size} streams, ${calm.seconds} s`)
  })

  function expectTheSame(lived: Lived) {
    expect(hashes(lived.ledger)).toEqual(hashes(calm.ledger))
    expect(lived.objects).toEqual(calm.objects)
    expect(lived.told).toEqual(calm.told)
    expect(wrongIn(lived)).toEqual([])
  }

  it('ends as it should without a fault', () => {
    expect(calm.told.filter(({ ok }) => !ok)).toEqual([])
    expect(calm.boots).toBe(1)
    expect(wrongIn(calm)).toEqual([])
  })

  it.runIf(by.includes('kills'))(
    `is the same when the county is killed again and again (FAULTS_SEED=${seed} FAULTS_SHARE=${share})`,
    async () => {
      const kills = calm.points.filter((point) => point.includes(only) && lot(point) < share)
      expect(kills.length).toBeGreaterThan(0)
      const byInstant = kills.toSorted((a, b) => Number(a.split(' ').at(-1)) - Number(b.split(' ').at(-1)))
      const years = yearsFor(kills, calm.points)
      for (let n = 0; n < years; n++)
        await liveWith(
          byInstant.filter((_, i) => i % years === n),
          n,
        )
    },
  )

  async function liveWith(kills: readonly string[], n: number) {
    // One boot in ten dies as well, anywhere between its first line and the delivery of what was left undelivered.
    const boots = Array.from({ length: kills.length * 2 }, (_, boot) => boot)
    const bootKills = Object.fromEntries(
      boots
        .filter((boot) => lot(`boot ${n} ${boot}`) < 0.1)
        .map((boot) => [boot, Math.round(lot(`ms ${n} ${boot}`) * 1_500)]),
    )
    const killed = await liveThrough(played, { kills, bootKills })
    const inBoot = killed.kills.filter((what) => what.startsWith('boot'))
    const missed = kills.filter((kill) => !killed.kills.includes(kill))
    console.log(
      `killed by FAULTS_SEED=${seed} FAULTS_SHARE=${share}: at ${killed.kills.length - inBoot.length} of ${calm.points.length} points, ${inBoot.length} times in a boot; ${missed.length} points did not come; ${killed.boots} boots, ${killed.seconds} s`,
    )
    // A machine that starts again counts its 20 days from then, so it may look again, and store its wait, at another time.
    expect(missed.filter((kill) => !kill.includes('-waits'))).toEqual([])
    expectTheSame(killed)
  }

  it.runIf(by.includes('shuffled'))(
    'is the same when stream records are shuffled across keys and some come twice',
    async () => {
      expectTheSame(await liveThrough(played, { shuffle: seed }))
    },
  )

  it.runIf(by.includes('slow'))('is the same when Await is slowed by 40 ms', async () => {
    expectTheSame(await liveThrough(played, { delay: { await: 40 } }))
  })
})
