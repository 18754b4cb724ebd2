/** Organs that have not replied wait for the office, from the day after the last one, until they have. */
import { beforeEach, expect, it } from 'vitest'
import { AT, DATES, FULL, fullTerms, handedIn, smallCounty } from '../fixtures/small-county.ts'

const STREAM = 'consultation/2018-2'
const head = { v: 1, at: AT, by: 'officer' }
const REPLY = { type: 'replied', ...head, n: 1, on: '2018-05-12', scan: '5'.repeat(64), found: [] }
let county: Awaited<ReturnType<typeof smallCounty>>
beforeEach(async () => {
  county = await smallCounty()
  await county.openCall('2018-2', fullTerms)
  await county.openCase('2018-2', 'dazhuang', { procedure: FULL, dates: DATES })
  await county.write('case/2018-2/dazhuang', ...handedIn)
  await county.write(STREAM, {
    ...{ type: 'sent', ...head, reference: '泗法函〔2018〕3号', on: '2018-05-10', lastDay: '2018-05-20' },
    organs: [
      { id: 'police', title: '公安局' },
      { id: 'audit', title: '审计局' },
    ],
    units: ['dazhuang'],
  })
  await county.write(STREAM, { ...REPLY, organ: 'police' })
})
const chasing = async (who: string) =>
  (await county.worklist(who)).items.filter(({ command }) => command === 'chase-consultation')

it('is a line of the office alone, with whom to chase and when it was done last', async () => {
  expect(await chasing('officer')).toEqual([])
  county.at('2018-05-20T16:00:00.000Z')
  expect(await chasing('officer')).toMatchObject([
    { todo: '催办复函（泗法函〔2018〕3号）：审计局', path: '/console/batches/2018-2/consultations', kind: 'batch' },
  ])
  expect(await chasing('office-head')).toHaveLength(1)
  for (const who of ['clerk', 'secretary', 'leader', 'officer-of-dazhuang']) expect(await chasing(who), who).toEqual([])
  await county.write(STREAM, { type: 'chased', ...head, n: 1, organ: 'audit', on: '2018-05-21', how: 'phone' })
  expect(await chasing('officer')).toMatchObject([{ todo: expect.stringContaining('审计局（2018年5月21日已催）') }])
})

it('ends with the last unit', async () => {
  county.at('2018-05-21T01:00:00.000Z')
  expect(await chasing('officer')).toHaveLength(1)
  await county.write('case/2018-2/dazhuang', {
    ...{ type: 'decided', ...head, by: 'office-head', step: 'review', visit: 2, outcome: 'refused', to: 'refused' },
    reason: '不符合条件。',
  })
  expect(await chasing('officer')).toEqual([])
})

it('ends with the last reply', async () => {
  county.at('2018-05-21T01:00:00.000Z')
  await county.write(STREAM, { ...REPLY, organ: 'audit' })
  expect(await chasing('officer')).toEqual([])
})
