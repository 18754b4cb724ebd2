/** Once a day: erases what two people have approved, blocks what may no longer be used, and says what is due. */
import { dateOf } from '#calendar/deadline.ts'
import type { Retention } from '#county/retention.ts'
import { eachApart } from '#ledger/altered.ts'
import { execute, Head, type Ledger, MovedOn, type Read, readStream } from '#ledger/ledger.ts'
import type { Persons, RowState } from '#persons/persons.ts'
import {
  approvedLines,
  beginErasing,
  type Erasure,
  type Found,
  isRetention,
  type Line,
  MOST_COMING,
  MOST_LINES,
  type RetentionEvent,
  recordErased,
  recordFound,
  retentionKind,
  retentionStream,
  saysTheSame,
} from '#retention/erasure.ts'
import { isAboutPersons } from '#retention/needs.ts'
import { isDue, mustBeBlocked, type Retained } from '#retention/retained.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { lookAtLines, lookAtNeeds, withUnnamed } from './look-at-needs.ts'

type Deps = {
  readonly ledger: Ledger
  readonly persons: Pick<Persons, 'states' | 'all' | 'block' | 'unblock' | 'erase'>
  readonly terms: Retention
  readonly now: () => Date
}
export type ErasedDay = {
  readonly looked: number
  readonly due: number
  readonly blocked: number
  readonly unblocked: number
  readonly erased: number
  /** What was erased before, and was there all the same: a restore of the table has brought it back. */
  readonly again: number
  readonly left: number
  readonly altered: readonly string[]
}
type Listed = { readonly stream: string; readonly state: Erasure }

export const eraseDue = (deps: Deps) => async (): Promise<ErasedDay> => {
  const received = deps.now().toISOString()
  const today = dateOf(received)
  const streams = (await Array.fromAsync(deps.ledger.streams(), ({ stream }) => stream)).toSorted()
  const looked = await withUnnamed(deps.persons, await lookAtNeeds(deps, streams.filter(isAboutPersons)))
  const { lists, broken } = await readLists(deps.ledger, streams.filter(isRetention))
  const all = { ...looked, altered: [...looked.altered, ...broken] }
  const { retained, altered, ...done } = await eraseApproved(deps, lists, { ...all, today })
  const again = await eraseAgain(deps, lists)
  const states = await deps.persons.states([...retained.keys()])
  const blocking = await block(deps, retained, states, today)
  const found = foundNow({ retained, states, today, lists, blocked: blocking.standing })
  await say(deps, lists, found, { today, received })
  const { blocked, unblocked } = blocking
  return { looked: retained.size, due: found.total, blocked, unblocked, ...done, again, altered }
}

/** `broken`: lists that are not as they were written; nothing is erased by them, and the others go on. */
async function readLists(ledger: Ledger, streams: readonly string[]) {
  const lists: Listed[] = []
  await eachApart(streams, async (stream) => {
    lists.push({ stream, state: (await readStream(ledger, retentionKind, stream)).state })
  })
  const read = new Set(lists.map(({ stream }) => stream))
  return { lists, broken: streams.filter((stream) => !read.has(stream)) }
}

type Today = { readonly retained: ReadonlyMap<string, Retained>; readonly today: string; readonly received: string }

/**
 * What was approved and is still due; a run that was cut off is made again, and erases nothing twice. Just before a row
 * goes its own stream is read once more, since all the streams take a while and this cannot be undone.
 * @returns `retained`, `altered`: as they are after that
 */
async function eraseApproved(
  deps: Deps,
  lists: readonly Listed[],
  { retained: before, altered: first, today }: Omit<Today, 'received'> & { readonly altered: readonly string[] },
) {
  const { persons } = deps
  const [retained, altered] = [new Map(before), new Set(first)]
  const lookAgain = async (line: Line): Promise<boolean> => {
    const { id, digest, stream } = line
    const one = retained.get(id)
    if (!one || one.digest !== digest || !isDue(one, today)) return false
    const now = await lookAtLines(deps, stream === one.stream ? [line] : [line, { ...line, stream: one.stream }])
    for (const name of now.altered) altered.add(name)
    const still = now.retained.get(id)
    if (still && now.altered.length === 0) retained.set(id, still)
    else retained.delete(id)
    return retained.has(id) && still !== undefined && still.digest === digest && isDue(still, today)
  }
  let [erased, left] = [0, 0]
  for (const { stream, state } of lists) {
    if (!state.approved || state.erased) continue
    const own = await begin(deps, stream)
    if (!own) continue
    const lines = approvedLines(state)
    const states = await persons.states(lines.map(({ id }) => id))
    const [gone, kept]: [string[], string[]] = [[], []]
    for (const line of lines) {
      const isGone = states.get(line.id) === 'erased'
      const may = isGone || (await lookAgain(line))
      if (may && !isGone) await persons.erase(line.id)
      const ids = may ? gone : kept
      ids.push(line.id)
    }
    await end(deps, own, gone, kept)
    erased += gone.length
    left += kept.length
  }
  return { erased, left, retained, altered: [...altered].toSorted() }
}

