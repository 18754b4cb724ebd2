import { describe, expect, it } from 'vitest'
import { Refused } from '#ledger/refused.ts'
import { seenAs } from '#ledger/seen.ts'
import {
  approvedLines,
  approveErasure,
  beginErasing,
  type Erasure,
  proposeErasure,
  type RetentionEvent,
  RUN_MS,
  recordErased,
  recordFound,
  retentionKind,
  returnErasure,
  saysTheSame,
} from './erasure.ts'
import type { Retained } from './retained.ts'

const STREAM = 'retention/2028-11-06'
const AT = '2028-11-06T00:00:00.000Z'
const EARLIER = '2028-11-05'
const officer = { by: 'p-陈', received: AT }
const head = { by: 'p-吴', received: AT }
const line = (id: string, due = '2028-11-06') => ({
  ...({ id, digest: 'd'.repeat(64), kind: 'contact', stream: 'case/2018-2/dazhuang', because: 'over', due } as const),
})
const [A, B, LATER] = [line('a'), line('b'), line('c', '2029-03-02')]
const what = { lines: [A, B], total: 2, coming: [LATER], blocked: 5 }
const found: RetentionEvent = { type: 'found', v: 1, at: AT, by: 'erase-due', ...what }
const proposed = (ids: string[], by = 'p-陈'): RetentionEvent & { type: 'prepared' } => ({
  ...{ type: 'prepared', v: 1, at: AT, by, ids },
})
const approved: RetentionEvent = { type: 'approved', v: 1, at: AT, by: 'p-吴', preparedBy: 'p-陈', ids: ['a', 'b'] }
const given = (...events: RetentionEvent[]): Erasure => events.reduce(retentionKind.evolve, retentionKind.initial)
const now = (today = '2028-11-06', ...retained: Retained[]) => ({
  today,
  retained: new Map<string, Retained>([A, B, LATER, ...retained].map((one) => [one.id, one])),
})
const inUse: Retained = { id: 'a', digest: A.digest, kind: 'contact', stream: A.stream, because: 'inUse' }

