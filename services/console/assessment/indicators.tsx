/** One indicator after the other: what the unit says and cites, what whoever looks notes of it, and what others have noted. */
import { Checkbox, Tag } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { AssessmentPage } from '#contracts/assessment/assessment.ts'
import type { FileReference } from '#contracts/case-page.ts'
import { isSameUse } from '#evidence/cited-file.ts'
import { ItemAsRead } from '../dossier/item-as-read.tsx'
import { ItemHead } from '../dossier/item-head.tsx'
import { PartTree } from '../dossier/part-tree.tsx'
import { beside } from '../dossier/progress.ts'
import { useDossier, useItem } from '../dossier/use-dossier.ts'
import { idOf } from '../entry/answer.tsx'
import { AttachmentPreview } from '../judgement/attachment-preview.tsx'
import { useShortcuts } from '../judgement/use-shortcuts.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { NoteToWrite } from './note-to-write.tsx'
import { besideLeft, besideNote, countedIn, type Method, ownNote, saidNoted, saidNothing } from './noted.ts'
import { NotesAsRead } from './notes-as-read.tsx'
import { NotesNotSaved } from './notes-not-saved.tsx'
import { isUnsaved, placesLeft, unsavedText } from './unsaved-notes.ts'
import { type Params, useNotes } from './use-assessment.ts'
import { useSendLeft } from './use-note.ts'
import '../dossier/dossier.css'

/** The unit changes nothing of it while it is assessed. */
const HANDED_IN_MS = 600_000
const KEYS = { previous: 'Alt+P', next: 'Alt+N' } as const

type Props = {
  params: Params
  page: AssessmentPage
  method: Method
  asked: string | undefined
  addressOf: (item: string) => string
  leaving: (flush: () => Promise<boolean>) => void
  /** What stands in the place of the indicator while a record is made, by how many of them are not saved. */
  record: ((unsaved: number) => React.ReactNode) | undefined
}

