import { beforeEach, expect, it } from 'vitest'
import { callEvents } from '../../test/given/called.ts'
import {
  DATES,
  decided,
  FULL,
  fullTerms,
  handedIn,
  LATE_FROM,
  published,
  smallCounty,
  terms,
} from './fixtures/small-county.ts'

let county: Awaited<ReturnType<typeof smallCounty>>
beforeEach(async () => {
  county = await smallCounty()
  await county.openCall('2018-2')
  await county.openCase('2018-2', 'dazhuang')
  await county.openCase('2018-2', 'caogou')
})

it('a board counts every step and ending, and flags what is late', async () => {
  await county.write('case/2018-2/caogou', decided('application', 1, 'withdrawn', 'withdrawn'))
  county.at(LATE_FROM)
  const board = await county.board('officer', '2018-2')
  expect(board).toMatchObject({ batch: '2018-2', due: { said: '2018年5月15日24时' } })
  expect(board.steps.filter(({ count }) => count > 0)).toEqual([
    { step: 'application', title: '创建申请', count: 1, ending: false },
    { step: 'withdrawn', title: '主动退出', count: 1, ending: true },
  ])
  expect(board.steps).toHaveLength(11)
  expect(board.cases).toMatchObject([
    { unit: 'caogou', name: '草沟镇', ended: true, late: false, stepTitle: '主动退出' },
    { unit: 'dazhuang', name: '大庄镇', ended: false, late: true },
  ])
})

it('a board names the standard that its call froze, by its newest title', async () => {
  const digest = 'd'.repeat(64)
  await county.write('catalogue/sixian', { type: 'published', number: 1, title: '泗县示范单位标准', digest })
  await county.openCall('2018-3', { standard: { catalogue: 'sixian', version: 1, digest, title: '泗县标准' } })
  expect((await county.board('officer', '2018-3')).standard).toEqual({
    catalogue: 'sixian',
    version: 1,
    title: '泗县示范单位标准',
  })
  expect((await county.board('officer', '2018-2')).standard).toBeUndefined()
})

it('a board shows the acts of its batch', async () => {
  for (const n of [1, 10, 2])
    await county.write(`notice/2018-2/${n}`, ...published(['dazhuang'], { title: `第${n}期` }))
  const checked = ['page', 'mail', 'post', 'dutyLog']
  await county.write('notice/2018-2/2', { type: 'closed', checked, lines: [{ case: 'dazhuang', outcome: 'clear' }] })
  const [prepared = {}] = published(['dazhuang'], { title: '第11期' })
  await county.write('notice/2018-2/11', prepared)
  const { notices, cases } = await county.board('officer', '2018-2')
  expect(cases.map(({ listed }) => listed)).toEqual([false, false])
  expect(notices.map(({ n, state, closed }) => [n, state, closed])).toEqual([
    [1, 'published', false],
    [2, 'closed', true],
    [10, 'published', false],
    [11, 'prepared', false],
  ])
  expect(notices[0]).toEqual({
    ...{ n: 1, step: 'notice', title: '第1期', lastDay: '2018-05-16', state: 'published', closed: false },
    ...{ objections: 0, openObjections: 0, units: 1 },
    due: { lateFrom: '2018-05-16T16:00:00.000Z', said: '2018年5月16日24时' },
  })
})

it('a board tells cases that are listed from those that wait for a notice', async () => {
  for (const unit of ['dazhuang', 'caogou'])
    await county.write(`case/2018-2/${unit}`, decided('review', 2, 'accepted', 'notice'))
  await county.write('notice/2018-2/1', ...published(['dazhuang']))
  const { cases, lists } = await county.board('officer', '2018-2')
  expect(cases).toMatchObject([
    { unit: 'caogou', stepKind: 'notice', listed: false },
    { unit: 'dazhuang', stepKind: 'notice', listed: true },
  ])
  expect(lists.map(({ step, waiting }) => [step, waiting])).toEqual([
    ['notice', 1],
    ['executiveMeeting', 0],
  ])
})

