import { expect, it } from 'vitest'
import { expandGroups } from './expand-groups.ts'
import { openPack } from './open-packs.ts'

const zhuzhou = openPack('zhuzhou').catalogue!
const towns = [
  { id: 'lukou', name: '渌口镇' },
  { id: 'zhuting', name: '朱亭镇' },
]

it('puts the roster’s units in place of a group, each once', () => {
  const groups = { towns, governments: [...towns, { id: 'treasury', name: '县财政局' }] }
  expect(expandGroups(['treasury', 'towns', 'governments'], zhuzhou, groups)).toEqual({
    organs: [
      { id: 'treasury', name: '县财政局' },
      { id: 'lukou', name: '渌口镇', through: '各镇政府' },
      { id: 'zhuting', name: '朱亭镇', through: '各镇政府' },
    ],
    open: [],
  })
})
it('leaves open whom the document does not name and nobody has named yet', () => {
  const { organs, open } = expandGroups(['staffing', 'concerned'], zhuzhou, { towns })
  expect(organs).toEqual([{ id: 'staffing', name: '县编办' }])
  expect(open).toEqual([{ id: 'concerned', name: '县政府有关工作部门', group: 'concerned' }])
})
it('stops at an organ that the catalogue does not know', () => {
  expect(() => expandGroups(['nobody'], zhuzhou, {})).toThrow('no organ nobody')
})