function refusal(act: () => unknown): Refused {
  try {
    act()
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
  throw new Error('it was not refused')
}

describe('what the daily function found', () => {
  it('is said once a day', () => {
    const asked = { by: 'erase-due', received: AT }
    expect(recordFound(what, asked)(given())).toEqual([found])
    expect(recordFound({ ...what, total: 9 }, asked)(given(found))).toEqual([])
  })
  it('is the same as another day where every line is', () => {
    const list = { ...what, type: 'found', v: 1, at: AT, by: 'erase-due' } as const
    expect(saysTheSame(list, what)).toBe(true)
    expect(saysTheSame(list, { ...what, blocked: 6 })).toBe(false)
    expect(saysTheSame(list, { ...what, lines: [A] })).toBe(false)
  })
})

describe('proposing', () => {
  const propose = (ids: string[], state: Erasure, at = now(), by = officer, replaces?: string) =>
    proposeErasure(STREAM, { ids, replaces }, at, by)(state)

  it('takes lines of the list that are due', () => {
    expect(propose(['a', 'b', 'a'], given(found))).toEqual([proposed(['a', 'b'])])
    expect(propose(['a'], given(found, proposed(['b'])))).toEqual([proposed(['a'])])
  })
  it('refuses one that is not due, naming its day', () => {
    const refused = refusal(() => propose(['a', 'c'], given(found)))
    expect(refused).toMatchObject({
      code: 'early',
      message: expect.stringContaining('（编号c）2029年3月2日才到期，不能清除'),
    })
    expect(refusal(() => propose(['a', 'b'], given(found), now(EARLIER))).message).toContain('另有1条也没有到期')
  })
  it('refuses one that its own list says is due later, though the county keeps it for less since', () => {
    const later = { ...found, lines: [{ ...A, due: '2028-11-08' }] }
    expect(refusal(() => propose(['a'], given(later)))).toMatchObject({
      code: 'early',
      message: expect.stringContaining('（编号a）2028年11月8日才到期'),
    })
  })
  it('refuses one that is needed again, or of which nothing is known', () => {
    expect(refusal(() => propose(['a'], given(found), now('2028-11-06', inUse))).message).toContain('仍在使用')
    const nothing = { today: '2028-11-06', retained: new Map<string, Retained>() }
    expect(refusal(() => propose(['a'], given(found), nothing)).message).toContain('查不到依据')
  })
  it('refuses what no list names, nothing at all, and what is approved already', () => {
    expect(refusal(() => propose(['x'], given(found)))).toMatchObject({ code: 'incomplete' })
    expect(refusal(() => propose([], given(found)))).toMatchObject({ fields: { ids: '请选择要清除的条目' } })
    expect(refusal(() => propose(['a'], given()))).toMatchObject({ code: 'unknown' })
    expect(refusal(() => propose(['a'], given(found, proposed(['a', 'b']), approved)))).toMatchObject({
      code: 'elsewhere',
    })
  })
  it('gives way only to whoever saw what another has proposed', () => {
    const standing = proposed(['b'])
    const second = { ...officer, by: 'p-周' }
    expect(refusal(() => propose(['a'], given(found, standing), now(), second)).code).toBe('conflict')
    expect(propose(['a'], given(found, standing), now(), second, seenAs(standing, STREAM))).toHaveLength(1)
  })
  it('does nothing when it is said again', () => {
    expect(propose(['a'], given(found, proposed(['a'])))).toEqual([])
  })
})

describe('approving', () => {
  const waiting = proposed(['a', 'b'])
  const approve = (state: Erasure, at = now(), by = head, prepared = seenAs(waiting, STREAM)) =>
    approveErasure(STREAM, prepared, at, by)(state)

  it('takes what was seen', () => {
    expect(approve(given(found, waiting))).toEqual([approved])
  })
  it('refuses whoever proposed it, what was changed since, and what is not due any more', () => {
    expect(refusal(() => approve(given(found, waiting), now(), officer)).message).toContain('不能由您自己签发')
    expect(refusal(() => approve(given(found, proposed(['a'])))).code).toBe('elsewhere')
    expect(refusal(() => approve(given(found, waiting), now('2028-11-06', inUse)))).toMatchObject({
      code: 'early',
      message: expect.stringContaining('（编号a）仍在使用'),
    })
    expect(refusal(() => approve(given(found, waiting), now(EARLIER))).message).toContain('2028年11月6日才到期')
  })
  it('does nothing for whoever has approved it; another one is told', () => {
    expect(approve(given(found, waiting, approved))).toEqual([])
    expect(refusal(() => approve(given(found, waiting, approved), now(), { ...head, by: 'p-副' })).code).toBe(
      'elsewhere',
    )
  })
})

describe('sending back', () => {
  const waiting = proposed(['a'])
  const back = { prepared: seenAs(waiting, STREAM), reason: '尚有信访事项，请留存。' }
  const returned: RetentionEvent = { type: 'preparationReturned', v: 1, at: AT, by: 'p-吴', reason: back.reason }
  it('says why, and the lines may be proposed again', () => {
    expect(returnErasure(STREAM, back, head)(given(found, waiting))).toEqual([returned])
    const state = given(found, waiting, returned)
    expect(state).toMatchObject({ returned: { reason: back.reason, ids: ['a'] } })
    expect(state.prepared).toBeUndefined()
    expect(proposeErasure(STREAM, { ids: ['b'] }, now(), officer)(state)).toHaveLength(1)
  })
  it('is refused where nothing waits, and to whoever proposed it', () => {
    expect(refusal(() => returnErasure(STREAM, back, head)(given(found))).code).toBe('elsewhere')
    expect(refusal(() => returnErasure(STREAM, back, officer)(given(found, waiting))).code).toBe('forbidden')
  })
  it('does nothing when it is said again', () => {
    expect(returnErasure(STREAM, back, head)(given(found, waiting, returned))).toEqual([])
  })
})

describe('what was erased', () => {
  const begun: RetentionEvent = { type: 'erasing', v: 1, at: AT, by: 'erase-due' }
  const approvedOnly = [found, proposed(['a', 'b']), approved]
  const all = [...approvedOnly, begun]
  const asked = { by: 'erase-due', received: AT }

  it('begins once it was approved, and nobody else begins while that runs', () => {
    expect(beginErasing(asked)(given(...approvedOnly))).toEqual([begun])
    expect(beginErasing(asked)(given(found, proposed(['a'])))).toEqual([])
    const later = (ms: number) => ({ ...asked, received: new Date(Date.parse(AT) + ms).toISOString() })
    expect(beginErasing(later(RUN_MS - 1))(given(...all))).toEqual([])
    expect(beginErasing(later(RUN_MS))(given(...all))).toHaveLength(1)
    expect(recordErased(['a'], [], asked)(given(...approvedOnly))).toEqual([])
    const done: RetentionEvent = { type: 'erased', v: 1, at: AT, by: 'erase-due', ids: ['a'], left: [] }
    expect(beginErasing(later(RUN_MS))(given(...all, done))).toEqual([])
  })

  it('is written once it was approved, with what was left', () => {
    expect(recordErased(['a'], ['b'], asked)(given(...all))).toEqual([
      { type: 'erased', v: 1, at: AT, by: 'erase-due', ids: ['a'], left: ['b'] },
    ])
  })
  it('is written neither before that nor twice', () => {
    expect(recordErased(['a'], [], asked)(given(found, proposed(['a'])))).toEqual([])
    const done: RetentionEvent = { type: 'erased', v: 1, at: AT, by: 'erase-due', ids: ['a'], left: ['b'] }
    expect(recordErased(['a'], [], asked)(given(...all, done))).toEqual([])
    expect(approvedLines(given(...all, done))).toEqual([A])
  })
  it('is nothing that was only proposed', () => {
    expect(approvedLines(given(found, proposed(['a'])))).toEqual([])
    expect(approvedLines(given(...all))).toEqual([A, B])
  })
})
