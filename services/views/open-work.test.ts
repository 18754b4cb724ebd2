/** A worklist reads open work only, whatever batches there were. */
import { expect, it } from 'vitest'
import { callEvents } from '../../test/given/called.ts'
import { decided, FULL, fullTerms, handedIn, published, smallCounty, terms } from './fixtures/small-county.ts'

type County = Awaited<ReturnType<typeof smallCounty>>
const PAST = '2017-05-15T16:00:00.000Z'
const LONGER = '2017-05-31T16:00:00.000Z'
const dates = { application: PAST, implementation: PAST, declaration: PAST }

/** A batch of another year in which everything has come to its end, in each of the ways that leave something behind. */
async function pastBatch(county: County, batch: string): Promise<void> {
  const of = { batch, trial: false }
  const called = callEvents({ ...terms, ...fullTerms, dates: DATES_2017 }, '2017-01-05T02:00:00.000Z')
  await county.write(`batch/${batch}`, ...called)
  for (const unit of ['dazhuang', 'caogou', 'huangwei']) await county.openCase(batch, unit, { procedure: FULL, dates })
  await county.write(
    `case/${batch}/dazhuang`,
    ...handedIn,
    decided('review', 2, 'accepted', 'selection'),
    decided('selection', 3, 'cultivated', 'implementation'),
    decided('naming', 4, 'named', 'named'),
  )
  // Submitted to the body, and gone before it met.
  await county.write(
    `case/${batch}/caogou`,
    decided('review', 2, 'accepted', 'selection'),
    decided('selection', 3, 'withdrawn', 'withdrawn'),
  )
  // Kept from its line by a veto that was confirmed; the second closing finds it gone.
  await county.write(`case/${batch}/huangwei`, decided('notice', 2, 'vetoed', 'vetoed'))
  const cases = ['dazhuang', 'huangwei']
  const lines = cases.map((unit) => ({ case: unit, outcome: 'clear' }))
  await county.write(
    `notice/${batch}/1`,
    ...published(cases, of),
    { type: 'closed', checked: ['page', 'mail', 'post', 'dutyLog'], lines },
    { type: 'setAside', case: 'huangwei', number: 3, reason: '有一票否决待确认', waits: true },
    { type: 'closed', checked: ['page', 'mail', 'post', 'dutyLog'], lines: [{ case: 'huangwei', outcome: 'clear' }] },
    { type: 'setAside', case: 'huangwei', number: 5, reason: '本件已办结' },
  )
  const [prepared = {}] = published(cases, of)
  await county.write(`notice/${batch}/2`, prepared, { type: 'preparationReturned', reason: '不再公示' })
  await county.write(
    `objection/${batch}-1`,
    { type: 'received', notice: `notice/${batch}/1`, about: 'dazhuang', answerBy: '2017-06-01' },
    { type: 'admitted' },
    { type: 'found', result: 'notUpheld', reason: '查无', reply: '查无' },
  )
  // Given longer to begin, and never begun.
  const longer = { type: 'extended', batch, unit: 'luhe', step: 'application', lateFrom: LONGER, reason: '汛期' }
  await county.write(`case/${batch}/luhe`, longer)
  const submitted = {
    type: 'listPrepared',
    ...of,
    step: 'selection',
    cases: ['dazhuang', 'caogou'],
    visits: { dazhuang: 3, caogou: 3 },
    text: '',
  }
  await county.write(`resolution/${batch}/selection`, submitted)
  await county.write(`panel/${batch}/dazhuang/7`, { type: 'methodEnded', method: 'hearing' })
  const report = { type: 'reported', step: 'implementation', period: '2018-06', text: '已开展', files: [], late: false }
  await county.write(`duty/${batch}/dazhuang/implementation`, report)
  const document = { ...of, step: 'naming', title: '命名决定', number: '9号', date: '2017-12-28' }
  await county.write(`decision/${batch}/1`, {
    ...{ type: 'published', preparedBy: 'officer', ...document, lines: [{ case: 'dazhuang', outcome: 'named' }] },
  })
}
const DATES_2017 = {
  application: { lastDay: '2017-05-15' },
  implementation: { lastDay: '2017-11-30' },
  declaration: { lastDay: '2017-12-31' },
}

/** What each person's worklist of a county says and reads, with so many batches behind it. */
async function worklistsAfter(past: number) {
  const county = await smallCounty()
  for (let n = 1; n <= past; n++) await pastBatch(county, `2017-${n}`)
  await county.openCall('2018-2', fullTerms)
  await county.openCase('2018-2', 'dazhuang', { procedure: FULL, dates: { application: '2018-05-15T16:00:00.000Z' } })
  await county.write('case/2018-2/dazhuang', ...handedIn, decided('review', 2, 'accepted', 'selection'))
  await county.openCall('2018-3')
  const found = []
  for (const who of ['clerk', 'officer', 'office-head', 'group-secretary', 'scorer']) {
    Object.assign(county.reading, { asked: 0, came: 0 })
    const { items } = await county.worklist(who)
    found.push({ who, items, ...county.reading })
  }
  return found
}

it('it asks as often and is answered as much at ten and at a hundred past batches as at none', async () => {
  const [none, ten, hundred] = [await worklistsAfter(0), await worklistsAfter(10), await worklistsAfter(100)]
  expect(none.map(({ who, items, asked }) => [who, items.length, asked])).toEqual([
    // Titles of which something waits, besides: of a unit its experiences.
    ['clerk', 1, 5],
    ['officer', 1, 5],
    // And what has changed in the roster.
    ['office-head', 0, 6],
    ['group-secretary', 0, 4],
    ['scorer', 0, 4],
  ])
  expect(ten).toEqual(none)
  expect(hundred).toEqual(none)
})

it('what a board shows of a past batch is all there', async () => {
  const county = await smallCounty()
  await pastBatch(county, '2017-1')
  const { cases, notices, resolutions, steps } = await county.board('officer', '2017-1')
  expect(cases.map(({ unit, step }) => [unit, step])).toEqual([
    ['caogou', 'withdrawn'],
    ['dazhuang', 'named'],
    ['huangwei', 'vetoed'],
  ])
  expect(notices.map(({ n, state }) => [n, state])).toEqual([
    [1, 'closed'],
    [2, 'returned'],
  ])
  expect(resolutions).toMatchObject([{ step: 'selection', meetings: 0 }])
  expect(steps.filter(({ count }) => count > 0)).toHaveLength(3)
  expect(county.reading.asked).toBe(5)
})
