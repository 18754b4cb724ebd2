import { Modal } from 'antd'
import { rosterEndpoints } from '#contracts/roster.ts'
import { type PendingChange, rosterChangeEndpoints } from '#contracts/roster-changes.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { useApi } from '../session/api.ts'

const { body } = rosterChangeEndpoints.declineChange

/** Declines what somebody else has entered, with the reason. */
export function DeclineChange({ change, close }: { change: PendingChange; close: (isDone: boolean) => void }) {
  const api = useApi()
  const { person, proposal, name, sentence } = change
  return (
    <Modal
      open
      title={`退回：${name}，${sentence}`}
      onCancel={() => close(false)}
      footer={null}
      mask={{ closable: false }}
    >
      <CommandForm
        name={`roster/decline/${person}/${proposal}`}
        fields={[{ name: 'reason', label: '退回的理由', kind: 'longText', required: true, max: 200, open: true }]}
        values={{}}
        owner=""
        submit="退回"
        send={async (values, command) => {
          await api(rosterEndpoints.declineChange, { body: checked(body, { ...values, person, proposal }), command })
          close(true)
        }}
      />
    </Modal>
  )
}
