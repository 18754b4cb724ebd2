import { expect, it } from 'vitest'
import type { FieldDefinition } from '#contracts/forms.ts'
import { fieldsInUse } from './fields-in-use.ts'

const FIELDS: FieldDefinition[] = [
  { name: 'outcome', label: '结论', kind: 'choice', required: true },
  { name: 'lastDay', label: '期限', kind: 'date', required: false, when: { field: 'outcome', among: ['back'] } },
]
const names = (values: Record<string, unknown>) => fieldsInUse(FIELDS, values).map(({ name }) => name)

it('shows a field only while the other one has such a value', () => {
  expect(names({ outcome: 'back' })).toEqual(['outcome', 'lastDay'])
  expect(names({ outcome: 'on' })).toEqual(['outcome'])
  expect(names({})).toEqual(['outcome'])
})
