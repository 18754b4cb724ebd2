import { Typography } from 'antd'

/** That a file's content is not what its name says, for whoever reads the record. */
export const FileNote = ({ note }: { note: string }) => (
  <Typography.Text type="warning" style={{ display: 'block', whiteSpace: 'normal' }}>
    {note}
  </Typography.Text>
)
