import { expect, it } from 'vitest'
import { memoryContents } from '#ledger/memory-contents.ts'
import { countyAtNotice, organs } from '../fixtures/county-at-notice.ts'
import { takeLines } from '../fixtures/take-lines.ts'
import { expectedPages } from './expected-pages.ts'

it('makes of a ledger the very pages that were published as it grew, and of some news their pages alone', async () => {
  const county = await countyAtNotice({ units: { dazhuang: '大庄镇', caogou: '草沟镇' } })
  await county.publishAll()
  await county.list()
  await county.publish('notice/2018-2/1')
  await takeLines(county.ledger, 'notice/2018-2/1')
  await county.publishAll()
  const expected = await expectedPages({ ledger: county.ledger, contents: memoryContents(), organs })
  expect([...expected.keys()].sort()).toEqual([...county.site.pages.keys()].sort())
  expect(Object.fromEntries(expected)).toEqual(Object.fromEntries(county.site.pages))
  expect([...expected.keys()]).toContain('public/notices/2018-2/1.html')
  const some = await expectedPages({ ledger: county.ledger, contents: memoryContents(), organs }, ['notice/2018-2/1'])
  expect([...some.keys()].sort()).toEqual(['public/index.html', 'public/index.json', 'public/notices/2018-2/1.html'])
})
