import { Typography } from 'antd'

type Props = { id: string; read: string | undefined; wrong: string | undefined }

/** As what something typed was understood, before it counts; or that it was not. */
export const Reading = ({ id, read, wrong }: Props) => (
  <span id={`${id}-read`} aria-live="polite" style={{ display: 'block' }}>
    {wrong ? (
      <Typography.Text type="danger">{wrong}</Typography.Text>
    ) : (
      read && <Typography.Text type="secondary">{read}</Typography.Text>
    )}
  </span>
)
