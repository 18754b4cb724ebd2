import { Spin, Typography } from 'antd'

export const AskedComing = () => (
  <Typography.Text type="secondary" role="status" className="not-printed">
    <Spin size="small" /> 正在读取函询……
  </Typography.Text>
)
