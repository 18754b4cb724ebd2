import { Button, Result } from 'antd'

export const CannotStart = ({ error }: { error: unknown }) => (
  <Result
    status="warning"
    title="系统暂时打不开"
    subTitle={error instanceof Error ? error.message : '请稍后再试。'}
    extra={
      <Button type="primary" onClick={() => location.assign('/console/')}>
        重新打开
      </Button>
    }
  />
)
