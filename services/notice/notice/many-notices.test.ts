/** A batch may have any number of notices: the draft of the next one and its preview read none of those before. */
import { beforeEach, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { countyAtNotice, LATE_FROM, write } from '../fixtures/county-at-notice.ts'

const UNITS = { one: '甲镇', two: '乙镇', three: '丙镇', four: '丁镇' }
const draft = { title: '公示', publication: { on: '2018-06-11', place: '公告栏' } }
let county: Awaited<ReturnType<typeof countyAtNotice>>
let read: string[]
const noticesRead = () => read.filter((stream) => stream.startsWith('notice/'))

beforeEach(async () => {
  county = await countyAtNotice({ units: UNITS, onRead: (stream) => read.push(stream) })
  read = []
  await county.list(['one'])
  await county.list(['two'], { publication: { on: '2018-06-11', place: '县政府网站' } })
  await county.prepare(['three'])
  read = []
})
const previewed = async (body: object) => {
  const answer = await county.tellStep('officer', '/preview', { ...draft, ...body })
  const { html } = z.object({ html: z.optional(z.string()) }).parse(answer.body)
  return { ...answer, n: html && /objections\/2018-2\/(\d+)"/.exec(html)?.[1] }
}
const back = async () => {
  const prepared = (await county.page('officer', undefined, 3)).preparation?.prepared
  expect((await county.tell('office-head', '/3/return', { prepared, reason: '请核对地点。' })).status).toBe(200)
}

it('the draft knows who is named already, the next number and the last place', async () => {
  const { body } = await county.askStep('officer', '')
  expect(body).toMatchObject({ n: 4, place: '县政府网站公告栏', waiting: [{ unit: 'four' }] })
  expect(body).toMatchObject({ notices: [{ n: 1, state: 'running' }, { n: 2 }, { n: 3, state: 'prepared' }] })
  expect(noticesRead()).toEqual([])
  await county.close(LATE_FROM.replace('16:00', '16:02'), 2)
  const later = await county.askStep('officer', '', LATE_FROM)
  expect(later.body).toMatchObject({ notices: [{ state: 'over' }, { state: 'closed' }, { state: 'prepared' }] })
})

it('what went back names nobody any more, and whom a notice set aside it names no more either', async () => {
  await back()
  await write(county.ledger, 'notice/2018-2/1', {
    type: 'setAside',
    case: 'one',
    number: 2,
    reason: '有一票否决待确认',
  })
  expect((await county.askStep('officer', '')).body).toMatchObject({
    n: 4,
    waiting: [{ unit: 'three' }, { unit: 'four' }, { unit: 'one' }],
    notices: [{}, {}, { state: 'returned' }],
  })
})

it('a preview bears the number that preparing would give', async () => {
  expect((await previewed({ cases: ['four'] })).n).toBe('4')
  expect(noticesRead()).toEqual([])
  await back()
  read = []
  expect((await previewed({ cases: ['three', 'four'] })).n).toBe('3')
  expect((await previewed({ cases: ['four'] })).n).toBe('4')
  expect(noticesRead()).toEqual([])
})

it('a preview of one that is mended reads that one, and is refused where it is published or there is none', async () => {
  expect((await previewed({ n: 3, cases: ['three'] })).n).toBe('3')
  expect(noticesRead()).toEqual(['notice/2018-2/3'])
  for (const n of [1, 9])
    expect(await previewed({ n, cases: ['one'] })).toMatchObject({
      status: 409,
      body: { error: `第${n}期公示已经发布，或者没有这一期，不能再改；请刷新后再办。` },
    })
})
