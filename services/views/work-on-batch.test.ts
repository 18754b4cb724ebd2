import { beforeEach, expect, it } from 'vitest'
import { viewsEndpoints } from '#contracts/views.ts'
import { AT, decided, handedIn, LATE_FROM, smallCounty, terms } from './fixtures/small-county.ts'

let county: Awaited<ReturnType<typeof smallCounty>>
beforeEach(async () => {
  county = await smallCounty()
  await county.openCall('2018-2')
})
const dates = { application: { from: { lastDay: '2018-05-15' }, to: { lastDay: '2018-05-31' } } }
const prepared = { type: 'amendmentPrepared', by: 'officer', dates, reason: '汛情。' }
const amended = { ...prepared, type: 'amended', by: 'office-head', preparedBy: 'officer', preparedAt: LATE_FROM }
const cancelling = { type: 'cancellingPrepared', by: 'officer', reason: '上级暂停。' }
const ended = { ...cancelling, type: 'batchCancelled', by: 'office-head', preparedBy: 'officer', preparedAt: LATE_FROM }
const LATER = '2018-05-31T16:00:00.000Z'

it('a call that is prepared waits for the head alone, and stands on no list but the office’s', async () => {
  await county.write('batch/2018-3', { type: 'callPrepared', by: 'officer', terms: { ...terms, title: '第三批' } })
  expect((await county.worklist('office-head')).items).toMatchObject([
    {
      ...{ kind: 'batch', command: 'open-call', todo: '签发创建通知', title: '第三批', batch: '2018-3' },
      ...{ stepTitle: '创建通知', path: '/console/batches/2018-3/call', since: AT },
    },
  ])
  for (const who of ['officer', 'second', 'secretary', 'clerk'])
    expect(await county.todos(who)).not.toContainEqual(expect.stringContaining('第三批'))
  const listed = async (who: string) =>
    viewsEndpoints.listBatches.response.parse((await county.get(who, '/api/batches')).body)
  const calls = [{ batch: '2018-3', title: '第三批', trial: false }]
  for (const who of ['officer', 'office-head']) expect((await listed(who)).calls).toEqual(calls)
  for (const who of ['clerk', 'secretary', 'scorer']) expect((await listed(who)).calls).toEqual([])
  expect((await listed('officer')).batches.map(({ batch }) => batch)).toEqual(['2018-2'])
  await county.write('batch/2018-3', { type: 'callOpened', by: 'office-head', prepared: 'ca'.repeat(32) })
  expect((await listed('officer')).calls).toEqual([])
  expect(await county.todos('office-head')).toEqual([])
})

it('an amendment waits for the head alone, even after every date has passed, until it is approved or goes back', async () => {
  await county.write('batch/2018-2', prepared)
  county.at('2018-08-01T00:00:00.000Z')
  expect(await county.worklist('office-head')).toMatchObject({
    items: [
      {
        ...{ kind: 'batch', command: 'approve-amendment', todo: '签发变更通知', title: '第二批示范单位创建' },
        ...{ stepTitle: '创建申请', path: '/console/batches/2018-2' },
      },
    ],
  })
  expect([await county.todos('officer'), await county.todos('secretary')]).toEqual([[], []])
  await county.write('batch/2018-2', { type: 'amendmentReturned', by: 'office-head', reason: '再核' })
  expect(await county.todos('office-head')).toEqual([])
  expect(await county.todos('officer')).toEqual(['第二批示范单位创建：变更通知被退回，请修改后重新送签：再核'])
  await county.write('batch/2018-2', cancelling)
  expect(await county.todos('office-head')).toEqual(['第二批示范单位创建：签发取消批次的决定'])
})

it('whoever prepared does not approve, whatever they hold', async () => {
  await county.write('batch/2018-2', { ...prepared, by: 'office-head' })
  expect(await county.todos('office-head')).toEqual([])
})

