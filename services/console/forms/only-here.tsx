/** Says of which answers nothing stays when the page is gone, of which nothing has stayed, and what was typed for another. */
import { Typography } from 'antd'
import { useState } from 'react'
import type { FieldDefinition } from '#contracts/forms.ts'
import { type About, apartIn, lostIn, type Values, whyOtherwise } from './kept-values.ts'

type Props = {
  /** The name under which the form is kept. */
  form: string
  values: Values
  /** What its fields are called. */
  labels: Readonly<Record<string, string>>
  about?: About | undefined
}

export function OnlyHere({ form, values, labels, about }: Props) {
  // As it was when the form was opened: the first change writes it anew.
  const [lost] = useState(() => lostIn(form))
  const named = (fields: readonly string[]) => fields.flatMap((field) => labels[field] ?? [])
  const gone = named(lost.filter((field) => isUnset(values[field])))
  const here = named(apartIn(form))
  const otherwise = about && whyOtherwise(form, about)
  if (!otherwise && gone.length + here.length === 0) return null
  return (
    <div role="status" className="not-printed" style={{ marginBlock: 4 }}>
      {otherwise && (
        <div>
          <Typography.Text type="warning">{otherwise}</Typography.Text>
        </div>
      )}
      {gone.length > 0 && <Typography.Text type="warning">{saidLost(gone)}</Typography.Text>}
      {here.length > 0 && (
        <div>
          <Typography.Text type="secondary">{saidHere(here)}</Typography.Text>
        </div>
      )}
    </div>
  )
}

export const labelsOf = (fields: readonly FieldDefinition[]): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map(({ name, label }) => [name, label]))
const isUnset = (value: unknown): boolean => value === undefined || value === ''
const quoted = (labels: readonly string[]): string => labels.map((label) => `“${label}”`).join('、')
export const saidHere = (labels: readonly string[]): string =>
  `${quoted(labels)}涉及个人信息，只在本页，刷新或关闭后须重新填写。`
export const saidLost = (labels: readonly string[]): string =>
  `上次填写的${quoted(labels)}涉及个人信息，没有存到这台电脑，请重新填写。`
