import { expect, it } from 'vitest'
import { schemaOfShown } from '#contracts/forms.ts'
import { filledIn, recordFields } from './record-fields.ts'

it('keeps to be copied what was filled in of a record that is not made', () => {
  const all = { on: '2018-05-25', people: ['p-1'], place: ' ', findings: '查阅台账12册。', files: ['a'.repeat(64)] }
  expect(filledIn(all, 'indicators').map(({ field, value }) => [field.label, value])).toEqual([
    ['情况记录', '查阅台账12册。'],
    ['照片和扫描件', ['a'.repeat(64)]],
  ])
})

it('shows nothing where nobody has filled in anything', () => {
  expect(filledIn({ on: '2018-05-25', people: ['p-1'] }, 'indicators')).toEqual([])
  expect(filledIn({ findings: null, files: [] }, 'indicators')).toEqual([])
  expect(recordFields([]).map(({ name }) => name)).toEqual(['on', 'people', 'place', 'findings', 'files'])
})

it('asks of figures no words, whatever a method measures by', () => {
  const asked = (finds: 'mark' | 'marks' | 'answers', typed: object) =>
    schemaOfShown(recordFields([{ person: 'p-1', name: '蒋成员' }], { finds, counts: true })).safeParse({
      ...{ on: '2018-05-25', people: ['p-1'], findings: '听取了汇报。' },
      ...typed,
    }).success
  expect(asked('mark', { mark: '88.5' })).toBe(true)
  expect(asked('mark', {})).toBe(false)
  expect(asked('marks', { invited: 3, passMark: '60', marks: '90 80 70' })).toBe(true)
  expect(asked('answers', { answers: '办事是否一次告知 20 18' })).toBe(true)
})
