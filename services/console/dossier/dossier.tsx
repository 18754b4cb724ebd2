/** The self-assessment of a case: the standard at the left, one indicator in the middle, its files beside. */

import { Alert, Button, Card, Checkbox, Empty, Flex, Typography } from 'antd'
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { FileReference } from '#contracts/case-page.ts'
import { ApiError } from '#contracts/client.ts'
import type { DossierPage } from '#contracts/dossier/dossier.ts'
import type { ShareShown } from '#contracts/dossier/spread.ts'
import { isLeft } from '#dossier/spread/spread-progress.ts'
import { isSameUse } from '#evidence/cited-file.ts'
import { DueLine } from '../entry/due-line.tsx'
import { AttachmentPreview } from '../judgement/attachment-preview.tsx'
import { useShortcuts } from '../judgement/use-shortcuts.ts'
import { partOfPage } from '../session/parts.ts'
import { useServerNow } from '../shell/server-now.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { TrialTag } from '../shell/trial-tag.tsx'
import { PaperButtons } from '../word/paper-buttons.tsx'
import { Finish } from './finish.tsx'
import { ItemAsRead } from './item-as-read.tsx'
import { ItemHead } from './item-head.tsx'
import { ItemToWrite } from './item-to-write.tsx'
import { PartTree } from './part-tree.tsx'
import { beside, firstOf, leftOf, type Place } from './progress.ts'
import { Holder, SharedTo } from './spread/holder.tsx'
import { besideAmong, ownOf, shareOf } from './spread/spread-of.ts'
import { useSpread } from './spread/use-spread.ts'
import { useView } from './spread/use-view.ts'
import { type Dossier, useDossier, useItem } from './use-dossier.ts'
import { useReport } from './use-report.ts'
import { useSorting } from './use-sorting.ts'
import './dossier.css'

const SortPanel = partOfPage(() => import('./sort-panel.tsx'))
const SpreadPanel = partOfPage(() => import('./spread/spread-panel.tsx'))
const GiveBackPanel = partOfPage(() => import('./spread/give-back-panel.tsx'))

type Params = { batch: string; unit: string; item?: string | undefined }
const KEYS = { previous: 'Alt+P', next: 'Alt+N' } as const

export default function DossierRoom({ batch, unit, item }: Params) {
  const dossier = useDossier({ batch, unit })
  const { data, error, refetch } = dossier.page
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  // A look that fails later must not take away what is on screen.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  if (data.given && data.items === 0)
    return (
      <Empty description={data.why ?? '现在没有分给您的自评指标。'}>
        <Link href="/console/">返回我的待办</Link>
      </Empty>
    )
  return <Room page={data} dossier={dossier} params={{ batch, unit }} asked={item} />
}

