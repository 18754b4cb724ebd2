/** A correction is drafted where the decision stands in the course of things: by the command the API offers for it. */

import { Button, Modal, Typography } from 'antd'
import { useState } from 'react'
import type { CasePage, OfferedCommand } from '#contracts/case-page.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { draftName, type Send, stayOf } from '../forms/offered-command.ts'
import { useLookAgain } from '../list/look-again.ts'

type Props = { page: CasePage; command: OfferedCommand; send: Send }

export default function Undo({ page, command, send }: Props) {
  const [open, setOpen] = useState(false)
  const lookingAgain = useLookAgain()
  const now = page.timeline.find(({ undo }) => undo === command.name)
  return (
    <>
      <Button size="small" style={{ alignSelf: 'start' }} onClick={() => setOpen(true)}>
        {command.title}
      </Button>
      <Modal
        open={open}
        title={`${command.title}：${page.unit.name}`}
        width={640}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        {now && (
          <Typography.Paragraph type="secondary">
            现在的结论：{now.outcomeTitle ?? now.event}，{now.by}办理。{now.reason && `理由：${now.reason}`}
          </Typography.Paragraph>
        )}
        <CommandForm
          name={draftName(command)}
          about={stayOf(page)}
          fields={command.fields}
          values={command.values}
          owner={officeOn(page.unit.id)}
          submit={command.title}
          confirm={command.confirm}
          send={async (values, click) => {
            await lookingAgain(() => send(command)(values, click))
            setOpen(false)
          }}
        />
      </Modal>
    </>
  )
}
