/** One application under review: the form, its attachments beside it, and the decision; then the next one. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Empty, Flex } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { reviewForm } from '#contracts/case-forms.ts'
import type { FileReference, CasePage as Page } from '#contracts/case-page.ts'
import { ApiError } from '#contracts/client.ts'
import { fieldsOf } from '#contracts/forms.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { checked } from '../../forms/checked.ts'
import { useApi } from '../../session/api.ts'
import { Loading, Refusal } from '../../shell/states.tsx'
import { AttachmentPreview } from './attachment-preview.tsx'
import { DecidePanel } from './decide-panel.tsx'
import { DecidedElsewhere } from './decided-elsewhere.tsx'
import { rememberDecided } from './decided-here.ts'
import { FormToReview } from './form-to-review.tsx'
import { QueueBar } from './queue-bar.tsx'
import { OUTCOMES, useDraft } from './review-draft.ts'
import { reviewPath, useReviewQueue } from './review-queue.ts'
import { useShortcuts } from './use-shortcuts.ts'
import './review-columns.css'

const QUESTIONS = fieldsOf(reviewForm).find(({ name }) => name === 'reopens')?.choices ?? []
const useCase = (batch: string, unit: string) => {
  const api = useApi()
  return useQuery({
    queryKey: ['case', batch, unit],
    queryFn: () => api(intakeEndpoints.readCase, { params: { batch, unit } }),
  })
}

export default function ReviewPage({ batch, unit }: { batch: string; unit: string }) {
  const api = useApi()
  const { data: page, error, refetch } = useCase(batch, unit)
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(rosterEndpoints.readMe) })
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  // A look that fails later must not take away what is on screen.
  if (error && !page) return <Refusal error={error} again={refetch} />
  if (!page || !me.data) return <Loading />
  return <Review page={page} person={me.data.person} />
}

/** The form's files in the order of its questions, then the stamped pages of its sign-offs. */
function filesOf({ form, timeline }: Page): readonly FileReference[] {
  // Of each sign-off the last one.
  const papers = timeline.flatMap(({ event, files }) => {
    const at = event.indexOf('录入纸质签署')
    return at < 0 ? [] : [[event.slice(at), files] as const]
  })
  const scans = [...new Map(papers).values()].flat()
  const inOrder = (form?.fields ?? []).flatMap(({ name }) => {
    const answer = form?.values[name]
    return (form?.files ?? []).filter(({ sha256 }) => Array.isArray(answer) && answer.includes(sha256))
  })
  const all = [...inOrder, ...scans]
  return all.filter((file, i) => all.findIndex(({ sha256 }) => sha256 === file.sha256) === i)
}

