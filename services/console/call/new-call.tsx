/** A new call: what another person reads and opens. */
import { Card } from 'antd'
import CallForm from './call-form.tsx'

export default function NewCall() {
  return (
    <Card title="拟制创建通知" className="printed-form">
      <CallForm />
    </Card>
  )
}
