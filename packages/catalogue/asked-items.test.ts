import { expect, it } from 'vitest'
import { askedItems } from './asked-items.ts'
import type { Item } from './catalogue.ts'
import { openPack } from './open-packs.ts'

const item = (n: number, kind: Item['kind']): Item => ({
  id: `x-${n}`,
  number: n,
  title: `项目${n}`,
  kind,
  evidence: '文件',
})
const listOf = (...items: Item[]) => ({
  id: 'x',
  title: '清单',
  place: '泗县',
  document: { title: '清单' },
  numbering: 'throughout' as const,
  organs: [],
  parts: [
    { id: 'x-p1', number: '一', title: '第一部分', items: items.slice(0, 1) },
    {
      id: 'x-p2',
      number: '二',
      title: '第二部分',
      groups: [{ id: 'x-g1', number: '1', title: '组', items: items.slice(1) }],
    },
  ],
})

it('are every item that is no veto as conditions, in the document’s order', () => {
  const list = listOf(item(1, 'mechanism'), item(2, 'veto'), item(3, 'ratio'))
  expect(askedItems(list, 'conditions')).toEqual([
    { id: 'x-1', title: '项目1' },
    { id: 'x-3', title: '项目3' },
  ])
})

it('are the marked ones as vetoes, and none where none is marked', () => {
  expect(askedItems(listOf(item(1, 'mechanism'), item(2, 'veto')), 'vetoes')).toEqual([{ id: 'x-2', title: '项目2' }])
  expect(askedItems(listOf(item(1, 'mechanism'), item(2, 'ratio')), 'vetoes')).toEqual([])
})

it('of 泗县’s standard are its vetoes, and none of its other items', () => {
  const { catalogue } = openPack('sixian')
  if (!catalogue) throw new Error('the pack has mistakes')
  const vetoes = askedItems(catalogue, 'vetoes')
  expect(vetoes.length).toBeGreaterThan(0)
  expect(vetoes.length).toBeLessThan(askedItems(catalogue, 'conditions').length)
})