type RoomProps = {
  page: DossierPage
  dossier: Dossier
  params: { batch: string; unit: string }
  asked: string | undefined
}
function Room({ page, dossier, params, asked }: RoomProps) {
  const [, goTo] = useLocation()
  const now = useServerNow()
  const [isSorting, setSorting] = useState(false)
  const [shown, show] = useState<FileReference>()
  const flush = useRef<() => Promise<boolean>>(async () => true)
  const leaving = useCallback((save: () => Promise<boolean>) => {
    flush.current = save
  }, [])
  const { loaded, open } = dossier
  const report = useReport(page, () => flush.current())
  const parts = page.parts.flatMap(({ id }) => loaded.get(id) ?? [])
  const sorting = useSorting(params, page.owner, parts, page.given === true)
  const view = useView(page.case)
  const [onlyMissing, setOnlyMissing] = useState(view.is === 'left' || (page.writes && (page.toMend ?? 0) > 0))
  const { data: spread } = useSpread(params, page.spread)
  const { own, shares, onlyOwn } = useMemo(() => {
    const given = spread ? ownOf(spread) : new Set<string>()
    return {
      ...{ own: given, onlyOwn: view.isOwn && given.size > 0 },
      shares: spread ? shareOf(spread) : new Map<string, ShareShown>(),
    }
  }, [spread, view.isOwn])
  const Spreading = page.given ? GiveBackPanel : SpreadPanel
  const isSpreading = view.is === 'spread' && page.spread && !isSorting
  const ready = parts.length === page.parts.length
  const isWhole = onlyOwn || isSpreading
  const openAll = useRef(dossier.openAll)
  openAll.current = dossier.openAll
  useEffect(() => {
    if (isWhole) openAll.current()
  }, [isWhole])
  // What was asked for is known once all has come.
  const isAwaited = view.isOwn && page.spread && (spread === undefined || (onlyOwn && !ready))
  const lines = (onlyOwn ? parts : [...loaded.values()])
    .flatMap((part) => part.items.map((line) => ({ part: part.id, line })))
    .filter(({ line }) => !isAwaited && (!onlyOwn || own.has(line.id)))
  // Whoever writes goes on where something is lacking; whoever reads begins at the beginning.
  const first = (page.writes ? lines.find(({ line }) => isLeft(line)) : undefined) ?? lines[0]
  // What one began with stays, though it is written by now.
  const [begun, begin] = useState(asked)
  if (begun === undefined && first) begin(first.line.id)
  const current = asked ?? begun
  const item = useItem(params, current)
  const go = (part: string, to: string) => {
    open(part)
    show(undefined)
    goTo(view.at(to), { replace: asked === undefined })
  }
  const going = useRef(go)
  going.current = go
  const at = item.data && { part: item.data.part, item: item.data.id }
  const ofPart = item.data?.part
  const opening = useRef(open)
  opening.current = open
  useEffect(() => {
    if (ofPart) opening.current(ofPart)
  }, [ofPart])
  // The next part's first item is looked at when it has come.
  const [awaited, setAwaited] = useState<{ part: string; by: 1 | -1 }>()
  const among = onlyMissing && page.view === 'own' ? 'left' : 'all'
  const come = awaited && firstOf(loaded.get(awaited.part), awaited.by, among)
  useEffect(() => {
    if (!awaited || !come) return
    setAwaited(undefined)
    going.current(awaited.part, come)
  }, [awaited, come])
  const astray = onlyOwn && current !== undefined && !own.has(current) ? first : undefined
  useEffect(() => {
    if (astray) going.current(astray.part, astray.line.id)
  }, [astray])
  const besideOwn = (from: Place, by: 1 | -1): Place | undefined => {
    if (!onlyMissing) return besideAmong(parts, own, from, by)
    const left = lines.flatMap(({ part, line }) => (isLeft(line) ? [{ part, item: line.id }] : []))
    const found = besideAmong(parts, new Set(left.map(({ item: id }) => id)), from, by)
    // What was passed over comes again, until nothing is left.
    return found ?? (by === 1 ? left.find(({ item: id }) => id !== from.item) : undefined)
  }
  const wayTo = (by: 1 | -1) => {
    const to = at && (onlyOwn ? besideOwn(at, by) : beside(page.parts, loaded, at, by, among))
    if (!to) return undefined
    return () => {
      if (to.item) return go(to.part, to.item)
      open(to.part)
      setAwaited({ part: to.part, by })
    }
  }
  const [previous, next] = [wayTo(-1), wayTo(1)]
  useShortcuts({ 'Alt+P': () => previous?.(), 'Alt+N': () => next?.() })
  const files = item.data?.references ?? []
  const previewed = files.find((file) => isSameUse(file, shown)) ?? files[0]
  return (
    <Flex vertical gap={8}>
      <Card styles={{ body: { padding: '10px 16px' } }}>
        <Flex gap={16} align="center" wrap>
          <Typography.Title level={1} style={{ margin: 0, fontSize: 17 }}>
            {page.unit.name} · 自评
          </Typography.Title>
          {page.batch.trial && <TrialTag />}
          {page.due && <DueLine due={page.due} now={now()} />}
          <Typography.Text type="secondary">
            {page.standard.title}，第{page.standard.version}版，{page.given && '分给我的'}共{page.items}项
          </Typography.Text>
          <Typography.Text strong data-progress>
            已写完{page.items - leftOf(page)}项，还有{leftOf(page)}项
            {page.toMend ? `，其中退回待改${page.toMend}项` : ''}
          </Typography.Text>
          <Link href={page.given ? '/console/' : `/console/cases/${page.case}`} style={{ marginInlineStart: 'auto' }}>
            {page.given ? '返回我的待办' : '返回申报件'}
          </Link>
        </Flex>
        {page.why && <Alert type="info" showIcon style={{ marginTop: 8 }} title={page.why} />}
        {page.view === 'handedIn' && (
          <Alert type="info" showIcon style={{ marginTop: 8 }} title="以下是随表提交时的内容，此后的修改不在其中。" />
        )}
        {page.view === 'own' && page.reopened !== undefined && page.reopened > 0 && (
          <Alert
            type="warning"
            showIcon
            style={{ marginTop: 8 }}
            title={`退回补正${page.reopened}项指标${page.toMend === undefined ? '' : `，还有${page.toMend}项没有改`}；标有“退回”的可以修改，其余各项保持提交时的内容。`}
            description={page.opinion && `退回意见：${page.opinion}`}
          />
        )}
        {page.changed && page.changed.length > 0 && (
          <Alert
            type="warning"
            showIcon
            style={{ marginTop: 8 }}
            title={`定稿之后修改了${page.changed.length}项，标有“定稿后修改”或“未定稿”，申报表中还是定稿时的内容${page.finishing ? '；需要列入的，请重新定稿' : ''}。`}
          />
        )}
        <Flex gap={16} align="center" wrap style={{ marginTop: 8 }}>
          <Finish page={page} flush={() => flush.current()} toMissing={() => setOnlyMissing(true)} />
          {page.writes && (
            <Button
              onClick={() => {
                dossier.openAll()
                setSorting(true)
              }}
            >
              多个文件按文件名归入
            </Button>
          )}
          {page.spread && (!page.given || page.writes) && (
            <Button onClick={() => view.show('spread')}>{page.given ? '退回分给我的指标' : '自评分工'}</Button>
          )}
          {!page.given && <PaperButtons label="自评报告" paper={report} />}
        </Flex>
      </Card>
      <div className="dossier-columns">
        <section aria-label="标准">
          <PartTree
            {...{ page, dossier, current, go, onlyMissing, setOnlyMissing }}
            among={onlyOwn ? own : undefined}
            narrowing={
              own.size > 0 &&
              !page.given && (
                <Checkbox
                  checked={onlyOwn}
                  onChange={({ target }) => view.show(target.checked ? 'mine' : undefined, current)}
                >
                  只看分给我的（{own.size}项）
                </Checkbox>
              )
            }
            beside={({ id }) => !page.given && <Holder share={shares.get(id)} me={spread?.me} />}
            {...(isSorting && { take: (to: string, dragged: string) => sorting.assign(Number(dragged), to) })}
          />
        </section>
        {isSorting && (
          <section aria-label="多个文件归入" className="dossier-wide">
            <Suspense fallback={<Loading />}>
              <SortPanel
                {...{ sorting, parts }}
                ready={parts.length === page.parts.length}
                close={() => setSorting(false)}
              />
            </Suspense>
          </section>
        )}
        {isSpreading && (
          <section aria-label="自评分工" className="dossier-wide">
            <Suspense fallback={<Loading />}>
              <Spreading
                {...{ params, parts, ready, go }}
                isReturned={page.reopened !== undefined}
                owner={page.owner}
                close={() => view.show(undefined, current)}
              />
            </Suspense>
          </section>
        )}
        <section aria-label="自评" hidden={isSorting || isSpreading}>
          {item.error && !item.data && <Refusal error={item.error} again={item.refetch} />}
          {!item.data && !item.error && <Loading />}
          {item.data && (
            <>
              <ItemHead key={`head ${item.data.id}`} item={item.data} previous={previous} next={next} keys={KEYS}>
                <SharedTo share={shares.get(item.data.id)} me={spread?.me} />
              </ItemHead>
              {item.data.writes ? (
                <ItemToWrite
                  key={`write ${item.data.id}`}
                  {...{ params, leaving, shown: previewed, show }}
                  item={item.data}
                  owner={page.owner}
                  earlier={page.earlier}
                />
              ) : (
                <>
                  {item.data.why && page.why === undefined && <Alert type="info" showIcon title={item.data.why} />}
                  <ItemAsRead said={item.data} shown={previewed} show={show} />
                </>
              )}
            </>
          )}
        </section>
        <section aria-label="材料预览" className="not-printed" hidden={isSorting || isSpreading}>
          <AttachmentPreview files={files} shown={previewed} show={show} />
        </section>
      </div>
    </Flex>
  )
}
