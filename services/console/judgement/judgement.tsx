/** One case before whoever judges it: the form, its attachments beside it, and what is decided; then the next one. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Empty, Flex } from 'antd'
import { Suspense, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { FileReference, CasePage as Page } from '#contracts/case-page.ts'
import { ApiError } from '#contracts/client.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { readMe } from '#contracts/read-me.ts'
import { isSameUse } from '#evidence/cited-file.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { KnownOfUnit } from '../beside/known-beside.tsx'
import { PendingBeside } from '../case/pending-beside.tsx'
import { useApi } from '../session/api.ts'
import { partOfPage } from '../session/parts.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { AttachmentPreview } from './attachment-preview.tsx'
import { filesOf } from './files-of.ts'
import { FormToJudge } from './form-to-judge.tsx'
import { judgePath } from './judge-path.ts'
import { useJudging } from './judging.ts'
import { choicesOf } from './judging-draft.ts'
import { JudgingPanel } from './judging-panel.tsx'
import { offersOf } from './offers.ts'
import { usePhrases, withoutPhrase } from './phrases.ts'
import { type Queue, useQueue } from './queue/judgement-queue.ts'
import { QueueBar } from './queue/queue-bar.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import './judgement-columns.css'

const DossierBeside = partOfPage(() => import('../dossier/dossier-beside.tsx'))

type Params = { batch: string; step: string; unit: string }

export default function JudgementPage({ batch, step, unit }: Params) {
  const api = useApi()
  const {
    data: page,
    error,
    refetch,
  } = useQuery({
    queryKey: ['case', batch, unit],
    queryFn: () => api(intakeEndpoints.readCase, { params: { batch, unit } }),
  })
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(readMe) })
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  // A look that fails later must not take away what is on screen.
  if (error && !page) return <Refusal error={error} again={refetch} />
  if (!page || !me.data) return <Loading />
  return <Judgement page={page} person={me.data.person} step={step} />
}

/** What comes next is read while this one is looked at. */
function useNextAhead(batch: string, { next }: Queue): void {
  const api = useApi()
  const queries = useQueryClient()
  const unit = next?.unit?.id
  useEffect(() => {
    if (unit)
      void queries.prefetchQuery({
        queryKey: ['case', batch, unit],
        queryFn: () => api(intakeEndpoints.readCase, { params: { batch, unit } }),
        staleTime: 30_000,
      })
  }, [api, queries, batch, unit])
}

function Judgement({ page, person, step }: { page: Page; person: string; step: string }) {
  const batch = page.batch.id
  const path = judgePath(batch, step, page.unit.id)
  const [, goTo] = useLocation()
  const { message } = App.useApp()
  const queue = useQueue(batch, step, path)
  const { next, previous } = queue
  useNextAhead(batch, queue)
  // Whatever happens to the case meanwhile, what is typed belongs to the visit that was looked at.
  const [seen, look] = useState(page)
  const isOver = page.step !== step || page.visit !== seen.visit
  const judging = useJudging({ page, step, visit: seen.visit, path, next })
  const goOn = () => {
    judging.goOn()
    look(page)
  }
  const { draft, change } = judging
  const { phrases } = usePhrases(person)
  const offers = offersOf(page)
  const offered = isOver ? undefined : (offers.decide ?? offers.propose)
  const files = filesOf(page)
  const [isAssessing, setAssessing] = useState(false)
  const [shown, show] = useState<FileReference | undefined>(files[0])
  const move = (by: number) => {
    const at = files.findIndex((file) => isSameUse(file, shown))
    show(files[(at + by + files.length) % files.length])
  }
  const assess = page.dossier && page.form?.selfAssessment ? () => setAssessing(true) : undefined
  useShortcuts({
    ...(assess && { 'Alt+Z': () => setAssessing(!isAssessing) }),
    // The self-assessment's own files are gone through by the same keys.
    ...(!isAssessing && { 'Alt+J': () => move(-1), 'Alt+K': () => move(1) }),
    'Alt+N': () => next && goTo(next.path),
    'Alt+P': () => previous && goTo(previous.path),
  })
  /** What is sent back makes the decision a return; what was chosen before does not change without a word. */
  const returning = () => {
    const back = judging.outcomes.find(({ effect }) => effect === 'back')
    if (!back) return {}
    const chosen = judging.outcomes.find(({ value }) => value === draft.outcome)
    if (chosen && chosen !== back) message.info(`勾选了退回，结论由“${chosen.label}”改为“${back.label}”。`, 6)
    return { outcome: back.value, reason: withoutPhrase(draft.reason, 'back', phrases) }
  }
  const mark = (question: string, back: boolean) => {
    change({
      ...(back && returning()),
      reopens: back ? [...draft.reopens, question] : draft.reopens.filter((one) => one !== question),
    })
  }
  /** One indicator more, or one less; the last one that goes takes the self-assessment off the list. */
  const markIndicator = (item: string, back: boolean) => {
    const indicators = back
      ? [...(draft.indicators ?? []), item]
      : (draft.indicators ?? []).filter((one) => one !== item)
    const others = draft.reopens.filter((one) => one !== ASSESSMENT.name)
    change({
      indicators,
      ...(back && returning()),
      reopens: indicators.length > 0 ? [...others, ASSESSMENT.name] : others,
    })
  }
  return (
    <Flex vertical gap={8}>
      <QueueBar page={page} queue={queue} />
      <PendingBeside page={page} />
      <div className="judgement-columns">
        {isAssessing && (
          <Suspense fallback={<Loading />}>
            <DossierBeside
              params={{ batch, unit: page.unit.id }}
              marked={draft.reopens.includes(ASSESSMENT.name) ? (draft.indicators ?? []) : []}
              mark={offered && choicesOf(offered, 'reopens').length > 0 ? markIndicator : undefined}
              proposed={page.draft?.indicators ?? []}
              close={() => setAssessing(false)}
            />
          </Suspense>
        )}
        <section aria-label={page.form?.title ?? '表格'} hidden={isAssessing}>
          <FormToJudge
            page={page}
            questions={offered ? choicesOf(offered, 'reopens') : []}
            reopens={draft.reopens}
            mark={mark}
            shown={shown}
            show={show}
            assess={assess}
          />
        </section>
        <section aria-label="附件预览" className="not-printed" hidden={isAssessing}>
          <AttachmentPreview files={files} shown={shown} show={show} />
        </section>
        <section aria-label={`办理${page.stepTitle}`}>
          <KnownOfUnit batch={batch} unit={page.unit.id} />
          <JudgingPanel {...{ page, seen, goOn, person, step, isOver, offers, judging, next }} />
        </section>
      </div>
    </Flex>
  )
}
