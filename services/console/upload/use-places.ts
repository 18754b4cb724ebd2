/** The files of one field as they are chosen, come, are named anew, moved and taken away. */
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { cite, digestOfUse } from '#evidence/cited-file.ts'
import { useLostUploads } from './lost-uploads.ts'
import {
  alsoTold,
  arranged,
  arrived,
  type Chosen,
  moved,
  type Place,
  stillTold,
  type ToldOfFile,
  usesAmong,
} from './places.ts'
import type { Kept } from './upload-file.ts'
import { type Going, nextChoice, useUploads } from './use-uploads.ts'

type Field = {
  /** Of the button that chooses files. */
  readonly id: string
  readonly owner: string
  readonly several: boolean
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  readonly nameOf: (used: string) => string
}
/** Marks what is dragged as one of our lines, and no file from the desktop. */
const LINE = 'application/x-shifan-line'

export function usePlaces({ id, owner, several, value, onChange, nameOf }: Field) {
  const [stored, setStored] = useState<readonly Place[]>(value)
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({})
  const [told, setTold] = useState<readonly ToldOfFile[]>([])
  const [announced, setAnnounced] = useState('')
  const [over, setOver] = useState<number>()
  const chosen = useRef<Chosen>(new Map())
  const list = useRef<HTMLOListElement>(null)
  const dragged = useRef<Place>(undefined)
  /** The button that the next drawing gives the focus back to: a line that is moved loses it. */
  const focus = useRef<{ readonly at: number; readonly way: 'up' | 'down' | 'away' }>(undefined)
  const { going, begin, again, giveUp } = useUploads(owner, (key, file) => take(key, file))
  const keys = going.map(({ key }) => key)
  const {
    lost,
    chosen: chosenAnew,
    seen: seenLost,
  } = useLostUploads(
    id,
    going.map(({ file }) => file.name),
  )
  const places = arranged(stored, value, keys)

  // Several uploads may end before the form has drawn the first of them.
  const now = useRef<readonly Place[]>(places)
  useEffect(() => {
    now.current = arranged(now.current, value, keys)
  })
  useEffect(() => {
    if (!focus.current) return
    const { at, way } = focus.current
    focus.current = undefined
    const line = list.current?.children[Math.min(at, places.length - 1)]
    const next = line?.querySelector<HTMLElement>(`[data-move=${way}]`) ?? line?.querySelector('button')
    // With the last one gone, where others are chosen.
    if (next) next.focus()
    else document.getElementById(id)?.focus()
  })
  const put = (next: readonly Place[]) => {
    const before = usesAmong(now.current).join('\n')
    now.current = next
    setStored(next)
    const uses = usesAmong(next)
    if (uses.join('\n') !== before) onChange(uses)
  }

  const take = (key: number, { sha256, name, note }: Kept) => add(cite(sha256, name), note, key)
  function add(used: string, note?: string, choice: number = nextChoice()): void {
    if (note) setNotes((known) => ({ ...known, [used]: note }))
    const [old] = usesAmong(now.current)
    if (!several) {
      const sentence = old && old !== used && `这里只能放1个文件，已替换原来的“${nameOf(old)}”。`
      setTold(sentence ? [{ sha256: digestOfUse(used), sentence }] : [])
      put([used])
      return
    }
    const all = arrived(now.current, { choice, used }, chosen.current)
    chosen.current = all.chosen
    if (all.same) {
      const sentence = saidOfSame(nameOf(all.same.earlier), nameOf(all.same.later))
      setTold((told) => alsoTold(told, { sha256: digestOfUse(used), sentence }))
    }
    put(all.places)
  }
  const move = (from: number, to: number, way: 'up' | 'down' = to < from ? 'up' : 'down') => {
    const one = now.current[from]
    const { length } = now.current
    if (one === undefined || to < 0 || to >= length || to === from) return
    put(moved(now.current, from, to))
    focus.current = { at: to, way }
    const name = typeof one === 'string' ? nameOf(one) : (going.find(({ key }) => key === one)?.file.name ?? '')
    setAnnounced(`“${name}”已移到第${to + 1}位，共${length}个。`)
  }
  const orders = (at: number) => ({
    draggable: true,
    'data-place': at,
    onKeyDown: (event: KeyboardEvent) => {
      const by = event.altKey ? STEPS.get(event.key) : undefined
      if (by === undefined) return
      event.preventDefault()
      move(at, at + by, by < 0 ? 'up' : 'down')
    },
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(LINE, '')
      event.dataTransfer.effectAllowed = 'move'
      dragged.current = now.current[at]
    },
    onDragOver: (event: DragEvent) => {
      if (dragged.current === undefined) return
      event.preventDefault()
      setOver(at)
    },
    onDrop: (event: DragEvent) => {
      if (dragged.current === undefined) return
      event.preventDefault()
      move(now.current.indexOf(dragged.current), at)
    },
    onDragEnd: () => {
      dragged.current = undefined
      setOver(undefined)
    },
  })

  return {
    ...{ places, going, lost, seenLost, announced, notes, list, over, again, move, orders, add },
    said: stillTold(told, value).map(({ sentence }) => sentence),
    begin: (files: readonly File[]) => {
      // All at once: the order of choosing is the order of the list, whichever ends first.
      const begun = files.map(begin)
      chosenAnew(files.map(({ name }) => name))
      now.current = [...now.current, ...begun]
      setStored(now.current)
    },
    giveUp: (one: Going) => {
      focus.current = { at: places.indexOf(one.key), way: 'away' }
      giveUp(one)
      put(now.current.filter((place) => place !== one.key))
    },
    remove: (used: string) => {
      focus.current = { at: places.indexOf(used), way: 'away' }
      setAnnounced(`已移除“${nameOf(used)}”。`)
      put(now.current.filter((one) => one !== used))
    },
  }
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
])
const saidOfSame = (before: string, name: string): string =>
  before === name
    ? `“${name}”已在列表中，没有重复加入。`
    : `“${name}”与列表中“${before}”的内容相同，没有重复加入，名称已改为“${name}”。`
