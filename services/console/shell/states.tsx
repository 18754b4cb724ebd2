import { Alert, Button, Flex, Spin } from 'antd'
import { saidWhole } from '../forms/refusal.ts'

/** Shown while anything is on its way. */
export const Loading = () => (
  <Flex justify="center" style={{ padding: 64 }}>
    <Spin size="large" description="正在读取……" />
  </Flex>
)

/** A request that was refused: the sentence, and the way to try once more. */
export const Refusal = ({ error, again }: { error: Error; again?: () => unknown }) => (
  <Alert
    type="error"
    showIcon
    role="alert"
    title={saidWhole(error)}
    {...(again && { action: <Button onClick={() => void again()}>重试</Button> })}
    style={{ marginBlock: 16 }}
  />
)
