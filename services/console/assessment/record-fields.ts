/** What a record of a method asks for, and under which name what is filled in waits in this browser. */
import type { AssessmentPage } from '#contracts/assessment/assessment.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import type { Values } from '../forms/kept-values.ts'
import type { Method } from './noted.ts'
import type { Params } from './use-assessment.ts'

type Measuring = Pick<Method, 'finds' | 'counts'>
const MEASURES: Readonly<Partial<Record<Method['finds'], readonly FieldDefinition[]>>> = {
  mark: [
    {
      name: 'mark',
      label: '评分',
      kind: 'text',
      required: false,
      max: 10,
      says: 'figures',
      help: '0至100，最多两位小数',
    },
  ],
  marks: [
    { name: 'invited', label: '应考人数', kind: 'number', required: false, max: 10_000, help: '缺考的按零分计' },
    { name: 'passMark', label: '及格分', kind: 'text', required: false, max: 10, says: 'figures' },
    {
      ...{ name: 'marks', label: '各人成绩', kind: 'longText', required: false, says: 'figures', max: 4000 },
      help: '只填参加测试的人的成绩，不填姓名；用空格、顿号或者换行分开',
    },
  ],
  answers: [
    {
      ...{ name: 'answers', label: '走访问答', kind: 'longText', required: false, says: 'figures', max: 4000 },
      help: '每行一题：题目、回答人数、其中肯定的人数，如“办事是否一次告知 20 18”；不填姓名',
    },
  ],
}

export const recordFields = (
  people: AssessmentPage['people'],
  { finds, counts }: Measuring = { finds: 'indicators', counts: false },
): readonly FieldDefinition[] => [
  { name: 'on', label: '日期', kind: 'date', required: true },
  {
    ...{ name: 'people', label: '参加人员', kind: 'choices', required: true },
    choices: people.map(({ person, name }) => ({ value: person, label: name })),
  },
  { name: 'place', label: '地点', kind: 'text', required: false, max: 100 },
  { name: 'findings', label: '情况记录', kind: 'longText', required: true, max: 2000, says: 'sentence' },
  ...(MEASURES[finds] ?? []).map((field) => ({ ...field, required: counts })),
  { name: 'files', label: '照片和扫描件', kind: 'files', required: false },
]

export const recordName = ({ batch, unit }: Params, method: string): string =>
  `assessment/${batch}/${unit}/${method}/recording`

const TYPED = ['place', 'findings', 'mark', 'invited', 'passMark', 'marks', 'answers', 'files']
/** The fields of which something was filled in; the day and whoever was there are asked for again, and nobody has to copy them. */
export const filledIn = (
  values: Values,
  finds: Method['finds'],
): readonly { readonly field: FieldDefinition; readonly value: unknown }[] =>
  recordFields([], { finds, counts: false }).flatMap((field) => {
    const value = values[field.name]
    const isNothing = value === undefined || value === null || [value].flat().join('').trim() === ''
    return TYPED.includes(field.name) && !isNothing ? [{ field, value }] : []
  })
