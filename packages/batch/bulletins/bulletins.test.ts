import { describe, expect, it } from 'vitest'
import { given } from '../../../test/given/given.ts'
import { type BulletinIssued, bulletinsKind, issueBulletin } from './bulletins.ts'
import { type BulletinRead, readBulletin, receivedKind } from './received.ts'

const officer = { by: 'p-陈科员', received: '2018-07-20T01:00:00.000Z' }
const content = { title: '上半年创建情况', text: '各单位已成立领导小组。', files: ['a'.repeat(64)] }
const first: BulletinIssued = { type: 'bulletinIssued', v: 1, at: officer.received, by: officer.by, ...content }

describe('issuing a bulletin', () => {
  it('gives it the next number, and lets it refer to one that it corrects', () => {
    expect(given(bulletinsKind).when(issueBulletin({ ...content, seen: 0 }, officer))).toEqual([first])
    const correction = { title: '更正', text: '第1期中的单位数应为27个。', files: [], corrects: 1 }
    expect(given(bulletinsKind, first).when(issueBulletin({ ...correction, seen: 1 }, officer))).toEqual([
      { ...first, ...correction },
    ])
  })
  it('is refused where another came meanwhile, and of one that there is not', () => {
    const other = { ...content, title: '检查情况' }
    expect(given(bulletinsKind, first).refused(issueBulletin({ ...other, seen: 0 }, officer))).toEqual([
      'conflict',
      '第1期情况交流已经发出；请刷新，看过之后再发下一期。',
      {},
    ])
    expect(given(bulletinsKind, first).refused(issueBulletin({ ...other, corrects: 2, seen: 1 }, officer))).toEqual([
      'unknown',
      '没有第2期情况交流，不能更正；请刷新后再办。',
      {},
    ])
  })
  it('has nothing to do when the same person has just issued the same', () => {
    for (const seen of [0, 1])
      expect(given(bulletinsKind, first).when(issueBulletin({ ...content, seen }, officer))).toEqual([])
    const other = { ...first, title: '检查情况' }
    expect(given(bulletinsKind, first, other).when(issueBulletin({ ...content, seen: 0 }, officer))).toEqual([])
    const second = { by: 'p-周科员', received: officer.received }
    expect(given(bulletinsKind, first).when(issueBulletin({ ...content, seen: 1 }, second))).toHaveLength(1)
  })
  it('is issued again where what it says was corrected since', () => {
    const correction = { title: '更正', text: '第1期中的单位数应为27个。', files: [], corrects: 1 }
    const [second, third] = [
      { ...first, ...correction },
      { ...first, ...correction, text: '第1期中的单位数应为28个。' },
    ]
    const when = issueBulletin({ ...correction, seen: 3 }, officer)
    expect(given(bulletinsKind, first, second, third).when(when)).toEqual([second])
    const anew = issueBulletin({ ...content, seen: 2 }, officer)
    expect(given(bulletinsKind, first, second).when(anew)).toEqual([first])
  })
})

describe('reading a bulletin', () => {
  const clerk = { by: 'p-王经办', received: '2018-07-21T01:00:00.000Z' }
  const read: BulletinRead = { type: 'bulletinRead', v: 1, at: clerk.received, by: clerk.by, n: 1 }
  it('is kept', () => {
    expect(given(receivedKind).when(readBulletin({ n: 1, issued: 2 }, clerk))).toEqual([read])
    expect(given(receivedKind, read).when(readBulletin({ n: 2, issued: 2 }, clerk))).toEqual([{ ...read, n: 2 }])
  })
  it('is refused of one that there is not', () => {
    for (const n of [0, 3])
      expect(given(receivedKind).refused(readBulletin({ n, issued: 2 }, clerk))).toEqual([
        'unknown',
        `没有第${n}期情况交流；请刷新后再看。`,
        {},
      ])
  })
  it('has nothing to do once anybody of the unit has read it', () => {
    const head = { by: 'p-李镇长', received: clerk.received }
    expect(given(receivedKind, read).when(readBulletin({ n: 1, issued: 2 }, head))).toEqual([])
  })
})
