/** What a measure says, as whoever approves it reads it. */
import { Descriptions } from 'antd'
import { saidDay } from '#calendar/said.ts'
import { fieldsOf } from '#contracts/forms.ts'
import { type MeasureShown as Measure, measureForms } from '#contracts/title/title.ts'
import { FileLink } from '../meeting/file-link.tsx'

export function MeasureShown({ measure }: { measure: Measure }) {
  const said: Readonly<Record<string, unknown>> = measure
  const items = fieldsOf(measureForms[measure.kind]).flatMap(({ name, label, kind, choices = [] }) => {
    const value = said[name]
    if (name === 'scan') return measure.scan ? [{ key: name, label, children: <FileLink file={measure.scan} /> }] : []
    if (typeof value !== 'string') return []
    const shown = kind === 'date' ? saidDay(value) : (choices.find((one) => one.value === value)?.label ?? value)
    return [{ key: name, label, children: <span style={{ whiteSpace: 'pre-wrap' }}>{shown}</span> }]
  })
  return <Descriptions bordered size="small" column={1} styles={{ label: { width: 160 } }} items={items} />
}
