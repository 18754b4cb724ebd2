/** 附件2 as the unit fills it in: until when, what is missing, the questions, the sign-offs, a last look, submission. */
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { applicationForm } from '#contracts/case-forms.ts'
import type { CasePage, FileReference, OfferedCommand } from '#contracts/case-page.ts'
import { fieldsOf, wrongFields } from '#contracts/forms.ts'
import type { Values } from '../forms/kept-values.ts'
import { useServerNow } from '../shell/server-now.ts'
import { Answer } from './answer.tsx'
import { AnswersClosed } from './answers-closed.tsx'
import { ApplicationHead } from './application-head.tsx'
import { LastLook } from './last-look.tsx'
import { goTo, type Missing } from './missing-list.tsx'
import { NextSteps } from './next-steps.tsx'
import { useApplication } from './use-application.ts'

export type Send = (command: OfferedCommand) => (values: Values, click: string) => Promise<void>
type Props = {
  page: CasePage
  person: string
  /** Fills the form in from the start; others open it for changes first. */
  isClerk: boolean
  /** 'check': the last look before submission. */
  part: string | undefined
  names: Readonly<Record<string, string>>
  open: (file: FileReference) => void
  send: Send
}
const FIELDS = fieldsOf(applicationForm)

export default function ApplicationPage({ page, person, isClerk, part, names, open, send }: Props) {
  const { autosave, draft } = useApplication(page, person)
  const { modal, message } = App.useApp()
  const queries = useQueryClient()
  const now = useServerNow()
  const [, go] = useLocation()
  const [strict, setStrict] = useState(false)
  const [unlocked, setUnlocked] = useState(false)
  const signed = page.signOffs.filter(({ on }) => on)
  // What was signed before a return is to be mended, and signed again.
  const mending = isClerk && page.sinceReturn?.answers.every(({ changed }) => !changed)
  const locked = !unlocked && !mending && (signed.length > 0 || !isClerk)
  const here = `/console/cases/${page.case}`

  const wrong = wrongFields(applicationForm, draft.values)
  const missing: Missing[] = FIELDS.flatMap(({ name, label }) => {
    const why = Object.entries(wrong).find(([at]) => at.split('.')[0] === name)?.[1]
    return why ? [{ field: name, label, why: draft.values[name] === undefined ? '未填' : why }] : []
  })
  const isOpen = (name: string) => page.reopens?.includes(name) ?? true
  const since = (name: string) => page.sinceReturn?.answers.find((answer) => answer.name === name)

  // Whoever has begun to mend goes on, though the first change voids the sign-offs.
  if (mending && !unlocked) setUnlocked(true)
  const unlock = () =>
    signed.length === 0
      ? setUnlocked(true)
      : modal.confirm({
          title: '修改后，已有的签署即作废',
          content: `已有${signed.map(({ title }) => `“${title}”`).join('、')}。改动任何一项，都要重新签署。`,
          okText: '仍要修改',
          cancelText: '不修改',
          onOk: () => setUnlocked(true),
        })
  const check = async () => {
    const first = missing[0]
    setStrict(true)
    if (draft.collisions.length > 0) return goTo(draft.collisions[0]?.field ?? '')
    if (first) {
      message.warning(`还有${missing.length}项需要补齐`)
      return goTo(first.field)
    }
    if (!(await autosave.flush())) return message.error('还没有保存到系统，请稍候再试；内容在本机，没有丢失。')
    await queries.invalidateQueries({ queryKey: ['case'] })
    go(`${here}/check`)
  }

  return (
    <>
      {part === 'check' && (
        <LastLook page={page} missing={missing} names={names} open={open} send={send} back={() => history.back()} />
      )}
      {/* Kept while it is not looked at: uploads go on, and the way back loses nothing. */}
      <div hidden={part === 'check'}>
        <ApplicationHead page={page} draft={draft} now={now()} />
        <Flex gap={16} align="start" wrap>
          <Card style={{ flex: '1 1 620px', minWidth: 0 }} title="附件2 依法行政示范单位创建申请表">
            {draft.restored.length > 0 && (
              <Alert
                type="info"
                showIcon
                closable
                style={{ marginBottom: 16 }}
                title={`已恢复上次没有保存到系统的内容：${labelsOf(draft.restored)}`}
              />
            )}
            {draft.taken && (
              <Alert
                type="info"
                showIcon
                role="status"
                style={{ marginBottom: 16 }}
                title={`${draft.taken.by || '另一处'}修改了${labelsOf(draft.taken.fields)}，已显示在下面；您填写的没有变。`}
              />
            )}
            {page.sinceReturn && !locked && (
              <Alert
                type="warning"
                showIcon
                style={{ marginBottom: 16 }}
                title={`${page.sinceReturn.by}退回补正`}
                description={`请修改下列${page.reopens?.length ?? 0}项，重新签署后再提交。其他各项没有退回，不能修改。`}
              />
            )}
            {locked ? (
              <>
                <Alert
                  type="info"
                  showIcon
                  style={{ marginBottom: 16 }}
                  title={
                    signed.length > 0 ? '申请表已有签署，现在是只读的。' : '申请表由本单位经办人填写，您也可以修改。'
                  }
                  action={<Button onClick={unlock}>修改申请表</Button>}
                />
                <AnswersClosed fields={FIELDS} page={page} open={open} />
              </>
            ) : (
              FIELDS.filter(({ name }) => isOpen(name)).map((field) => {
                const changed = since(field.name)
                return (
                  <Answer
                    key={field.name}
                    field={field}
                    draft={draft}
                    autosave={autosave}
                    owner={page.unit.id}
                    names={names}
                    strict={strict}
                    missing={missing.some((one) => one.field === field.name)}
                    returned={
                      page.reopens && page.sinceReturn
                        ? {
                            reason: page.sinceReturn.reason,
                            before: changed?.before,
                            changed: changed?.changed ?? false,
                          }
                        : undefined
                    }
                  />
                )
              })
            )}
            {!locked && page.reopens && (
              <>
                <Typography.Title level={2} style={{ fontSize: 16 }}>
                  没有退回的各项
                </Typography.Title>
                <AnswersClosed fields={FIELDS.filter(({ name }) => !isOpen(name))} page={page} open={open} />
              </>
            )}
          </Card>
          <NextSteps page={page} draft={draft} missing={missing} names={names} check={() => void check()} send={send} />
        </Flex>
      </div>
    </>
  )
}

const labelsOf = (fields: readonly string[]) =>
  FIELDS.filter(({ name }) => fields.includes(name))
    .map(({ label }) => `“${label}”`)
    .join('、')
