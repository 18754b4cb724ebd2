import { expect, it } from 'vitest'
import { type Board, whatComesNext } from './board-next.ts'

const due = (day: string) => ({ lateFrom: `2018-05-${day}T16:00:00.000Z`, said: `5月${day}日24时` })
const aCase = (unit: string, stepKind: NonNullable<Board['cases'][number]['stepKind']>, more = {}) => ({
  ...{ unit, name: unit, step: stepKind, stepTitle: `${stepKind}环节`, stepKind, ended: false, late: false },
  ...{
    reports: [],
    findings: { open: 0, late: 0 },
    owes: false,
    entered: false,
    listed: false,
    path: `/console/cases/b/${unit}`,
    ...more,
  },
})
const board: Board = {
  ...{ batch: 'b', title: '', trial: false, openedAt: '', now: '2018-05-01T00:00:00.000Z', may: [] },
  due: due('15'),
  steps: ['entry', 'judgement'].map((step) => ({ step, title: `${step}环节`, count: 1, ending: false })),
  cases: [
    aCase('甲', 'entry', { due: due('15') }),
    aCase('乙', 'entry', { due: due('15') }),
    aCase('丙', 'judgement'),
    aCase('丁', 'judgement'),
    aCase('戊', 'notice', { due: due('13') }),
  ],
  notBegun: [
    { unit: '己', name: '己', late: false, extend: false },
    { unit: '庚', name: '庚', late: true, extend: true },
  ],
  notices: [
    {
      ...{ n: 1, step: 'notice', state: 'published', title: '', lastDay: '', units: 1, closed: false },
      due: due('13'),
      objections: 1,
      openObjections: 1,
    },
    {
      ...{ n: 2, step: 'notice', state: 'prepared', title: '', lastDay: '', units: 1, closed: false },
      due: due('14'),
      objections: 0,
      openObjections: 0,
    },
  ],
  resolutions: [],
  lists: [
    { step: 'notice', title: '公示', kind: 'notice', waiting: 0, commands: [], path: '/notice' },
    { step: 'meeting', title: '常务会议', kind: 'resolution', waiting: 3, commands: [], path: '/meeting' },
  ],
}

it('says first what waits for somebody, then every day once', () => {
  expect(whatComesNext(board, new Map([['丁', '/judge/丁']])).map(({ what, path }) => [what, path])).toEqual([
    ['2件待judgement环节', '/judge/丁'],
    ['3个单位待审议（常务会议）', '/meeting'],
    ['第1期公示期满（1个单位，1件异议未办结）', '/console/batches/b/notices/1'],
    ['entry环节截止：甲等2个单位', undefined],
    ['entry环节截止：还有1个单位没有开始', undefined],
  ])
})

it('leads nobody to a case that does not wait for them', () => {
  expect(whatComesNext(board, new Map())[0]).toEqual({ key: 'judgement', what: '2件待judgement环节' })
})
