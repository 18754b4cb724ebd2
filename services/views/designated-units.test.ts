/** A body that the call names is waited for as any other unit, and none beyond the county's scope that it does not name. */
import { expect, it } from 'vitest'
import { smallCounty } from './fixtures/small-county.ts'

it('stands among who has not begun, and is given to begin, in the batch that names it alone', async () => {
  const county = await smallCounty()
  await county.openCall('2018-4')
  const named = { unit: 'huangwei', name: '黄圩执法中队', kind: 'dispatched', reason: '工作突出，可以示范。' }
  await county.openCall('2018-5', { designated: [named] })
  const waited = async (batch: string) => (await county.board('officer', batch)).notBegun.map(({ unit }) => unit)
  expect(await waited('2018-4')).toEqual(['caogou', 'dazhuang'])
  expect((await waited('2018-5')).toSorted()).toEqual(['caogou', 'dazhuang', 'huangwei'])
  const starts = (await county.worklist('school')).items.filter(({ kind }) => kind === 'start')
  expect(starts.map(({ batch }) => batch)).toEqual(['2018-5'])
})
