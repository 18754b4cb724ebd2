import { describe, expect, it } from 'vitest'
import { given } from '../../test/given/given.ts'
import { evidenceKind, keep, promise, reject } from './evidence.ts'

const AT = '2018-04-10T01:00:00.000Z'
const LATER = '2018-04-10T01:00:09.000Z'
const asked = { by: 'p-王经办', received: AT }
const file = { name: '普法责任清单.pdf', size: 12_345, contentType: 'application/pdf' }
const promised = { type: 'promised', v: 1, at: AT, by: 'p-王经办', ...file } as const
const found = { contentType: 'application/pdf', size: 12_345 }
const kept = { type: 'kept', v: 1, at: LATER, ...found } as const
const rejected = { type: 'rejected', v: 1, at: LATER, reason: '文件类型不能保存。' } as const

describe('a ticket for a file', () => {
  it('promises its bytes, again after a rejection, and under another name while they have not come', () => {
    expect(given(evidenceKind).when(promise(file, asked))).toEqual([promised])
    expect(given(evidenceKind, promised, rejected).when(promise(file, asked))).toEqual([promised])
    const other = { ...file, name: '普法责任清单（盖章）.pdf' }
    expect(given(evidenceKind, promised).when(promise(other, asked))).toEqual([{ ...promised, ...other }])
  })
  it('has nothing to do for bytes already kept or promised just so', () => {
    expect(given(evidenceKind, promised, kept).when(promise({ ...file, name: '另名.pdf' }, asked))).toEqual([])
    expect(given(evidenceKind, promised).when(promise(file, asked))).toEqual([])
  })
  it('forgets why the bytes were rejected before', () => {
    expect(given(evidenceKind, promised, rejected, promised).state).toEqual({ status: 'promised', promised })
  })
})

describe('the verdict on the bytes', () => {
  it('keeps what is as promised, with a note where the label was wrong', () => {
    expect(given(evidenceKind, promised).when(keep(found, LATER))).toEqual([kept])
    const note = '标为doc，实为pdf'
    expect(given(evidenceKind, promised).when(keep({ ...found, note }, LATER))).toEqual([{ ...kept, note }])
  })
  it('rejects with a reason', () => {
    expect(given(evidenceKind, promised).when(reject('文件类型不能保存。', LATER))).toEqual([rejected])
  })
  it.each([
    ['nobody promised', []],
    ['are kept', [promised, kept]],
    ['are rejected', [promised, rejected]],
  ] as const)('has nothing to do for bytes that %s', (_what, history) => {
    const { when } = given(evidenceKind, ...history)
    expect([when(keep(found, LATER)), when(reject('x', LATER))]).toEqual([[], []])
  })
})
