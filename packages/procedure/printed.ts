/** A form as the county's paper: its title, and its rows in the order of the document. */
import type { Form, FormField, Printed } from './forms.ts'

/** Of a form whose document says nothing of its paper. */
const PLAIN = { sealed: '填报单位', dated: '填报时间', unit: '单位名称', beside: [], notes: {} }

export const printedForm = ({ printed, title }: Pick<Form, 'printed' | 'title'>): Printed =>
  printed ?? { ...PLAIN, title }

/** Every question that is answered in words, up to three in a row; files are listed below the form. */
export function printedRows(form: Form): readonly (readonly FormField[])[] {
  const { beside } = printedForm(form)
  const asked = form.fields.filter(({ kind }) => kind !== 'files' && kind !== 'file')
  return asked.flatMap((field) => {
    const names = beside.find((some) => some.includes(field.name))
    if (!names) return [[field]]
    const row = asked.filter(({ name }) => names.includes(name))
    return row[0] === field ? [row] : []
  })
}

/** What may follow in a batch's name without being said again: the activity is not what the form is called by. */
const SAID: ReadonlySet<string> = new Set(['', '创建', '活动', '创建活动'])

/**
 * One line where the batch's name ends as the form's begins (泗县第二批依法行政示范单位 + 创建申请表), else the two below
 * each other.
 */
export function printedTitle(batch: string, form: Pick<Form, 'printed' | 'title'>): readonly string[] {
  const { title } = printedForm(form)
  for (let length = title.length; length >= 4; length--) {
    const at = batch.lastIndexOf(title.slice(0, length))
    if (at >= 0) return SAID.has(batch.slice(at + length)) ? [batch.slice(0, at) + title] : [batch, title]
  }
  return [batch, title]
}