export function Indicators({ params, page, method, asked, addressOf, leaving, record }: Props) {
  const [, goTo] = useLocation()
  const dossier = useDossier(params)
  const { loaded, open } = dossier
  const standard = dossier.page.data
  const at = { ...params, method: method.name, visit: page.visit }
  const openAll = useRef(dossier.openAll)
  openAll.current = dossier.openAll
  const isRead = standard !== undefined
  useEffect(() => {
    if (isRead) openAll.current()
  }, [isRead])
  const parts = standard?.parts.flatMap(({ id }) => loaded.get(id) ?? []) ?? []
  const lines = parts.flatMap(({ id: part, items }) => items.map(({ id, title }) => ({ part, item: id, title })))
  const noted = new Set(method.noted)
  const counted = countedIn(method)
  const left = new Set(lines.flatMap(({ item }) => (noted.has(item) ? [] : [item])))
  const [onlyLeft, setOnlyLeft] = useState(false)
  // Whoever notes goes on where they have noted nothing; whoever reads begins where there is something to read.
  const first = lines.find(({ item }) => (method.writes ? left : counted).has(item)) ?? lines[0]
  // What one began with stays, though something is noted of it by now.
  const [begun, begin] = useState(asked)
  if (begun === undefined && first && parts.length === standard?.parts.length) begin(first.item)
  const current = asked ?? begun
  const item = useItem(params, current, HANDED_IN_MS)
  const notes = useNotes(params, current)
  const [shown, show] = useState<FileReference>()
  const go = (part: string, to: string) => {
    open(part)
    show(undefined)
    goTo(addressOf(to), { replace: asked === undefined })
  }
  const place = item.data && { part: item.data.part, item: item.data.id }
  const placeBeside = (by: 1 | -1) => {
    if (!place || !standard) return undefined
    return onlyLeft ? besideLeft(parts, left, place, by) : beside(standard.parts, loaded, place, by)
  }
  const [before, after] = [placeBeside(-1), placeBeside(1)]
  const wayTo = (to: ReturnType<typeof placeBeside>) => {
    const name = to?.item
    return to && (() => (name === undefined ? open(to.part) : go(to.part, name)))
  }
  const [previous, next] = [wayTo(before), wayTo(after)]
  // Whoever goes on finds the next one there.
  useItem(params, after?.item, HANDED_IN_MS)
  useNotes(params, after?.item)
  const known = notes.data
  const cited = item.data?.references ?? []
  const pictures = (known?.notes ?? []).flatMap(({ references }) => references)
  const files = [...cited, ...pictures].filter((file, i, all) => all.findIndex((one) => isSameUse(one, file)) === i)
  const previewed = files.find((file) => isSameUse(file, shown)) ?? files[0]
  const move = (by: number) => {
    const now = files.findIndex((file) => isSameUse(file, previewed))
    show(files[(now + by + files.length) % files.length])
  }
  const asksToWrite = useRef(false)
  const write = () => {
    const field = document.getElementById(idOf('text'))
    field?.focus()
    asksToWrite.current = field === null
  }
  useShortcuts(
    record
      ? {}
      : {
          'Alt+P': () => previous?.(),
          'Alt+N': () => next?.(),
          'Alt+J': () => move(-1),
          'Alt+K': () => move(1),
          'Alt+O': write,
        },
  )
  useSendLeft(params, placesLeft(page, params, lines, { method: method.name, item: current }))
  if (dossier.page.error && !standard) return <Refusal error={dossier.page.error} again={dossier.page.refetch} />
  if (!standard) return <Loading />
  const own = known && ownNote(known, at)
  const unsaved = lines.filter(({ item: id }) => id !== current && isUnsaved(at, id))
  return (
    <div className="dossier-columns">
      <section aria-label="标准" className={`assessment-list${record ? ' assessment-aside' : ''}`}>
        <PartTree
          page={standard}
          {...{ dossier, current, go }}
          onlyMissing={false}
          setOnlyMissing={() => {}}
          done={({ id }) => counted.has(id)}
          among={onlyLeft ? new Set([...left, ...(current === undefined ? [] : [current])]) : undefined}
          narrowing={
            method.writes && (
              <Checkbox checked={onlyLeft} onChange={({ target }) => setOnlyLeft(target.checked)}>
                只看没有记录的（{standard.items - noted.size}项）
              </Checkbox>
            )
          }
          beside={({ id }) => {
            if (method.writes && unsaved.some((one) => one.item === id)) return <Tag color="warning">待保存</Tag>
            if (!method.writes && unsavedText(at, id) !== undefined) return <Tag color="warning">没有保存</Tag>
            const said = saidNoted(method, id)
            return said && <Tag color={noted.has(id) ? 'success' : 'default'}>{said}</Tag>
          }}
        />
      </section>
      {record && (
        <section aria-label={`记录“${method.title}”本次情况`} className="dossier-wide">
          {record(unsaved.length)}
        </section>
      )}
      <section aria-label="考核" hidden={record !== undefined}>
        <NotesNotSaved
          key={`${page.visit} ${page.methods.filter(({ writes }) => writes).length} ${lines.length}`}
          {...{ page, params, lines }}
        />
        {item.error && !item.data && <Refusal error={item.error} again={item.refetch} />}
        {!item.data && !item.error && <Loading />}
        {item.data && (
          <>
            <ItemHead key={`head ${item.data.id}`} item={item.data} previous={previous} next={next} keys={KEYS} />
            <ItemAsRead said={item.data} shown={previewed} show={show} />
            <hr className="assessment-line" />
            {notes.error && !known && <Refusal error={notes.error} again={notes.refetch} />}
            {!known && !notes.error && <Loading />}
            {known && method.writes && (
              <NoteToWrite
                key={`${method.name} ${known.item}`}
                {...{ at, leaving, next, asksToWrite }}
                item={known}
                owner={page.owner}
                said={record ? undefined : item.data.result}
                finds={method.finds}
              />
            )}
            {own?.note && !method.writes && (
              <NotesAsRead
                title={`本人记的考核情况（${method.title}）`}
                notes={[own.note]}
                visit={page.visit}
                show={show}
              />
            )}
            {known && (
              <NotesAsRead
                title="其他方式、其他人员记的考核情况"
                notes={besideNote(known, at)}
                visit={page.visit}
                show={show}
                none={saidNothing(page, method, own?.note !== undefined)}
              />
            )}
          </>
        )}
      </section>
      <section aria-label="材料预览" className="not-printed assessment-preview" hidden={record !== undefined}>
        <AttachmentPreview files={files} shown={previewed} show={show} />
      </section>
    </div>
  )
}
