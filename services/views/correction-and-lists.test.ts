/** A correction waits for its signature as long as nothing rests on the decision: as the case page says it. */
import { beforeEach, expect, it } from 'vitest'
import { DATES, decided, FULL, fullTerms, handedIn, published, smallCounty } from './fixtures/small-county.ts'

let county: Awaited<ReturnType<typeof smallCounty>>
beforeEach(async () => {
  county = await smallCounty()
})
const CASE = 'case/2018-2/dazhuang'
const accepted = (to: string) => decided('review', 2, 'accepted', to, { reason: '符合条件' })
const drafted = {
  ...{ type: 'correctionDrafted', by: 'officer', step: 'review', corrects: 2 },
  ...{ outcome: 'refused', reason: '看错了' },
}
const signing = async (who = 'office-head') =>
  (await county.todos(who)).filter((todo) => todo.endsWith('签发更正')).length
const aside = { type: 'setAside', case: 'dazhuang', reason: '本件不在这一环节' }

it('not once a published notice names the case, unless its line was set aside', async () => {
  await county.openCall('2018-2')
  await county.openCase('2018-2', 'dazhuang')
  await county.write(CASE, ...handedIn, accepted('notice'), drafted)
  expect(await signing()).toBe(1)
  const [prepared = {}, approved = {}] = published(['dazhuang'])
  // What is only prepared names nobody yet, and signing is not refused.
  await county.write('notice/2018-2/1', prepared)
  expect(await signing()).toBe(1)
  await county.write('notice/2018-2/1', approved)
  expect(await signing()).toBe(0)
  await county.write('notice/2018-2/1', { ...aside, number: 2 })
  expect(await signing()).toBe(1)
  // And the case that was set aside waits for another notice.
  expect(await county.todos('officer')).toContain('第二批示范单位创建：1个单位等待“公示”，请拟制')
})

it('not once a list that names the case is submitted, nor when the meeting has decided', async () => {
  await county.openCall('2018-2', fullTerms)
  await county.openCase('2018-2', 'dazhuang', { procedure: FULL, dates: DATES })
  await county.write(CASE, ...handedIn, accepted('selection'), drafted)
  expect(await signing()).toBe(1)
  const of = { batch: '2018-2', step: 'selection', trial: false }
  await county.write('resolution/2018-2/selection', {
    type: 'listPrepared',
    ...of,
    cases: ['dazhuang'],
    visits: { dazhuang: 3 },
    text: '',
  })
  expect(await signing()).toBe(0)
  const digest = 'd'.repeat(64)
  await county.write('resolution/2018-2/selection', {
    ...{ type: 'resolved', ...of, meeting: '领导小组会议', number: '1号', date: '2018-05-10', minutes: digest },
    ...{ attendance: digest, how: { kind: 'discussion' }, lines: [{ case: 'dazhuang', outcome: 'cultivated' }] },
  })
  expect(await signing()).toBe(0)
  await county.write('resolution/2018-2/selection', { ...aside, number: 2 })
  expect(await signing()).toBe(1)
})

it('stands at the step whose decision is corrected, also where that has ended the case', async () => {
  await county.openCall('2018-2')
  await county.openCase('2018-2', 'dazhuang')
  await county.write(CASE, ...handedIn, decided('review', 2, 'refused', 'refused', { reason: '不在创建范围内' }))
  await county.write(CASE, { ...drafted, outcome: 'accepted' })
  const { items } = await county.worklist('office-head')
  expect(items.filter(({ command }) => command === 'sign-correction')).toMatchObject([
    { step: 'review', stepTitle: '初审', todo: '签发更正' },
  ])
})