type Begun = Pick<Read<RetentionEvent, Erasure>, 'head' | 'state'>

/**
 * Only one run erases what a list names, or one could erase what the other records as left: whose commit stands, after
 * the state that it has read, is at it. A run that was cut off leaves it to one that begins later.
 */
async function begin({ ledger, now }: Deps, stream: string): Promise<Begun | undefined> {
  const { head, commits, state } = await readStream(ledger, retentionKind, stream)
  const received = now().toISOString()
  const events = beginErasing({ by: ACTORS.eraser, received })(state)
  if (events.length === 0) return undefined
  try {
    const own = await ledger.append(head, events, `begin ${stream} ${received}`, ACTORS.eraser)
    return { head: new Head(stream, [...commits, own]), state: events.reduce(retentionKind.evolve, state) }
  } catch (error) {
    if (error instanceof MovedOn) return undefined
    throw error
  }
}

/** @throws MovedOn where another run has begun since: it says what has become of the lines */
async function end(
  { ledger, now }: Deps,
  { head, state }: Begun,
  gone: readonly string[],
  kept: readonly string[],
): Promise<void> {
  const asked = { by: ACTORS.eraser, received: now().toISOString() }
  await ledger.append(head, recordErased(gone, kept, asked)(state), `erase ${head.stream}`, ACTORS.eraser)
}

/** What the record says is gone and the table still holds. It was approved once, and nothing can need what was gone. */
async function eraseAgain({ persons }: Deps, lists: readonly Listed[]): Promise<number> {
  const ids = new Set(lists.flatMap(({ state }) => (state.erased ? approvedLines(state).map(({ id }) => id) : [])))
  if (ids.size === 0) return 0
  const back = [...(await persons.states([...ids]))].flatMap(([id, state]) => (state === 'erased' ? [] : id))
  for (const id of back) await persons.erase(id)
  return back.length
}

/** `standing`: how many are blocked when it has ended. */
async function block(
  { persons }: Deps,
  retained: Today['retained'],
  states: ReadonlyMap<string, RowState>,
  today: string,
) {
  let [blocked, unblocked, standing] = [0, 0, 0]
  for (const one of retained.values()) {
    const state = states.get(one.id)
    const must = mustBeBlocked(one, today)
    if (must && (state === 'used' || state === 'blocked')) standing++
    if (must && state === 'used') {
      await persons.block(one.id, one.due)
      blocked++
    }
    // An appointment was given anew, a case was reopened, or the county keeps it in use longer.
    if (!must && state === 'blocked') {
      await persons.unblock(one.id)
      unblocked++
    }
  }
  return { blocked, unblocked, standing }
}

type What = Omit<Found, 'type' | 'v' | 'at' | 'by'>
type Finding = Omit<Today, 'received'> & {
  readonly states: ReadonlyMap<string, RowState>
  readonly lists: readonly Listed[]
  readonly blocked: number
}

/** Every row that is there, but for those on a list that waits for somebody. */
function foundNow({ retained, states, today, lists, blocked }: Finding): What {
  const waiting = new Set(
    lists.flatMap(({ state: { prepared, approved, erased } }) => (erased ? [] : ((approved ?? prepared)?.ids ?? []))),
  )
  const there = [...retained.values()].flatMap(({ blockFrom: _past, due, ...one }): Line[] => {
    const state = states.get(one.id)
    return due === undefined || state === undefined || state === 'erased' || waiting.has(one.id)
      ? []
      : [{ ...one, due }]
  })
  const inOrder = there.toSorted((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1))
  const lines = inOrder.filter(({ due }) => due <= today)
  const coming = inOrder.slice(lines.length, lines.length + MOST_COMING)
  return { lines: lines.slice(0, MOST_LINES), total: lines.length, coming, blocked }
}

/** Says nothing where the last list says it already, or where there never was anything to say. */
async function say(
  { ledger }: Deps,
  lists: readonly Listed[],
  found: What,
  { today, received }: Omit<Today, 'retained'>,
): Promise<void> {
  const last = lists.findLast(({ state }) => state.found)?.state
  const isOpen = last && !last.prepared && !last.approved
  if (last?.found && isOpen && saysTheSame(last.found, found)) return
  const isEmpty = found.total === 0 && found.coming.length === 0 && found.blocked === 0
  if (isEmpty && !last?.found) return
  await execute(ledger, retentionKind, {
    ...{ stream: retentionStream(today), command: `find ${today}`, by: ACTORS.eraser },
    decide: recordFound(found, { by: ACTORS.eraser, received }),
  })
}
