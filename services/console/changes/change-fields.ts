/** What an amendment and the end of a batch are asked for. */
import type { ChangesPage } from '#contracts/change.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import type { Values } from '../forms/kept-values.ts'

const NUMBER: FieldDefinition = {
  name: 'number',
  label: '文号',
  kind: 'text',
  required: false,
  max: 60,
  open: true,
  says: 'number',
  help: '另行发文的填写，如泗法办〔2018〕3号',
}
const reasonOf = (label: string): FieldDefinition => ({
  name: 'reason',
  label,
  kind: 'longText',
  required: true,
  max: 500,
  open: true,
  says: 'sentence',
  help: '向社会公开，请不要写手机号码、身份证号',
})

export const CANCELLING: readonly FieldDefinition[] = [reasonOf('取消理由'), NUMBER]

/** A date for each step whose end has not passed; left empty it stays. */
export const amendmentFields = ({ dates }: Pick<ChangesPage, 'dates'>): readonly FieldDefinition[] => [
  ...dates.flatMap(({ step, title, due, mayMove }): FieldDefinition[] =>
    mayMove
      ? [
          {
            ...{ name: fieldOf(step), label: `“${title}”改为`, kind: 'date', required: false },
            help: `现为${due.said}，只能推迟；不变更的不填`,
          },
        ]
      : [],
  ),
  reasonOf('变更理由'),
  NUMBER,
]

/** As the API names what is wrong with a date. */
const fieldOf = (step: string): string => `dates.${step}`

export const amendmentOf = ({ dates }: Pick<ChangesPage, 'dates'>, values: Values) => ({
  dates: Object.fromEntries(
    dates.flatMap(({ step }) => {
      const lastDay = values[fieldOf(step)]
      return lastDay === undefined ? [] : [[step, { lastDay }]]
    }),
  ),
  ...noteOf(values),
})
export const noteOf = ({ reason, number }: Values) => ({ reason, ...(number !== undefined && { number }) })

/** What went back or waits, as the form begins with it. */
export const amendmentBefore = (pending: ChangesPage['amendment']): Values => ({
  ...noteBefore(pending),
  ...Object.fromEntries(
    (pending?.dates ?? []).flatMap(({ step, lastDay }) => (lastDay ? [[fieldOf(step), lastDay]] : [])),
  ),
})
export const noteBefore = (pending: ChangesPage['cancelling']): Values =>
  pending ? { reason: pending.reason, ...(pending.number && { number: pending.number }) } : {}
