import { Alert, Button, Flex, Spin } from 'antd'
import { ApiError } from '#contracts/client.ts'
import { saidWhole } from '../forms/refusal.ts'

/** Shown while anything is on its way. */
export const Loading = () => (
  <Flex justify="center" style={{ padding: 64 }}>
    <Spin size="large" description="正在读取……" />
  </Flex>
)

/** A request that was refused: the sentence, and the way to try once more. What is another's, or not there yet, is no fault. */
export function Refusal({ error, again }: { error: Error; again?: () => unknown }) {
  const isAnothers = error instanceof ApiError && error.status === 403
  return (
    <Alert
      type={isAnothers ? 'info' : 'error'}
      showIcon
      role="alert"
      title={saidWhole(error)}
      {...(again && !isAnothers && { action: <Button onClick={() => void again()}>重试</Button> })}
      style={{ marginBlock: 16 }}
    />
  )
}