it('a board says what its reader may do, list by list and about units', async () => {
  await county.openCall('2018-3', fullTerms)
  const may = async (who: string) => {
    const { lists, may } = await county.board(who, '2018-3')
    return { may, lists: Object.fromEntries(lists.map(({ step, commands }) => [step, commands])) }
  }
  const { lists } = await county.board('officer', '2018-3')
  expect(lists.map(({ step, kind, path }) => [step, kind, path])).toEqual([
    ['selection', 'resolution', '/console/batches/2018-3/steps/selection/resolutions'],
    ['candidacy', 'resolution', '/console/batches/2018-3/steps/candidacy/resolutions'],
    ['notice', 'notice', '/console/batches/2018-3/steps/notice/notices/new'],
    ['proposal', 'resolution', '/console/batches/2018-3/steps/proposal/resolutions'],
    ['executiveMeeting', 'resolution', '/console/batches/2018-3/steps/executiveMeeting/resolutions'],
    ['naming', 'announcement', '/console/batches/2018-3/steps/naming/announcements'],
  ])
  // Where nothing waits for anybody nothing is to be done.
  for (const who of ['officer', 'office-head', 'group-secretary', 'secretary'])
    expect(Object.values((await may(who)).lists).flat()).toEqual([])
  for (const unit of ['dazhuang', 'caogou', 'huangwei', 'pingshan'])
    await county.openCase('2018-3', unit, { procedure: FULL, dates: DATES })
  await county.write('case/2018-3/dazhuang', decided('review', 2, 'accepted', 'selection'))
  await county.write('case/2018-3/caogou', decided('candidacy', 2, 'candidate', 'notice'))
  await county.write('case/2018-3/huangwei', decided('proposal', 2, 'proposed', 'executiveMeeting'))
  await county.write('case/2018-3/pingshan', decided('executiveMeeting', 2, 'named', 'naming'))
  expect(await may('officer')).toMatchObject({
    may: ['open-case', 'save-form', 'remind-units', 'issue-bulletin'],
    lists: {
      ...{ selection: ['prepare-list'], candidacy: [], notice: ['prepare-notice'] },
      ...{ executiveMeeting: [], naming: ['prepare-announcement'] },
    },
  })
  expect(await may('office-head')).toMatchObject({
    may: ['remind-units', 'issue-bulletin'],
    lists: { selection: [], notice: [] },
  })
  expect(await may('secretary')).toMatchObject({ lists: { selection: [], executiveMeeting: ['record-resolution'] } })
  const of = { batch: '2018-3', step: 'selection', trial: false }
  await county.write('resolution/2018-3/selection', {
    type: 'listPrepared',
    ...of,
    cases: ['dazhuang'],
    visits: { dazhuang: 2 },
    text: '',
  })
  expect(await may('group-secretary')).toMatchObject({
    may: [],
    lists: { selection: ['record-resolution'], notice: [] },
  })
  expect((await may('officer')).lists.selection).toEqual([])
})

it('a board offers approval to whoever did not prepare, at the very notice', async () => {
  await county.write('case/2018-2/dazhuang', decided('review', 2, 'accepted', 'notice'))
  const [prepared = {}] = published(['dazhuang'])
  const atNotice = async (who: string) => {
    const list = (await county.board(who, '2018-2')).lists.find(({ kind }) => kind === 'notice')
    return [list?.commands, list?.path]
  }
  await county.write('notice/2018-2/1', { ...prepared, by: 'officer' })
  expect(await atNotice('office-head')).toEqual([['approve-notice'], '/console/batches/2018-2/notices/1'])
  await county.write('notice/2018-2/1', { ...prepared, by: 'office-head' })
  expect(await atNotice('office-head')).toEqual([[], '/console/batches/2018-2/notices/1'])
})

it('a board tells whom a prepared act names to nobody but those who prepare and approve it', async () => {
  for (const unit of ['dazhuang', 'caogou'])
    await county.write(`case/2018-2/${unit}`, decided('review', 2, 'accepted', 'notice'))
  const seenBy = async (who: string) => {
    const { lists, cases, notices } = await county.board(who, '2018-2')
    const list = lists.find(({ kind }) => kind === 'notice')
    return [list?.waiting, list?.path, cases.map(({ listed }) => listed), notices.length]
  }
  const nothing = await seenBy('group-secretary')
  expect(nothing).toEqual([2, undefined, [false, false], 0])
  const [prepared = {}, approved = {}] = published(['dazhuang'])
  await county.write('notice/2018-2/1', { ...prepared, by: 'officer' })
  expect(await seenBy('group-secretary')).toEqual(nothing)
  expect(await seenBy('officer')).toEqual([1, expect.any(String), [false, true], 1])
  await county.write('notice/2018-2/1', approved)
  expect(await seenBy('group-secretary')).toEqual([1, '/console/batches/2018-2/notices/1', [false, true], 1])
})