it('what is prepared, and what came back, waits for nobody of a unit that takes part', async () => {
  const appointed = (who: string, unit: string) =>
    county.write(`person/${who}`, { type: 'appointed', held: { from: '2018-01-01', appointment: 'unitClerk', unit } })
  await county.write('batch/2018-2', prepared)
  await appointed('office-head', 'huangwei')
  expect(await county.todos('office-head')).toEqual(['第二批示范单位创建：签发变更通知'])
  await county.openCase('2018-2', 'huangwei')
  expect(await county.todos('office-head')).not.toContain('第二批示范单位创建：签发变更通知')
  await county.write('batch/2018-2', { type: 'amendmentReturned', by: 'second', reason: '再核' })
  const back = '第二批示范单位创建：变更通知被退回，请修改后重新送签：再核'
  expect(await county.todos('officer')).toEqual([back])
  await appointed('officer', 'caogou')
  expect(await county.todos('officer')).not.toContain(back)
})

it('worklist, board and list of batches go by the later date, also past what one unit was given', async () => {
  const extended = { type: 'extended', by: 'office-head', batch: '2018-2', step: 'application', reason: '汛' }
  await county.write('case/2018-2/dazhuang', { ...extended, unit: 'dazhuang', lateFrom: '2018-05-20T16:00:00.000Z' })
  await county.write('batch/2018-2', prepared, amended)
  county.at('2018-05-25T00:00:00.000Z')
  expect((await county.worklist('clerk')).items).toMatchObject([{ command: 'open-case', due: { lateFrom: LATER } }])
  const board = await county.board('officer', '2018-2')
  expect([board.due?.lateFrom, ...board.notBegun.map(({ due }) => due?.lateFrom)]).toEqual([LATER, LATER, LATER])
})

it('worklist and board go by an amended date before its news has reached the case', async () => {
  await county.openCase('2018-2', 'dazhuang')
  county.at('2018-05-16T00:00:00.000Z')
  const clerks = async () => (await county.worklist('clerk')).items.map(({ command, due }) => [command, due?.lateFrom])
  const onBoard = async () =>
    (await county.board('officer', '2018-2')).cases.map(({ due, late }) => [due?.lateFrom, late])
  expect([await clerks(), await onBoard()]).toEqual([[], [[LATE_FROM, true]]])
  const at = '2018-05-11T00:00:00.000Z'
  await county.write('batch/2018-2', prepared, { ...amended, at })
  expect([await clerks(), await onBoard()]).toEqual([[['save-form', LATER]], [[LATER, false]]])
})

it('nothing waits in a batch that is cancelled, but the answer to an objection', async () => {
  await county.openCase('2018-2', 'dazhuang')
  await county.write('case/2018-2/dazhuang', ...handedIn, decided('review', 2, 'accepted', 'notice'))
  await county.openCase('2018-2', 'caogou')
  expect(await county.todos('officer')).not.toEqual([])
  const longer = { type: 'extended', by: 'office-head', batch: '2018-3', step: 'application', reason: '汛' }
  await county.openCall('2018-3')
  await county.write('case/2018-3/dazhuang', { ...longer, unit: 'dazhuang', lateFrom: LATER })
  expect(await county.todos('clerk')).not.toEqual([])
  for (const batch of ['2018-2', '2018-3']) await county.write(`batch/${batch}`, cancelling, ended)
  for (const who of ['officer', 'office-head', 'clerk', 'head', 'secretary'])
    expect(await county.todos(who)).toEqual([])
  expect(await county.board('officer', '2018-2')).toMatchObject({
    cancelled: { said: '2018年5月10日10时00分', reason: '上级暂停。' },
    ...{ may: [], lists: [], notBegun: [] },
  })
  const received = { type: 'received', notice: 'notice/2018-2/1', about: 'dazhuang', answerBy: '2018-06-01' }
  await county.write('objection/yi-1', received)
  expect(await county.todos('officer')).toEqual(['大庄镇：决定是否受理异议yi-1'])
})
