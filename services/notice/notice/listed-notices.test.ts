import { beforeEach, expect, it } from 'vitest'
import { LISTS, type Row } from '#rows/row.ts'
import { countyAtNotice, write } from '../fixtures/county-at-notice.ts'
import { listedNotices } from './listed-notices.ts'

const STREAM = 'notice/2018-2/1'
let county: Awaited<ReturnType<typeof countyAtNotice>>
let before: Row | undefined
let after: Row | undefined
beforeEach(async () => {
  county = await countyAtNotice()
  await county.list()
  before = await county.rows.get(STREAM)
  await county.close('2018-06-18T01:00:00.000Z')
  after = await county.rows.get(STREAM)
})
/** Lists of which each was read at another moment, so that a row that moves from one to the other is in both. */
const listed = async (open: Row | undefined, done: Row | undefined) => {
  const lists: Readonly<Record<string, Row | undefined>> = { [LISTS.open]: open, [LISTS.batch('2018-2')]: done }
  const rows = {
    async *list(list: string) {
      const row = lists[list]
      if (row) yield row
    },
  }
  const { notices } = await listedNotices(rows, '2018-2')
  return notices.map(({ n, state, number }) => [n, state, number])
}

it('has a notice that is in both lists once, as its newest row has it', async () => {
  const newest = [[1, 'closed', 3]]
  expect(await listed(before, after)).toEqual(newest)
  expect(await listed(after, before)).toEqual(newest)
})

it('has it by whichever list knows it', async () => {
  expect(await listed(before, undefined)).toEqual([[1, 'published', 2]])
  expect(await listed(undefined, after)).toEqual([[1, 'closed', 3]])
  expect(await listed(undefined, undefined)).toEqual([])
})

it('has the cases that have not ended', async () => {
  await write(county.ledger, 'case/2018-2/caogou', {
    ...{ type: 'decided', step: 'notice', visit: 3, outcome: 'withdrawn', to: 'withdrawn', reason: '机构合并' },
  })
  const { cases } = await listedNotices(county.rows, '2018-2')
  expect(cases.map(({ unit }) => unit)).toEqual(['dazhuang'])
})
