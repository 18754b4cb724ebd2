/** Text of one or several lines. Nothing that is typed or pasted is cut: what is too long stays, is marked and counted. */
import { Button, Input, Typography } from 'antd'
import { useId } from 'react'
import { countedIn, lengthOf, unitsOf, wholeFrom } from '#typed/line.ts'
import { usePrinting } from '../print/use-printing.ts'
import { excessOf, saidExcess } from './typed-value.ts'

type Props = {
  id?: string | undefined
  value: string
  onChange: (text: string) => void
  /** How many characters it may have, counted as the server does. */
  most?: number | undefined
  /** Several lines. */
  rows?: { readonly minRows: number; readonly maxRows: number }
  label?: string
  placeholder?: string
  disabled?: boolean
  size?: 'small'
  autoFocus?: boolean
  wrong?: boolean
  required?: boolean
  describedBy?: string | undefined
  composing?: (now: boolean) => void
  left?: () => void
  style?: React.CSSProperties
}
/** Of what is too long: enough to find the place. */
const BEGINNING = 12

export function TypedText({ id: given, value, onChange, most, rows, label, wrong = false, ...more }: Props) {
  const own = useId()
  const printing = usePrinting()
  const id = given ?? own
  const { composing = () => {}, left = () => {}, required = false, describedBy, ...rest } = more
  const excess = most === undefined ? 0 : excessOf(value, most)
  const from = wholeFrom(value, unitsOf(value, most ?? 0))
  const told = [...(describedBy ? [describedBy] : []), ...(excess > 0 ? [`${id}-excess`] : [])].join(' ')
  const shared = {
    ...rest,
    id,
    value,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
    onCompositionStart: () => composing(true),
    onCompositionEnd: () => composing(false),
    onBlur: left,
    // Nor does the browser offer the next person what one has typed.
    autoComplete: 'off',
    'aria-invalid': wrong || excess > 0,
    ...((wrong || excess > 0) && { status: 'error' as const }),
    ...(label && { 'aria-label': label }),
    ...(required && { 'aria-required': true }),
    ...(told && { 'aria-describedby': told }),
    ...(most !== undefined && {
      count: { show: most > 60, max: most, strategy: countedIn },
    }),
  }
  return (
    <>
      {/* A field shows of a long text what it has room for; paper has room for all. */}
      {printing && <div className="printed-text">{value}</div>}
      {rows ? (
        // The count hangs below the field.
        <Input.TextArea
          {...shared}
          autoSize={rows}
          style={{ marginBottom: (most ?? 0) > 60 ? 22 : 0, ...rest.style }}
        />
      ) : (
        <Input {...shared} />
      )}
      {excess > 0 && (
        <Typography.Text type="danger" id={`${id}-excess`} role="alert" style={{ display: 'block' }}>
          {saidExcess(excess, most ?? 0)}，从“{beginningOf(value.slice(from))}”起；内容全部保留，请删减后再提交。
          <Button type="link" size="small" onClick={() => select(id, from)}>
            选中超出的部分
          </Button>
        </Typography.Text>
      )}
    </>
  )
}

const beginningOf = (text: string): string =>
  lengthOf(text) > BEGINNING ? `${[...text].slice(0, BEGINNING).join('')}……` : text

function select(id: string, from: number): void {
  const field = document.getElementById(id)
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
  field.focus()
  field.setSelectionRange(from, field.value.length)
}
