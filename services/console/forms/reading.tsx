import { Typography } from 'antd'

type Props = {
  id: string
  read: string | undefined
  wrong: string | undefined
  /** What will be said when the field is left: it has its place already, or the button that is clicked then would move away. */
  later?: string | undefined
}

/** As what something typed was understood, before it counts; or that it was not. */
export const Reading = ({ id, read, wrong, later }: Props) => (
  <span id={`${id}-read`} aria-live="polite" style={{ display: 'block' }}>
    {wrong ? (
      <Typography.Text type="danger">{wrong}</Typography.Text>
    ) : later ? (
      <span style={{ visibility: 'hidden' }}>{later}</span>
    ) : (
      read && <Typography.Text type="secondary">{read}</Typography.Text>
    )}
  </span>
)
