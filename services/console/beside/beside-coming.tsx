import { Spin, Typography } from 'antd'

export const BesideComing = ({ what }: { what: string }) => (
  <Typography.Text type="secondary" role="status" className="not-printed">
    <Spin size="small" /> 正在读取{what}……
  </Typography.Text>
)
