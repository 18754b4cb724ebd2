/** What a record of a method asks for, and under which name what is filled in waits in this browser. */
import type { AssessmentPage } from '#contracts/assessment/assessment.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import type { Values } from '../forms/kept-values.ts'
import type { Params } from './use-assessment.ts'

export const recordFields = (people: AssessmentPage['people']): readonly FieldDefinition[] => [
  { name: 'on', label: '日期', kind: 'date', required: true },
  {
    ...{ name: 'people', label: '参加人员', kind: 'choices', required: true },
    choices: people.map(({ person, name }) => ({ value: person, label: name })),
  },
  { name: 'place', label: '地点', kind: 'text', required: false, max: 100 },
  { name: 'findings', label: '情况记录', kind: 'longText', required: true, max: 2000, says: 'sentence' },
  { name: 'files', label: '照片和扫描件', kind: 'files', required: false },
]

export const recordName = ({ batch, unit }: Params, method: string): string =>
  `assessment/${batch}/${unit}/${method}/recording`

const TYPED = ['place', 'findings', 'files']
/** The fields of which something was filled in; the day and whoever was there are asked for again, and nobody has to copy them. */
export const filledIn = (values: Values): readonly { readonly field: FieldDefinition; readonly value: unknown }[] =>
  recordFields([]).flatMap((field) => {
    const value = values[field.name]
    const isNothing = value === undefined || value === null || [value].flat().join('').trim() === ''
    return TYPED.includes(field.name) && !isNothing ? [{ field, value }] : []
  })
