import { expect, it } from 'vitest'
import { wrongPages } from './verify-pages.ts'

const wanted = new Map([
  ['public/index.html', '<p>一</p>'],
  ['public/index.json', '{"batches":{"a":1,"b":2}}'],
  ['public/register.html', '<p>名录</p>'],
])
const found = async (change: (standing: Map<string, string>) => unknown, lagging: readonly string[] = []) => {
  const standing = new Map(wanted)
  change(standing)
  const pages = { names: [...standing.keys()], text: async (name: string) => standing.get(name) }
  const all = await wrongPages(pages, { pages: wanted, lagging: new Set(lagging) })
  return all.map(({ kind, field, sentence }) => [kind, field, sentence.slice(`公开页面${field}`.length)])
}

it('finds nothing in pages as they were published, in whatever order an index has kept its batches', async () => {
  expect(await found(() => {})).toEqual([])
  expect(await found((all) => all.set('public/index.json', '{"batches":{"b":2,"a":1}}'))).toEqual([])
})

it('names a page that says something else, is gone, or was published by nobody', async () => {
  const other = '与记录应有的不同，被改过，或是由以前版本的软件发布的；请与备份核对，查明原因后重新发布。'
  expect(await found((all) => all.set('public/index.html', '<p>二</p>'))).toEqual([
    ['page', 'public/index.html', other],
  ])
  expect(await found((all) => all.set('public/index.json', '{"batches":{"a":1}}'))).toEqual([
    ['page', 'public/index.json', other],
  ])
  expect(await found((all) => all.delete('public/register.html'))).toEqual([
    ['page', 'public/register.html', '不见了；请与备份核对，查明原因后重新发布。'],
  ])
  expect(await found((all) => all.set('public/x.html', ''))).toEqual([
    ['page', 'public/x.html', '没有任何记录会发布它；请查明由来，并与备份核对。'],
  ])
})

it('says nothing of a page that may still wait for news', async () => {
  expect(await found((all) => all.delete('public/index.html'), ['public/index.html'])).toEqual([])
})
