/** A form as the unit fills it in: until when, what is missing, the questions, the sign-offs, a last look, submission. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Card, Flex } from 'antd'
import { Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import type { CasePage, FileReference, ShownPaper } from '#contracts/case-page.ts'
import { wrongFields } from '#contracts/forms.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { FinishedSince } from '../case/finished-since.tsx'
import { useAsk } from '../forms/ask.tsx'
import type { Send } from '../forms/offered-command.ts'
import { usePaperPrint } from '../print/use-paper-print.ts'
import { partOfPage } from '../session/parts.ts'
import { useServerNow } from '../shell/server-now.ts'
import { FileNotes } from '../upload/file-notes.ts'
import { UsesOnForm } from '../upload/offered-files.ts'
import { TakesLateFile, useWaiting, WaitingFiles } from '../upload/use-waiting.ts'
import { Answer } from './answer.tsx'
import { AnswersClosed } from './answers-closed.tsx'
import { carriesOn } from './carries-on.ts'
import { FormHead } from './form-head.tsx'
import { FormNews } from './form-news.tsx'
import { LastLook } from './last-look.tsx'
import { goTo, type Missing } from './missing-list.tsx'
import { NextSteps } from './next-steps.tsx'
import { SelfAssessmentLine } from './self-assessment-line.tsx'
import { useLateFiles } from './use-late-files.ts'
import { usePaper } from './use-paper.ts'

const WorkPanel = partOfPage(() => import('../panels/work-panel.tsx'))

type Props = {
  page: CasePage
  paper: ShownPaper
  /** 'check': the last look before submission. */
  part: string | undefined
  names: Readonly<Record<string, string>>
  open: (file: FileReference) => void
  send: Send
}

export default function FormPage({ page, paper, part, names, open, send }: Props) {
  const { autosave, draft, schema } = usePaper(page, paper)
  const { message } = App.useApp()
  const question = useAsk()
  const queries = useQueryClient()
  const now = useServerNow()
  const [, go] = useLocation()
  const [strict, setStrict] = useState(false)
  const [unlocked, setUnlocked] = useState(false)
  const { fields, reopens } = paper
  const { waiting, tell } = useWaiting()
  const onPaper = { ...paper, values: draft.values }
  const printPaper = usePaperPrint({ page, paper: onPaper, unsaved: draft.saving.is !== 'saved' })
  const signed = paper.signOffs.filter(({ on }) => on)
  // Until somebody changes it, though it is saved meanwhile with what was typed beside it.
  const [takenOver] = useState(() => ({ values: paper.values, from: paper.takenOver ?? [] }))
  const [carries] = useState(() => carriesOn(page, paper))
  // What was signed before a return, or sent back by a signer, is to be mended, and signed again.
  const mending =
    carries && (paper.declined !== undefined || page.sinceReturn?.answers.every(({ changed }) => !changed))
  const locked = !unlocked && !mending && (signed.length > 0 || !carries)

  const wrong = wrongFields(schema, draft.values)
  const missing: Missing[] = fields.flatMap(({ name, label }) => {
    const why = Object.entries(wrong).find(([at]) => at.split('.')[0] === name)?.[1]
    return why ? [{ field: name, label, why: draft.values[name] === undefined ? '未填' : why }] : []
  })
  const assessed = paper.selfAssessment
  if (assessed && !assessed.pinned) missing.push({ field: ASSESSMENT.name, label: ASSESSMENT.label, why: '没有定稿' })
  const uses = fields.flatMap(({ name, kind }) =>
    kind === 'files' || kind === 'file' ? [draft.values[name]].flat().filter((used) => typeof used === 'string') : [],
  )
  const late = useLateFiles(page, paper, missing.length === 0)
  const isOpen = (name: string) => reopens?.includes(name) ?? true
  const since = (name: string) => page.sinceReturn?.answers.find((answer) => answer.name === name)

  // Whoever has begun to mend goes on, though the first change voids the sign-offs.
  if (mending && !unlocked) setUnlocked(true)
  const unlock = () =>
    signed.length === 0
      ? setUnlocked(true)
      : question({
          title: '修改后，已有的签署即作废',
          content: `已有${signed.map(({ title }) => `“${title}”`).join('、')}。改动任何一项，都要重新签署。`,
          okText: '仍要修改',
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
    if (!(await autosave.flush())) return message.error('还没有保存到系统，请稍候再试；内容还在本页，没有丢失。')
    await queries.invalidateQueries({ queryKey: ['case'] })
    go(`/console/cases/${page.case}/check`)
  }

  return (
    <FileNotes value={paper.files}>
      <UsesOnForm value={uses}>
        {part === 'check' && (
          <LastLook
            {...{ page, paper, draft, missing, waiting, late, names, open, send, printPaper }}
            back={() => history.back()}
          />
        )}
        {/* Kept while it is not looked at: uploads go on, and the way back loses nothing. */}
        <div hidden={part === 'check'}>
          <FormHead page={page} draft={draft} now={now()} />
          <Flex gap={16} align="start" wrap>
            <Card style={{ flex: '4 1 540px', minWidth: 0 }} title={paper.title}>
              <FormNews
                {...{ page, paper, draft, locked, isSigned: signed.length > 0, carries, late }}
                unlock={unlock}
              />
              {assessed && <SelfAssessmentLine page={page} assessed={assessed} />}
              <FinishedSince page={page} leads={false} />
              {locked ? (
                <AnswersClosed fields={fields} paper={paper} open={open} />
              ) : (
                <WaitingFiles value={tell}>
                  <TakesLateFile value={late.takes}>
                    {fields
                      .filter(({ name }) => isOpen(name))
                      .map((field) => {
                        const changed = since(field.name)
                        return (
                          <Answer
                            key={field.name}
                            {...{ field, draft, autosave, names, strict }}
                            owner={page.unit.id}
                            missing={missing.some((one) => one.field === field.name)}
                            takenFrom={
                              draft.values[field.name] === takenOver.values[field.name]
                                ? takenOver.from.find(({ name }) => name === field.name)?.title
                                : undefined
                            }
                            returned={
                              reopens && page.sinceReturn
                                ? {
                                    reason: page.sinceReturn.reason,
                                    before: changed?.before,
                                    changed: changed?.changed ?? false,
                                  }
                                : undefined
                            }
                          />
                        )
                      })}
                  </TakesLateFile>
                </WaitingFiles>
              )}
              {!locked && reopens && (
                <>
                  <h2 style={{ fontSize: 16 }}>没有退回的各项</h2>
                  <AnswersClosed fields={fields.filter(({ name }) => !isOpen(name))} paper={paper} open={open} />
                </>
              )}
            </Card>
            <NextSteps {...{ page, paper, draft, missing, waiting, names, open, send }} check={() => void check()} />
          </Flex>
          {page.worked && (
            <Suspense>
              <div style={{ marginTop: 16 }}>
                <WorkPanel {...{ page, names, open, send }} owner={page.unit.id} now={now()} />
              </div>
            </Suspense>
          )}
        </div>
      </UsesOnForm>
    </FileNotes>
  )
}
