/** What a result of a kind asks for, by the same rules as the decider. */

import { ApiError } from '#contracts/client.ts'
import { type FieldDefinition, fieldsOf } from '#contracts/forms.ts'
import { correctingForm, type EnteringPage, type ResultVersion, resultForm } from '#contracts/results/results.ts'
import { ASKS, type ResultKind } from '#external-results/kinds-of-results.ts'
import type { Values } from '../forms/kept-values.ts'

type Entering = { readonly kind: ResultKind; readonly byOffice?: true | undefined }

export function factFields({ kind, byOffice }: Entering): readonly FieldDefinition[] {
  const { grades, scored, needsScan, needsWords } = ASKS[kind]
  return fieldsOf(resultForm).flatMap((field): readonly FieldDefinition[] => {
    switch (field.name) {
      case 'grade':
        return grades.length === 0
          ? []
          : [
              {
                ...{ ...field, required: scored !== true },
                choices: (field.choices ?? []).filter(({ value }) => grades.some((grade) => grade === value)),
                ...(scored && { help: '等次和得分至少填写一项' }),
              },
            ]
      case 'score':
        return scored ? [{ ...field, help: '百分制，只填整数；有小数的写在认定的情况中' }] : []
      case 'text':
        return [
          { ...field, required: needsWords === true, help: '简要写明，不写个人姓名和证件号码；该单位的人员可以看到' },
        ]
      case 'scan':
        return [{ ...field, required: needsScan === true || byOffice === true }]
      default:
        return [field]
    }
  })
}

export const fieldsToEnter = (
  entering: Entering,
  { units }: Pick<EnteringPage, 'units'>,
): readonly FieldDefinition[] => [
  {
    ...{ name: 'unit', label: '单位', kind: 'choice', required: true },
    choices: units.map(({ unit, name }) => ({ value: unit, label: name })),
  },
  ...factFields(entering),
]
/** @param held what stands: the paper of what the office entered for another lies with the office, and is brought anew */
export const fieldsToCorrect = (
  entering: Entering,
  held: Pick<ResultVersion, 'byOffice'> | undefined,
): readonly FieldDefinition[] => [
  ...factFields(entering).map((field) =>
    field.name === 'scan' && held?.byOffice && !entering.byOffice
      ? { ...field, required: true, help: '已登记的扫描件由法制办代录时上传，更正时请重新上传' }
      : field,
  ),
  ...fieldsOf(correctingForm),
]

/** @throws ApiError as the sending would, before anybody confirms it */
export function mustBeGraded(kind: ResultKind, { grade, score }: Values): void {
  if (ASKS[kind].scored && grade === undefined && score === undefined)
    throw new ApiError(422, '外部结果没有登记，有内容需要修改。', 'incomplete', { grade: '请选择等次或者填写得分' })
}
