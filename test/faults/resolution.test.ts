/** A meeting names twelve units; the process dies before its decision has reached the seventh. */
import { expect, inject, it } from 'vitest'
import { verifyChain } from '#ledger/chain.ts'
import { BATCH } from '../../packages/cli/rehearsal/second-batch.ts'
import { FaultyCounty } from './faulty-county.ts'
import { type Ledger, ledgerOf } from './on-disk.ts'
import { accepted, applied, call, closed, named, on, published } from './small-year.ts'

const MEETING = `resolution/${BATCH}/executiveMeeting`
const units = [
  'dazhuang',
  'caogou',
  'changgou',
  'dunji',
  'pingshan',
  'sicheng',
  'kaifaqu',
  'shichang',
  'chengguan',
  'jiaotong',
  'guotu',
  'heita',
]
/** Who was named by the meeting, as often as it says so. */
const namedIn = (ledger: Ledger) =>
  units.flatMap((unit) =>
    (ledger.get(`case/${BATCH}/${unit}`) ?? [])
      .filter(({ command }) => command === `line ${MEETING}#1`)
      .map(() => unit),
  )

it('reaches all twelve, none twice', async () => {
  const seventh = `case/${BATCH}/${units[6]}`
  await using county = new FaultyCounty(inject('rostered'), BATCH, {
    kills: [
      `after ${JSON.stringify({ stream: { S: MEETING }, number: { N: '1' } })}`,
      `before ${JSON.stringify({ stream: { S: seventh }, number: { N: '9' } })}`,
    ],
  })
  await county.play([
    call({ quota: 12 }),
    ...units.flatMap((unit) => applied(unit)).sort((a, b) => a.at.localeCompare(b.at)),
    ...units.map((unit) => on('2018-05-10T10:00', accepted(unit))),
    published(...units),
    closed,
  ])
  const meeting = named(...units)
  await county.advanceTo(meeting.at)
  expect(county.kills).toEqual([])

  expect(await county.once(() => meeting.act(county.stage))).toBeUndefined()
  const committed = await ledgerOf(county.data)
  expect(committed.get(MEETING)).toHaveLength(1)
  expect(namedIn(committed)).toEqual([])

  expect(await county.once(() => county.stage.settle())).toBeUndefined()
  const half = await ledgerOf(county.data)
  expect(namedIn(half)).toEqual(units.slice(0, 6))

  await county.play([meeting])
  expect(county.kills).toHaveLength(2)
  await county.stop()
  const whole = await ledgerOf(county.data)
  expect(whole.get(MEETING)).toHaveLength(1)
  expect(namedIn(whole)).toEqual(units)
  expect(units.filter((unit) => whole.get(`title/${unit}/${BATCH}`)?.length === 1)).toEqual(units)
  for (const commits of whole.values()) verifyChain(commits)
})
