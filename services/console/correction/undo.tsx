/** A correction is drafted where the decision stands in the course of things: by the command the API offers for it. */

import { Button, Modal, Typography } from 'antd'
import { useState } from 'react'
import type { CasePage, OfferedCommand } from '#contracts/case-page.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { whyAtOdds } from '#steps/judgement/at-odds.ts'
import { whyRecordedOtherwise } from '#steps/resolution/record-at-odds.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Values } from '../forms/kept-values.ts'
import { draftName, type Send, stayOf } from '../forms/offered-command.ts'
import { outcomesOf } from '../judgement/judging-draft.ts'
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
          confirm={(values) => asksOf(command, values) ?? command.confirm}
          send={async (values, click) => {
            await lookingAgain(() => send(command)(values, click))
            setOpen(false)
          }}
        />
      </Modal>
    </>
  )
}

/**
 * A correction may say why the first conclusion was wrong: what its reason contradicts is asked about. Of a meeting's line
 * what the record says is held against the outcome, and not why it was recorded wrongly.
 */
function asksOf(command: OfferedCommand, { outcome, reason, inMinutes }: Values): string | undefined {
  const all = outcomesOf(command)
  const to = all.find(({ value }) => value === outcome)
  const record = command.fields.find(({ name }) => name === 'inMinutes')
  if (!to) return undefined
  const why = record
    ? typeof inMinutes === 'string'
      ? whyRecordedOtherwise(
          record.label,
          to.label,
          all.map(({ label }) => label),
          inMinutes,
        )
      : undefined
    : typeof reason === 'string'
      ? whyAtOdds(to.effect, to.label, { reason })
      : undefined
  return why && `${why}，请核对；是否仍要送签？`
}
