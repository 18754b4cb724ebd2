/** A notice from the cases that stand at it: a new one, or (`?n=`) one that waits for approval or went back. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Empty, Flex } from 'antd'
import type { ReactNode } from 'react'
import { Link, useSearch } from 'wouter'
import type { z } from 'zod/mini'
import { type NoticePage, type noticeDraft, noticeEndpoints } from '#contracts/notice.ts'
import { KnownOfUnits } from '../beside/known-beside.tsx'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { type Beginning, NoticeForm } from './notice-form.tsx'
import { NOTICE_STATES, type NoticeState } from './notice-states.ts'

type Draft = z.output<typeof noticeDraft>
type Props = { batch: string; step: string }

export default function PrepareNotice({ batch, step }: Props) {
  const api = useApi()
  const asked = new URLSearchParams(useSearch()).get('n') ?? undefined
  const draft = useQuery({
    queryKey: ['notice-draft', batch, step],
    queryFn: () => api(noticeEndpoints.draftNotice, { params: { batch, step } }),
  })
  // What went back keeps its number, so the next one is this one.
  const returned = draft.data?.notices.find(({ state }) => state === 'returned')?.n
  const n = asked ?? (returned === undefined ? undefined : String(returned))
  const before = useQuery({
    queryKey: ['notice', batch, n],
    queryFn: () => api(noticeEndpoints.readNotice, { params: { batch, n: n ?? '' } }),
    enabled: n !== undefined,
  })
  // A look that fails later must not take away what is typed.
  if (draft.error && !draft.data) return <Refusal error={draft.error} again={draft.refetch} />
  if (before.error && !before.data) return <Refusal error={before.error} again={before.refetch} />
  if (!draft.data || (n !== undefined && !before.data)) return <Loading />
  if (before.data && n !== undefined)
    return (
      <Mended batch={batch} step={step} draft={draft.data} page={before.data}>
        <Pending batch={batch} notices={draft.data.notices.filter((one) => String(one.n) !== n)} />
      </Mended>
    )
  return <Fresh batch={batch} step={step} draft={draft.data} />
}

const candidates = ({ waiting, heldBack }: Draft) => [
  ...waiting,
  ...heldBack.map(({ unit, name, why }) => ({ unit, name, held: why })),
]

function Fresh({ batch, step, draft }: Props & { draft: Draft }) {
  const { n, today, text, place, notices } = draft
  const waiting = candidates(draft)
  if (waiting.length === 0)
    return (
      <Empty description="现在没有等待公示的单位">
        {notices.map((one) => (
          <Earlier key={one.n} batch={batch} {...one} />
        ))}
      </Empty>
    )
  const beginning: Beginning = {
    n,
    left: [],
    values: { title: `依法行政示范单位候选名单公示（第${n}期）`, on: today, text, ...(place && { place }) },
  }
  return (
    <Flex vertical gap={12}>
      <Pending batch={batch} notices={notices} />
      <KnownOfUnits batch={batch} units={waiting} />
      <NoticeForm key="new" batch={batch} step={step} waiting={waiting} beginning={beginning} />
    </Flex>
  )
}

/** What waits for approval or went back is mended, not written anew. */
function Mended({
  batch,
  step,
  draft,
  page,
  children,
}: Props & { draft: Draft; page: NoticePage; children: ReactNode }) {
  const { n, title, text, publication, preparation, returned, lines } = page
  const kept = lines.map(({ unit, name, pending }) => ({ unit, name, held: pending }))
  const others = candidates(draft).filter(({ unit }) => !kept.some((one) => one.unit === unit))
  const beginning: Beginning = {
    n,
    again: true,
    replaces: preparation?.prepared,
    left: others.map(({ unit }) => unit),
    values: { title, on: publication.on, place: publication.place, ...(text && { text }) },
  }
  return (
    <Flex vertical gap={12}>
      {children}
      {returned && <Alert type="warning" showIcon title={`${returned.by}退回：${returned.reason}`} />}
      {preparation && (
        <Alert
          type="info"
          showIcon
          title="这一期公示等待签发；再次送签的，以后一稿为准。"
          action={<Link href={`/console/batches/${batch}/notices/${n}`}>打开这一稿</Link>}
        />
      )}
      <KnownOfUnits batch={batch} units={[...kept, ...others]} />
      <NoticeForm
        // What is typed and chosen stays when somebody else prepares the same one meanwhile.
        key={n}
        batch={batch}
        step={step}
        waiting={[...kept, ...others]}
        beginning={beginning}
      />
    </Flex>
  )
}

type Line = Draft['notices'][number]
const IS_PENDING: ReadonlySet<NoticeState> = new Set(['prepared', 'returned'])

/** Notices that are not published yet, so that nobody prepares one twice. */
function Pending({ batch, notices }: { batch: string; notices: readonly Line[] }) {
  const pending = notices.filter(({ state }) => IS_PENDING.has(state))
  if (pending.length === 0) return null
  return (
    <Alert
      type="info"
      showIcon
      title="还没有发布的公示"
      description={pending.map((one) => <Earlier key={one.n} batch={batch} {...one} />)}
    />
  )
}

const Earlier = ({ batch, n, title, state }: Line & { batch: string }) => (
  <div>
    <Link href={`/console/batches/${batch}/notices/${n}`}>
      第{n}期：{title}（{NOTICE_STATES[state]}）
    </Link>
  </div>
)
