import { WarningFilled } from '@ant-design/icons'
import { Button, Flex, Typography } from 'antd'

/** Comes with the first file, for a second one may not arrive; antd's `Result` would bring its pictures along. */
export const CannotStart = ({ error }: { error: unknown }) => (
  <Flex vertical align="center" role="alert" style={{ padding: '48px 32px', textAlign: 'center' }}>
    <WarningFilled style={{ fontSize: 72, color: '#faad14', marginBottom: 16 }} />
    <Typography.Title level={1} style={{ fontSize: 24, fontWeight: 400, marginBlock: 8 }}>
      系统暂时无法使用
    </Typography.Title>
    <Typography.Text type="secondary" style={{ marginBottom: 24 }}>
      {error instanceof Error ? error.message : '请稍后再试。'}
    </Typography.Text>
    <Button type="primary" onClick={() => location.assign('/console/')}>
      重新打开
    </Button>
  </Flex>
)
