import { expect, it } from 'vitest'
import type { ResolutionPage } from '#contracts/meeting.ts'
import { Kept } from '../kept/kept.ts'
import { asKept, fromKept, keptLabels } from './kept-draft.ts'
import type { Draft } from './resolution-draft.ts'

const draft: Draft = {
  ...{ meeting: '县政府常务会议', number: '泗政常纪〔2018〕38号', date: '2018-05-14', how: 'discussion' },
  ...{ members: '许建国、宋志远、何英', absent: ['何英'], outcome: 'named', left: ['d'], minutes: 'a'.repeat(64) },
  own: {
    a: { outcome: 'deferred', reason: '群众来信反映的问题还在调查' },
    b: { recused: ['宋志远'], others: '李敏', despite: true },
    c: { outcome: 'deferred', reason: '群众来电13912345678，还在调查' },
  },
}
/** As it is when the page was loaded anew. */
function reloaded(kept: Draft) {
  const written = new Map<string, string>()
  const window = () =>
    new Kept(() => ({
      getItem: (key) => written.get(key) ?? null,
      setItem: (key, value) => void written.set(key, value),
      removeItem: (key) => void written.delete(key),
      key: (n) => [...written.keys()][n] ?? null,
      length: written.size,
    }))
  window().keep('resolution', asKept(kept))
  const next = window()
  return { draft: fromKept(next.read('resolution')), lost: next.lost('resolution') }
}

it('is there again with all its lines', () => {
  const { c: _c, ...own } = draft.own
  expect(reloaded({ ...draft, own })).toEqual({ draft: { ...draft, own }, lost: [] })
})
it('is there again with the reasons for several units, but for one in which somebody’s number stands', () => {
  const { c: _c, ...own } = draft.own
  const reasons = { deferred: '本次只研究命名的单位', cultivated: '来电13912345678，还在调查' }
  expect(reloaded({ ...draft, own, reasons })).toEqual({
    draft: { ...draft, own, reasons: { deferred: reasons.deferred } },
    lost: ['shared cultivated'],
  })
})
it('loses the one reason in which somebody’s number stands, and nothing else', () => {
  const own = { ...draft.own, c: { outcome: 'deferred' } }
  expect(reloaded(draft)).toEqual({ draft: { ...draft, own }, lost: ['reason c'] })
})
it('has nobody in the place of members who could not be kept, and keeps who of them was absent', () => {
  const members = '许建国13912345678、宋志远、何英'
  const { draft: found, lost } = reloaded({ ...draft, members })
  expect([found?.members, found?.absent, found?.number, lost]).toEqual([
    ...['', ['何英'], draft.number, ['members', 'reason c']],
  ])
})
it('is read as an earlier version kept it, and is none where nothing was kept', () => {
  const { c: _c, ...own } = draft.own
  expect(fromKept({ ...draft, own })).toEqual({ ...draft, own })
  expect(fromKept(undefined)).toBeUndefined()
})
it('calls by its name what was not kept', () => {
  const page = {
    record: 'minutes',
    outcomes: [{ value: 'deferred', label: '暂缓' }],
    prepares: false,
    waiting: [{ unit: 'c', name: '丙局' }],
  } as unknown as ResolutionPage
  const labels = keptLabels(page)
  expect(
    Object.keys(asKept(draft))
      .filter((field) => /members|number|reason c|recused c/.test(field))
      .map((one) => labels[one]),
  ).toEqual([...['会议纪要编号', '出席人员', '丙局的例外理由', '丙局的其他回避人员']])
})
