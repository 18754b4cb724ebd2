import { expect, it } from 'vitest'
import type { Change } from './compare-editions.ts'
import { correctMap } from './correct-map.ts'

const map: Change[] = [
  { change: 'same', old: ['a'], new: ['a'] },
  { change: 'merged', old: ['b', 'c'], new: ['x'] },
  { change: 'gone', old: ['d'], new: [] },
  { change: 'new', old: [], new: ['y'] },
]

it('puts a person’s lines in place of the machine’s', () => {
  const corrections: Change[] = [
    { change: 'reworded', old: ['b'], new: ['x'] },
    { change: 'moved', old: ['d'], new: ['y'] },
  ]
  expect(correctMap(map, corrections)).toEqual([
    { change: 'same', old: ['a'], new: ['a'] },
    { change: 'reworded', old: ['b'], new: ['x'] },
    { change: 'gone', old: ['c'], new: [] },
    { change: 'moved', old: ['d'], new: ['y'] },
  ])
})
it('changes nothing where nobody corrects', () => {
  expect(correctMap(map, [])).toEqual(map)
})
it.each<[Change, string]>([
  [{ change: 'split', old: ['a'], new: ['x'] }, '更正第1条（拆分）应有旧条目1个、新条目2+个，现为1个、1个；请改正。'],
  [{ change: 'gone', old: ['z'], new: [] }, '更正第1条（删除）所说的z不在旧版中；请核对标识。'],
  [{ change: 'merged', old: ['a', 'a'], new: ['x'] }, '更正第1条（合并）所说的旧版条目a前面已经更正过；请只留一条。'],
])('refuses a line that does not fit the editions: %j', (line, sentence) => {
  expect(() => correctMap(map, [line])).toThrow(sentence)
})
