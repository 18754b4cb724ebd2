/** What is to be done next about an experience summary 经验材料, for whoever does it: the unit's head, the officer, the office's head. */
import { App, Button, Flex } from 'antd'
import { useState } from 'react'
import { shownMinute } from '#calendar/said.ts'
import { ApiError } from '#contracts/client.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { type ExperiencePage, experienceEndpoints } from '#contracts/title/experience.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { useAsk } from '../forms/ask.tsx'
import { CommandForm } from '../forms/command-form.tsx'
import { saidWhole } from '../forms/refusal.ts'
import { ApprovePanel } from '../list/approve-panel.tsx'
import { useLookAgain } from '../list/look-again.ts'
import { useApi } from '../session/api.ts'

type Props = {
  page: ExperiencePage
  inHand: NonNullable<ExperiencePage['inHand']>
  name: string
  show: (page: ExperiencePage) => void
}

export function NextStep({ page, inHand, name, show }: Props) {
  const api = useApi()
  const { batch, unit, commands } = page
  const { seen, waits, proposed } = inHand
  const params = { batch, unit }
  const returning = (reason: unknown) => ({ params, body: { seen, reason: String(reason ?? '') } })
  const form = `title/${batch}/${unit}/experience-${waits}`
  if (waits === 'consenting' && commands.includes('consent-experience'))
    return (
      <AgreeOrReturn
        name={form}
        act="同意公开"
        question="同意后由法制办提请、签发，以上内容一字不改向社会公开。是否同意？"
        back="退回起草人"
        agree={async (command) =>
          show(await api(experienceEndpoints.consentToExperience, { params, body: { seen }, command }))
        }
        giveBack={async (reason, command) =>
          show(await api(experienceEndpoints.declineExperience, { ...returning(reason), command }))
        }
      />
    )
  if (waits === 'proposing' && commands.includes('propose-experience'))
    return (
      <AgreeOrReturn
        name={form}
        act="提请公开"
        question="提请后由法制办负责人签发。是否提请公开？"
        back="退回单位"
        agree={async (command) =>
          show(await api(experienceEndpoints.proposeExperience, { params, body: { seen }, command }))
        }
        giveBack={async (reason, command) =>
          show(await api(experienceEndpoints.returnExperience, { ...returning(reason), command }))
        }
      />
    )
  if (waits !== 'publishing' || !proposed || !commands.includes('publish-experience')) return null
  return (
    <ApprovePanel
      prepared={seen}
      name={form}
      what="经验材料"
      preparedBy={`${proposed.by}（${shownMinute(proposed.at)}）`}
      mayApprove
      words={{ done: '提请公开', back: '退回提请人', question: '签发后经验材料即向社会公开，是否签发？' }}
      consequence={`${name}的经验材料列入公开的“经验推广”；公开以后单位可以撤回，法制办可以撤下。`}
      approve={async (command) =>
        show(
          await api(experienceEndpoints.publishExperience, {
            ...{ params, body: { prepared: seen, secrecyChecked: true }, command },
          }),
        )
      }
      giveBack={async (reason, command) =>
        show(await api(experienceEndpoints.returnExperienceProposal, { ...returning(reason), command }))
      }
    />
  )
}

const RETURNING: readonly FieldDefinition[] = [
  { name: 'reason', label: '退回理由', kind: 'longText', required: true, max: 500, says: 'sentence' },
]

type Agreeing = {
  name: string
  act: string
  question: string
  back: string
  agree: (command: string) => Promise<unknown>
  giveBack: (reason: unknown, command: string) => Promise<unknown>
}

/** One person reads it and lets it go on, or sends it back with what is to be changed. */
function AgreeOrReturn({ name, act, question, back, agree, giveBack }: Agreeing) {
  const { message } = App.useApp()
  const asking = useAsk()
  const lookingAgain = useLookAgain()
  const [returning, setReturning] = useState(false)
  const [sending, setSending] = useState(false)
  const [command, setCommand] = useState<string>(() => crypto.randomUUID())
  const go = async () => {
    setSending(true)
    try {
      await lookingAgain(() => agree(command))
      message.success(`${act}：已办理`)
    } catch (error) {
      // Without an answer the next try is the same click; a refused one is another.
      if (!(error instanceof ApiError) || error.status !== 0) setCommand(crypto.randomUUID())
      if (!(error instanceof ApiError) || error.status !== 409) message.error(saidWhole(error), 8)
    } finally {
      setSending(false)
    }
  }
  return (
    <Flex vertical gap={12} className="not-printed">
      <Flex gap={8}>
        <Button type="primary" loading={sending} onClick={() => asking({ title: question, okText: act, onOk: go })}>
          {act}
        </Button>
        {!returning && <Button onClick={() => setReturning(true)}>退回</Button>}
      </Flex>
      {returning && (
        <CommandForm
          name={`return/${name}`}
          fields={RETURNING}
          values={{}}
          owner={officeFor('minutes')}
          submit={back}
          send={({ reason }, click) => lookingAgain(() => giveBack(reason, click))}
        />
      )}
    </Flex>
  )
}
