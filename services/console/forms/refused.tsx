import { Alert } from 'antd'
import { type Refusal, unsaid } from './refusal.ts'

/** Above the button: what was refused, and what none of the fields on the page says. */
export const Refused = ({ refused, shown }: { refused: Refusal; shown: readonly string[] }) => {
  const more = unsaid(refused.fields, shown)
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={refused.message}
      description={more.length > 0 ? more.map((said) => <div key={said}>{said}</div>) : undefined}
    />
  )
}