function Review({ page, person }: { page: Page; person: string }) {
  const batch = page.batch.id
  const unit = page.unit.id
  const api = useApi()
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  const { message } = App.useApp()
  const path = reviewPath(batch, unit)
  const queue = useReviewQueue(batch, path)
  // Whatever happens to the case meanwhile, what is typed belongs to the visit it was typed for.
  const [visit] = useState(page.visit)
  const { values: draft, change, forget } = useDraft(`review/${page.case}/${visit}`)
  const files = filesOf(page)
  const [shown, show] = useState<FileReference | undefined>(files[0])
  const [command, setCommand] = useState<string>(() => crypto.randomUUID())
  const [sending, setSending] = useState(false)
  const [done, setDone] = useState(false)
  const [refused, setRefused] = useState<{ message: string; fields: Readonly<Record<string, string>> }>()
  const offered = page.commands.find(({ name }) => name === 'decide-review')
  const isOver = page.step !== 'review' || page.visit !== visit
  const { next, previous } = queue

  const nextUnit = next?.unit?.id
  useEffect(() => {
    if (nextUnit)
      void queries.prefetchQuery({
        queryKey: ['case', batch, nextUnit],
        queryFn: () => api(intakeEndpoints.readCase, { params: { batch, unit: nextUnit } }),
        staleTime: 30_000,
      })
  }, [api, queries, batch, nextUnit])

  const move = (by: number) => {
    const at = files.findIndex(({ sha256 }) => sha256 === shown?.sha256)
    show(files[(at + by + files.length) % files.length])
  }
  useShortcuts({
    'Alt+J': () => move(-1),
    'Alt+K': () => move(1),
    'Alt+N': () => next && goTo(next.path),
    'Alt+P': () => previous && goTo(previous.path),
  })

  const decide = async () => {
    setSending(true)
    setRefused(undefined)
    try {
      const { outcome, reason, checklist, reopens, lastDay } = draft
      const body = checked(reviewForm, {
        outcome,
        reason,
        ...(checklist && { checklist }),
        ...(outcome === 'returned' && { reopens, ...(lastDay && { lastDay }) }),
      })
      const after = await api(intakeEndpoints.decideReview, { params: { batch, unit }, body, command })
      forget()
      rememberDecided(path)
      setDone(true)
      message.success(`${page.unit.name}：${outcome ? OUTCOMES[outcome] : ''}，已办理`)
      if (next) goTo(next.path)
      queries.setQueryData(['case', batch, unit], after)
      void queries.invalidateQueries({ queryKey: ['worklist'] })
      void queries.invalidateQueries({ queryKey: ['board', batch] })
    } catch (error) {
      // Decided otherwise than asked: the next try is another click. Without an answer it is the same one.
      if (!(error instanceof ApiError) || error.status !== 0) setCommand(crypto.randomUUID())
      setRefused({
        message: error instanceof Error ? error.message : '没有办成，请重试。',
        fields: error instanceof ApiError ? error.fields : {},
      })
      if (error instanceof ApiError && error.status === 409)
        await queries.invalidateQueries({ queryKey: ['case', batch, unit] })
    } finally {
      setSending(false)
    }
  }

  return (
    <Flex vertical gap={8}>
      <QueueBar page={page} queue={queue} />
      {page.veto && (
        <Alert
          type="warning"
          showIcon
          title={`有待确认的一票否决：${page.veto.title}`}
          description={page.veto.source}
        />
      )}
      <div className="review-columns">
        <section aria-label="创建申请表">
          <FormToReview
            page={page}
            questions={QUESTIONS}
            reopens={draft.reopens}
            mark={(question, back) =>
              change({
                outcome: back ? 'returned' : draft.outcome,
                reopens: back ? [...draft.reopens, question] : draft.reopens.filter((one) => one !== question),
              })
            }
            shown={shown}
            show={show}
            disabled={isOver || !offered}
          />
        </section>
        <section aria-label="附件预览">
          <AttachmentPreview files={files} shown={shown} show={show} />
        </section>
        <section aria-label="办理初审">
          {offered && !isOver ? (
            <DecidePanel
              person={person}
              unitName={page.unit.name}
              offered={offered}
              draft={draft}
              change={change}
              refused={refused}
              sending={sending}
              decide={() => void decide()}
              submit={next ? '办理，看下一件' : '办理'}
            />
          ) : (
            <Flex vertical gap={12}>
              {done ? (
                <Alert type="success" showIcon title={`本件已办理，现处“${page.stepTitle}”。`} />
              ) : isOver ? (
                <DecidedElsewhere page={page} draft={draft} />
              ) : (
                <Alert type="info" showIcon title="本件在初审，但按规定不由您办理（本单位或本人经手的申请）。" />
              )}
              {page.commands.some(({ name }) => name === 'correct-review') && (
                <Link href={`/console/cases/${page.case}`}>初审结论办错了？可以更正</Link>
              )}
              {page.final && <Alert type="info" showIcon title={page.final} />}
              {next ? (
                <Link href={next.path}>看下一件：{next.title}</Link>
              ) : (
                <Link href={`/console/batches/${batch}`}>初审已全部办完，看批次进展</Link>
              )}
            </Flex>
          )}
        </section>
      </div>
    </Flex>
  )
}
