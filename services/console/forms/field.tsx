/** One field of a form, by its kind. */
import { Checkbox, Flex, Radio, Select, Switch, Typography } from 'antd'
import type { FieldDefinition } from '#contracts/forms.ts'
import { foundIn } from '../list/found-in.ts'
import { FileField } from '../upload/file-field.tsx'
import { DateField } from './date-field.tsx'
import { NumberField } from './number-field.tsx'
import { Reading } from './reading.tsx'
import { TypedText } from './typed-text.tsx'
import { readAs } from './typed-value.ts'

/** What one does with a field of this kind, where it is not writing. */
export const VERBS: Partial<Record<FieldDefinition['kind'], string>> = {
  choice: '选择',
  choices: '勾选',
  checklist: '勾选',
  file: '上传',
  files: '上传',
}
type Props = {
  id: string
  field: FieldDefinition
  value: unknown
  onChange: (value: unknown) => void
  owner: string
  names: Readonly<Record<string, string>>
  disabled?: boolean
  /** Told when an input method begins and ends composing. */
  composing?: (now: boolean) => void
  left?: () => void
  /** Ids of what explains the field, and whether its content is wrong. */
  describedBy?: string | undefined
  invalid?: boolean
}

const ROWS = { minRows: 3, maxRows: 14 }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
const answersOf = (value: unknown): Record<string, boolean> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([, answer]) => typeof answer === 'boolean'))
    : {}

export function Field({ id, field, value, onChange, owner, names, ...more }: Props) {
  const { disabled = false, composing = () => {}, left = () => {}, describedBy, invalid = false } = more
  const { kind, max, choices = [] } = field
  const told = { disabled, left, wrong: invalid, required: field.required, describedBy }
  // An emptied field is a missing one, not an empty text.
  const put = (text: string) => onChange(text === '' ? undefined : text)
  switch (kind) {
    case 'text':
      return (
        <>
          <TypedText {...told} id={id} value={textOf(value)} onChange={put} most={max} composing={composing} />
          <Reading id={id} read={readAs(field, textOf(value))} wrong={undefined} />
        </>
      )
    case 'longText':
      return (
        <TypedText
          {...told}
          id={id}
          value={textOf(value)}
          onChange={put}
          most={max}
          composing={composing}
          rows={ROWS}
        />
      )
    case 'date':
      return <DateField {...told} id={id} value={textOf(value) || undefined} onChange={onChange} />
    case 'number':
      return (
        <NumberField
          {...told}
          id={id}
          unit={field.unit}
          value={typeof value === 'number' ? value : textOf(value) || undefined}
          onChange={onChange}
        />
      )
    case 'choice':
      // A long list is searched rather than read.
      if (choices.length > 8)
        return (
          <Select
            id={id}
            style={{ width: '100%' }}
            showSearch={{ filterOption: foundIn }}
            placeholder={`请选择${field.label}`}
            value={textOf(value) || null}
            onChange={(chosen: string | null) => onChange(chosen ?? undefined)}
            options={choices}
            disabled={disabled}
          />
        )
      return (
        <Radio.Group id={id} value={value} onChange={({ target }) => onChange(target.value)} disabled={disabled}>
          <Flex vertical={choices.length > 3} gap={8} wrap>
            {choices.map(({ value: choice, label }) => (
              <Radio key={choice} value={choice}>
                {label}
              </Radio>
            ))}
          </Flex>
        </Radio.Group>
      )
    case 'choices':
      return (
        <Checkbox.Group
          value={listOf(value)}
          onChange={(chosen) => onChange(chosen.length > 0 ? chosen : undefined)}
          options={choices}
          disabled={disabled}
        />
      )
    case 'checklist': {
      const answers = answersOf(value)
      return (
        <Flex vertical gap={4}>
          {choices.map(({ value: point, label }) => (
            <Flex key={point} gap={8} align="center">
              <Switch
                size="small"
                aria-label={label}
                checked={answers[point] ?? false}
                checkedChildren="是"
                unCheckedChildren="否"
                disabled={disabled}
                // Whoever answers one point has looked at the list: the others stand at "no".
                onChange={(yes) =>
                  onChange({
                    ...Object.fromEntries(choices.map((one) => [one.value, answers[one.value] ?? false])),
                    [point]: yes,
                  })
                }
              />
              <Typography.Text>{label}</Typography.Text>
            </Flex>
          ))}
        </Flex>
      )
    }
    case 'files':
      return (
        <FileField
          id={id}
          several
          most={max}
          label={field.label}
          owner={owner}
          names={names}
          describedBy={describedBy}
          value={listOf(value)}
          onChange={(files) => onChange(files.length > 0 ? files : undefined)}
          disabled={disabled}
        />
      )
    case 'file':
      return (
        <FileField
          id={id}
          several={false}
          label={field.label}
          owner={owner}
          names={names}
          describedBy={describedBy}
          value={textOf(value) ? [textOf(value)] : []}
          onChange={([file]) => onChange(file)}
          disabled={disabled}
        />
      )
  }
}