it('a board counts what waits at a list whether it was submitted or not, and tells who owes a form', async () => {
  await county.openCall('2018-3', fullTerms)
  for (const unit of ['dazhuang', 'caogou']) await county.openCase('2018-3', unit, { procedure: FULL, dates: DATES })
  await county.write('case/2018-3/dazhuang', ...handedIn, decided('review', 2, 'accepted', 'selection'))
  const waiting = async () => (await county.board('officer', '2018-3')).lists[0]?.waiting
  expect(await waiting()).toBe(1)
  await county.write('resolution/2018-3/selection', {
    ...{
      type: 'listPrepared',
      batch: '2018-3',
      step: 'selection',
      trial: false,
      cases: ['dazhuang'],
      visits: { dazhuang: 3 },
      text: '',
    },
  })
  expect(await waiting()).toBe(1)
  const standing = async () =>
    (await county.board('officer', '2018-3')).cases.map(({ unit, stepKind, owes }) => [unit, stepKind, owes])
  expect(await standing()).toEqual([
    ['caogou', 'entry', true],
    ['dazhuang', 'resolution', false],
  ])
  await county.write('case/2018-3/dazhuang', decided('selection', 3, 'notSelected', 'notSelected'))
  expect(await standing()).toEqual([
    ['caogou', 'entry', true],
    ['dazhuang', undefined, false],
  ])
  expect(await waiting()).toBe(0)
})

it('a board names who has not begun, and who let the day go by as long as they may be given another; never in a trial', async () => {
  await county.openCall('2018-3')
  await county.openCase('2018-3', 'dazhuang')
  await county.openCall('2018-9', { trial: true })
  const notBegun = async (batch: string) => (await county.board('officer', batch)).notBegun
  expect(await notBegun('2018-3')).toEqual([
    {
      ...{ unit: 'caogou', name: '草沟镇', late: false, extend: false },
      due: { lateFrom: LATE_FROM, said: '2018年5月15日24时' },
    },
  ])
  expect(await notBegun('2018-2')).toEqual([])
  expect(await notBegun('2018-9')).toEqual([])
  county.at(LATE_FROM)
  expect(await notBegun('2018-3')).toMatchObject([{ unit: 'caogou', late: true, extend: false }])
  expect((await county.board('office-head', '2018-3')).notBegun).toMatchObject([{ late: true, extend: true }])
  expect(await notBegun('2018-9')).toEqual([])
  county.at('2019-05-15T16:00:00.000Z')
  expect(await notBegun('2018-3')).toEqual([])
})

it('a board is refused to a unit, and where there is no such batch', async () => {
  expect(await county.get('clerk', '/api/batches/2018-2')).toMatchObject({ status: 403 })
  expect(await county.get('officer', '/api/batches/2018-7')).toMatchObject({
    status: 404,
    body: { error: '没有编号为“2018-7”的批次；请从批次列表进入。' },
  })
})

it('batches are listed, the newest call first, trials marked', async () => {
  // Called later, and to be begun earlier.
  const dates = { application: { lastDay: '2018-05-12' } }
  const called = callEvents({ ...terms, trial: true, dates }, '2018-05-11T02:00:00.000Z')
  await county.write('batch/2018-9', ...called)
  expect(await county.get('clerk', '/api/batches')).toMatchObject({
    body: {
      batches: [
        { batch: '2018-9', trial: true, due: { said: '2018年5月12日24时' } },
        { batch: '2018-2', trial: false, due: { said: '2018年5月15日24时' } },
      ],
    },
  })
})

it('the register shows titles with names, never those of a trial', async () => {
  await county.openCall('2018-9', { trial: true })
  const conferred = (unit: string, batch: string, on: string) => ({
    type: 'conferred',
    unit,
    batch,
    on,
    act: { stream: `resolution/${batch}/executiveMeeting`, number: 1 },
  })
  await county.write('title/dazhuang/2018-2', conferred('dazhuang', '2018-2', '2018-12-20'))
  await county.write('title/caogou/2018-9', conferred('caogou', '2018-9', '2018-12-21'))
  const { body } = await county.get('clerk', '/api/register')
  const line = { unit: 'dazhuang', name: '大庄镇', batch: '2018-2', on: '2018-12-20', standing: 'held', ofSystem: true }
  const path = '/console/titles/2018-2/dazhuang'
  expect(body).toEqual({ titles: [{ ...line, hasCase: true, standingTitle: '有效', path }] })
  // Of one day by name, where an id would have put the older characters first.
  await county.write('unit/a1', { type: 'registered', unit: 'a1', name: '张圩镇', kind: 'town', inScope: true })
  await county.write('title/a1/2018-2', conferred('a1', '2018-2', '2018-12-20'))
  await county.write('title/caogou/2018-2', conferred('caogou', '2018-2', '2018-12-21'))
  const again = await county.get('clerk', '/api/register')
  expect(again.body).toMatchObject({
    titles: [{ name: '草沟镇', hasCase: false }, { name: '大庄镇' }, { name: '张圩镇' }],
  })
})
