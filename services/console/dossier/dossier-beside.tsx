/** The self-assessment in the place of the form, beside whoever judges: an indicator at a time, its files in the middle. */
import { Button, Checkbox, Flex, Tag, Typography } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { FileReference } from '#contracts/case-page.ts'
import { isSameUse } from '#evidence/cited-file.ts'
import { AttachmentPreview } from '../judgement/attachment-preview.tsx'
import { useShortcuts } from '../judgement/use-shortcuts.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { ItemAsRead } from './item-as-read.tsx'
import { ItemHead } from './item-head.tsx'
import { PartTree } from './part-tree.tsx'
import { beside } from './progress.ts'
import { besideAmong } from './spread/spread-of.ts'
import { useDossier, useItem } from './use-dossier.ts'
import './dossier.css'

type Props = {
  params: { readonly batch: string; readonly unit: string }
  /** Indicators that are to be sent back. */
  marked: readonly string[]
  /** Where this person sends something back. */
  mark: ((item: string, back: boolean) => void) | undefined
  /** What somebody has drafted to be sent back. */
  proposed: readonly string[]
  close: () => void
}
const KEYS = { previous: 'Alt+↑', next: 'Alt+↓' } as const

export default function DossierBeside({ params, marked, mark, proposed, close }: Props) {
  const dossier = useDossier(params)
  const { page, loaded, open } = dossier
  const [chosen, choose] = useState<string>()
  const { mended = [], asBefore = [] } = page.data?.cameBack ?? {}
  const returned = [...mended, ...asBefore]
  const [isAll, setAll] = useState(false)
  // Judged anew, what came back is looked at first.
  const among = returned.length > 0 && !isAll ? new Set(returned) : undefined
  const openAll = useRef(dossier.openAll)
  openAll.current = dossier.openAll
  const isCut = among !== undefined
  useEffect(() => {
    if (isCut) openAll.current()
  }, [isCut])
  const parts = page.data?.parts.flatMap(({ id }) => loaded.get(id) ?? []) ?? []
  const isReady = !among || parts.length === page.data?.parts.length
  const first = parts.flatMap(({ items }) => items).find(({ id }) => among?.has(id) !== false)
  const current = chosen ?? (isReady ? first?.id : undefined)
  const item = useItem(params, current)
  const [shown, show] = useState<FileReference>()
  const at = item.data && { part: item.data.part, item: item.data.id }
  const go = (part: string, to: string) => {
    open(part)
    show(undefined)
    choose(to)
  }
  const going = useRef(go)
  going.current = go
  // The next part's first item is looked at when it has come.
  const [awaited, setAwaited] = useState<{ part: string; by: 1 | -1 }>()
  const come = awaited && loaded.get(awaited.part)?.items.at(awaited.by === 1 ? 0 : -1)?.id
  useEffect(() => {
    if (!awaited || !come) return
    setAwaited(undefined)
    going.current(awaited.part, come)
  }, [awaited, come])
  const wayTo = (by: 1 | -1) => {
    const to = at && page.data && (among ? besideAmong(parts, among, at, by) : beside(page.data.parts, loaded, at, by))
    if (!to) return undefined
    return () => {
      if (to.item) return go(to.part, to.item)
      open(to.part)
      setAwaited({ part: to.part, by })
    }
  }
  const [previous, next] = [wayTo(-1), wayTo(1)]
  const files = item.data?.references ?? []
  const previewed = files.find((file) => isSameUse(file, shown)) ?? files[0]
  const move = (by: number) => {
    const now = files.findIndex((file) => isSameUse(file, previewed))
    show(files[(now + by + files.length) % files.length])
  }
  const isMarked = current !== undefined && marked.includes(current)
  useShortcuts({
    'Alt+ArrowUp': () => previous?.(),
    'Alt+ArrowDown': () => next?.(),
    'Alt+J': () => move(-1),
    'Alt+K': () => move(1),
    ...(mark && current !== undefined && { 'Alt+B': () => mark(current, !isMarked) }),
  })
  const tagOf = (id: string) =>
    marked.includes(id) ? <Tag color="warning">退回</Tag> : proposed.includes(id) ? <Tag>拟退回</Tag> : undefined
  return (
    <>
      <section aria-label="自评">
        <Flex gap={8} align="center" justify="space-between">
          <Typography.Text type="secondary">Alt+↑、Alt+↓ 换一项{mark && '，Alt+B 退回此项'}</Typography.Text>
          <Button size="small" title="Alt+Z" onClick={close}>
            返回表格
          </Button>
        </Flex>
        {page.error && !page.data && <Refusal error={page.error} again={page.refetch} />}
        {item.error && !item.data && <Refusal error={item.error} again={item.refetch} />}
        {!item.data && !item.error && !page.error && <Loading />}
        {item.data && (
          <>
            <ItemHead key={item.data.id} item={item.data} previous={previous} next={next} keys={KEYS}>
              {mark && (
                <Checkbox checked={isMarked} onChange={({ target }) => current && mark(current, target.checked)}>
                  退回此项
                </Checkbox>
              )}
            </ItemHead>
            <ItemAsRead said={item.data} shown={previewed} show={show} />
          </>
        )}
        {page.data && (
          <PartTree
            page={page.data}
            {...{ dossier, current, go }}
            onlyMissing={false}
            setOnlyMissing={() => {}}
            beside={({ id }) => tagOf(id)}
            among={among}
            narrowing={
              returned.length > 0 && (
                <Checkbox checked={!isAll} onChange={({ target }) => setAll(!target.checked)}>
                  只看退回的（{returned.length}项：已改{mended.length}项，未改{asBefore.length}项）
                </Checkbox>
              )
            }
          />
        )}
      </section>
      <section aria-label="佐证材料预览" className="not-printed">
        <AttachmentPreview files={files} shown={previewed} show={show} />
      </section>
    </>
  )
}
