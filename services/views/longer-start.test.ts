/** A unit that was given longer to begin is waited for until its own date, whatever the call says. */
import { beforeEach, expect, it } from 'vitest'
import { LATE_FROM, smallCounty } from './fixtures/small-county.ts'

let county: Awaited<ReturnType<typeof smallCounty>>
const LONGER = '2018-05-20T16:00:00.000Z'
const longer = (batch: string, unit: string) =>
  county.write(`case/${batch}/${unit}`, {
    ...{ type: 'extended', batch, unit, step: 'application', lateFrom: LONGER, reason: '汛期', by: 'office-head' },
  })
beforeEach(async () => {
  county = await smallCounty()
  await county.openCall('2018-2')
})
const starts = async () => (await county.worklist('clerk')).items.map(({ batch, due }) => [batch, due?.lateFrom])
const notBegun = async () => (await county.board('officer', '2018-2')).notBegun
const onTime = async () => (await notBegun()).filter(({ late }) => !late)

it('its worklist and the board say the new date, from the day it was given', async () => {
  await longer('2018-2', 'dazhuang')
  expect(await starts()).toEqual([['2018-2', LONGER]])
  expect(await notBegun()).toMatchObject([{ unit: 'caogou' }, { unit: 'dazhuang', due: { lateFrom: LONGER } }])
  county.at(LATE_FROM)
  expect(await starts()).toEqual([['2018-2', LONGER]])
  expect(await notBegun()).toMatchObject([
    { unit: 'caogou', late: true },
    { unit: 'dazhuang', late: false, due: { lateFrom: LONGER } },
  ])
  county.at('2018-05-20T15:59:59.999Z')
  expect(await starts()).toHaveLength(1)
  county.at(LONGER)
  expect(await starts()).toEqual([])
  expect(await onTime()).toEqual([])
})

it('once it has begun nothing is to begin, and in a trial nothing is', async () => {
  await county.openCall('2018-9', { trial: true })
  await longer('2018-9', 'dazhuang')
  await longer('2018-2', 'dazhuang')
  county.at(LATE_FROM)
  expect(await starts()).toEqual([['2018-2', LONGER]])
  await county.openCase('2018-2', 'dazhuang')
  expect((await county.worklist('clerk')).items).toMatchObject([{ kind: 'case', due: { lateFrom: LONGER } }])
  expect(await onTime()).toEqual([])
})

it('another unit’s longer date is nobody else’s', async () => {
  await longer('2018-2', 'caogou')
  county.at(LATE_FROM)
  expect(await starts()).toEqual([])
  expect(await onTime()).toMatchObject([{ unit: 'caogou' }])
})
