import { describe, expect, it } from 'vitest'
import { type Commit, Head } from '#ledger/ledger.ts'
import { newRow, referenceTo } from '#persons/persons.ts'
import type { RetentionEvent } from '#retention/erasure.ts'
import { approvedErasures } from './approved-erasures.ts'
import { wrongPerson } from './verify-named.ts'

const STREAM = 'retention/2028-11-06'
const AT = '2028-11-06T00:00:00.000Z'
const [A, B] = ['a', 'b'].map((id) => ({ id, digest: id.repeat(64) }))
const line = (one = A!) =>
  ({ ...one, kind: 'contact', stream: 'case/2018-2/dazhuang', because: 'over', due: '2028-11-06' }) as const
const found: RetentionEvent = {
  ...{ type: 'found', v: 1, at: AT, by: 'erase-due', total: 2, blocked: 0 },
  ...{ lines: [line(), line(B)], coming: [] },
}
const proposed: RetentionEvent = { type: 'prepared', v: 1, at: AT, by: 'p-陈', ids: ['a'] }
const RETURNED = { type: 'preparationReturned', v: 1, at: AT, by: 'p-吴', reason: '请核对。' }
const approved: RetentionEvent = { type: 'approved', v: 1, at: AT, by: 'p-吴', preparedBy: 'p-陈', ids: ['a'] }

function records(events: readonly RetentionEvent[], change = (commit: Commit): Commit => commit) {
  const made: Commit[] = []
  for (const [i, event] of events.entries())
    made.push(new Head(STREAM, made).next([event], `click-${i}`, 'p-吴', new Date(AT)))
  return new Map<string, readonly unknown[]>([[STREAM, made.map(change)]])
}
const gone = (events: Parameters<typeof records>[0], one = A!, change?: Parameters<typeof records>[1]) => {
  const named = { ...one, commit: 2, keys: ['events', 0, 'personal'] }
  return wrongPerson(
    'case/2018-2/dazhuang',
    named,
    { id: one.id, erased: true },
    approvedErasures(records(events, change))(one),
  )
}

it('lets a row be gone that somebody approved to erase', () => {
  expect(gone([found, proposed, approved])).toEqual([])
})

it.each([
  ['nobody approved', [found, proposed]],
  ['was on the list and not in the proposal', [found, proposed, approved], B],
  ['has another digest than the one approved', [found, proposed, approved], { id: 'a', digest: 'c'.repeat(64) }],
  [
    'was needed again when it was to be erased',
    [found, proposed, approved, { type: 'erased', v: 1, at: AT, by: 'erase-due', ids: [], left: ['a'] }],
  ],
  ['was approved with nobody’s proposal', [found, approved]],
  ['one alone has proposed and approved', [found, proposed, { ...approved, by: 'p-陈' }]],
  ['another one proposed than the approval says', [found, { ...proposed, by: 'p-李' }, approved]],
  ['was approved with more than was proposed', [found, { ...proposed, ids: ['b'] }, { ...approved, ids: ['a', 'b'] }]],
  ['was proposed and sent back', [found, proposed, { ...RETURNED }, approved]],
  ['was not due', [{ ...found, lines: [{ ...line(), due: '2028-11-07' }] }, proposed, approved]],
  ['was in use', [{ ...found, lines: [{ ...line(), because: 'inUse' }] }, proposed, approved]],
] as [string, RetentionEvent[], typeof A?][])('finds a row gone that %s', (_, events, one) => {
  expect(gone(events, one)).toMatchObject([{ kind: 'person', field: 'events[0].personal → erased' }])
})

it('believes no approval whose stream is not as it was written', () => {
  const forged = (commit: Commit): Commit =>
    commit.number === 3 ? { ...commit, events: [{ ...approved, ids: ['a', 'b'] }] } : commit
  expect(gone([found, proposed, approved], A, forged)).toHaveLength(1)
  expect(gone([found, proposed, approved], B, forged)).toHaveLength(1)
})

describe('a row that still says something', () => {
  const salt = '5a'.repeat(32)
  const kept = newRow('contact', { contact: '王经办' }, { once: 'click-1' }, { id: () => '', salt: () => salt })
  const one = referenceTo(kept)
  const list = { ...found, lines: [line(one)], total: 1 }
  const ids = [one.id]
  const done = (gone: string[], left: string[]): RetentionEvent =>
    ({ type: 'erased', v: 1, at: AT, by: 'erase-due', ids: gone, left }) as const
  const all = [list, { ...proposed, ids }, { ...approved, ids }]
  const there = (events: readonly RetentionEvent[], change?: (commit: Commit) => Commit) => {
    const erasing = approvedErasures(records(events, change))(one)
    return wrongPerson('case/2018-2/dazhuang', { ...one, commit: 2, keys: ['events', 0, 'personal'] }, kept, erasing)
  }
  it('is found where the record says that it was erased, with what to do', () => {
    expect(there([...all, done(ids, [])])).toEqual([
      {
        ...{ kind: 'person', stream: 'case/2018-2/dazhuang', commit: 2, field: 'events[0].personal → data' },
        sentence: `记录流“case/2018-2/dazhuang”第2次提交的events[0].personal所指的个人信息（${one.id}）记载为已经清除，内容却仍在，多半是从备份恢复时带回来的；请运行函数erase-due，重新清除。`,
      },
    ])
  })
  it.each([
    ['nobody approved', all.slice(0, 2)],
    ['is approved, and its day has not come', all],
    ['was needed again', [...all, done([], ids)]],
  ])('is as it should be where it %s', (_, events) => {
    expect(there(events)).toEqual([])
  })
  it('is as it should be where the erasure is not as it was written', () => {
    const forged = (commit: Commit): Commit =>
      commit.number === 4 ? { ...commit, events: [{ ...done(ids, []), by: 'p-陈' }] } : commit
    expect(there([...all, done(ids, [])], forged)).toEqual([])
  })
})
