import { beforeEach, expect, it } from 'vitest'
import { decided, handedIn, published, smallCounty } from './fixtures/small-county.ts'

let county: Awaited<ReturnType<typeof smallCounty>>
beforeEach(async () => {
  county = await smallCounty()
  await county.openCall('2018-2')
})

const stand = async (unit: string, ...steps: object[]) => {
  await county.openCase('2018-2', unit)
  await county.write(`case/2018-2/${unit}`, ...handedIn, ...steps)
}
const atNotice = [decided('review', 2, 'accepted', 'notice')]
const atMeeting = [...atNotice, decided('notice', 3, 'clear', 'executiveMeeting')]
const listed = (n: number) => ({
  type: 'listed',
  act: { stream: `notice/2018-2/${n}`, number: 2 },
  lateFrom: '2018-05-16T16:00:00.000Z',
})
const vetoed = { type: 'vetoRaised', by: 'officer', item: 'veto-3', source: '通报' }

it('one line asks for the notice, until the notice names them', async () => {
  await stand('dazhuang', ...atNotice)
  await stand('caogou', ...atNotice)
  expect(await county.worklist('officer')).toMatchObject({
    items: [
      {
        kind: 'notice',
        command: 'prepare-notice',
        todo: '2个单位等待“公示”，请拟制',
        title: '第二批示范单位创建',
        path: '/console/batches/2018-2/steps/notice/notices/new',
      },
    ],
  })
  // Before any row of theirs says so.
  await county.write('notice/2018-2/1', ...published(['dazhuang']))
  expect(await county.todos('officer')).toEqual(['第二批示范单位创建：1个单位等待“公示”，请拟制'])
  // Before the notice's own row does.
  await county.write('case/2018-2/caogou', listed(2))
  expect(await county.todos('officer')).toEqual([])
})

it('a case with a pending veto waits for that, not for a list', async () => {
  await stand('dazhuang', ...atNotice)
  await stand('caogou', ...atNotice, vetoed)
  expect(await county.todos('officer')).toEqual(['第二批示范单位创建：1个单位等待“公示”，请拟制'])
})

it('what one has prepared waits for another’s approval, and is no more to be prepared', async () => {
  await stand('dazhuang', ...atNotice)
  const [prepared, approved] = published(['dazhuang'])
  await county.write('notice/2018-2/1', { ...prepared, by: 'officer' })
  expect(await county.todos('officer')).toEqual([])
  expect(await county.worklist('office-head')).toMatchObject({
    items: [{ command: 'approve-notice', todo: '签发“公示”', path: '/console/batches/2018-2/notices/1' }],
  })
  await county.write('notice/2018-2/1', { type: 'preparationReturned', by: 'office-head', reason: '地点有误' })
  expect(await county.todos('office-head')).toEqual([])
  expect(await county.todos('officer')).toEqual(['第二批示范单位创建：“公示”被退回，请修改后重新送签：地点有误'])
  await county.write('notice/2018-2/1', { ...prepared, by: 'officer' }, { ...approved, by: 'office-head' })
  expect([await county.todos('officer'), await county.todos('office-head')]).toEqual([[], []])
})

it('nobody approves what they have prepared', async () => {
  await stand('dazhuang', ...atNotice)
  const [prepared] = published(['dazhuang'])
  await county.write('notice/2018-2/1', { ...prepared, by: 'office-head' })
  expect(await county.todos('office-head')).toEqual([])
})

it('a notice waits to be closed two minutes after its period, and again for whom a veto kept from its line', async () => {
  await stand('dazhuang', ...atNotice, listed(1))
  await county.write('notice/2018-2/1', ...published(['dazhuang']))
  county.at('2018-05-16T16:01:59.999Z')
  expect(await county.todos('officer')).toEqual([])
  county.at('2018-05-16T16:02:00.000Z')
  expect(await county.worklist('officer')).toMatchObject({
    items: [
      {
        command: 'close-notice',
        todo: '“公示”已期满，请核对各渠道后结束公示',
        path: '/console/batches/2018-2/notices/1',
      },
    ],
  })
  const line = { case: 'dazhuang', outcome: 'clear' }
  const checked = ['page', 'mail', 'post', 'dutyLog']
  await county.write('case/2018-2/dazhuang', vetoed)
  await county.write(
    'notice/2018-2/1',
    { type: 'closed', checked, lines: [line] },
    { type: 'setAside', ...line, number: 3, reason: '有一票否决待确认', waits: true },
  )
  expect(await county.todos('officer')).toEqual([])
  await county.write('case/2018-2/dazhuang', { type: 'vetoDismissed', by: 'office-head', reason: '查无' })
  expect(await county.todos('officer')).toEqual(['第二批示范单位创建：“公示”还有1个单位等待公示结果'])
  await county.write('notice/2018-2/1', { type: 'closed', checked, lines: [line] })
  expect(await county.todos('officer')).toEqual([])
})

it('one line asks the meeting secretary for the resolution', async () => {
  await stand('dazhuang', ...atMeeting)
  await stand('caogou', ...atMeeting)
  expect(await county.worklist('secretary')).toMatchObject({
    items: [
      {
        kind: 'resolution',
        command: 'record-resolution',
        todo: '2个单位等待审议“常务会议”，请登记会议决定',
        path: '/console/batches/2018-2/steps/executiveMeeting/resolutions',
      },
    ],
  })
  expect(await county.todos('officer')).toEqual([])
})

it('objections wait for admission, then for the finding, the soonest reply first', async () => {
  const received = (about: string, answerBy: string) => ({
    type: 'received',
    notice: 'notice/2018-2/1',
    about,
    answerBy,
  })
  await county.write('objection/yi-1', received('dazhuang', '2018-06-01'))
  await county.write('objection/yi-2', received('caogou', '2018-05-30'))
  const about = async (who: string) => (await county.todos(who)).filter((todo) => todo.includes('异议'))
  expect(await about('officer')).toEqual(['草沟镇：决定是否受理异议yi-2', '大庄镇：决定是否受理异议yi-1'])
  expect(await about('officer-of-dazhuang')).toEqual(['草沟镇：决定是否受理异议yi-2'])
  expect((await county.worklist('officer')).items[0]).toMatchObject({ command: 'admit-objection', step: 'notice' })
  expect((await county.worklist('office-head')).items[0]).toMatchObject({ command: 'admit-objection' })
  // Whoever entered one does not decide on its admission.
  await county.write('objection/yi-3', { ...received('caogou', '2018-06-02'), by: 'officer' })
  expect(await about('officer')).toHaveLength(2)
  expect(await about('office-head')).toHaveLength(3)
  await county.write('objection/yi-3', { type: 'declined', by: 'office-head', reason: '无关' })
  expect(await about('secretary')).toEqual([])
  await county.write('objection/yi-1', { type: 'admitted', by: 'officer' })
  const { items } = await county.worklist('office-head')
  expect(items[1]).toMatchObject({
    kind: 'objection',
    command: 'find-objection',
    todo: '调查、认定并答复异议yi-1',
    due: { lateFrom: '2018-06-01T16:00:00.000Z', said: '2018年6月1日24时' },
    path: '/console/batches/2018-2/notices/1',
  })
  expect(await about('officer')).toHaveLength(1)
})

it('an objection is settled by nobody who had a hand in a form of its case, be that open or ended', async () => {
  const received = { type: 'received', notice: 'notice/2018-2/1', answerBy: '2018-06-01' }
  for (const unit of ['dazhuang', 'caogou']) await county.openCase('2018-2', unit, { by: 'office-head' })
  await county.write('case/2018-2/caogou', decided('application', 1, 'withdrawn', 'withdrawn'))
  await county.write('objection/yi-1', { ...received, about: 'dazhuang' })
  await county.write('objection/yi-2', { ...received, about: 'caogou' }, { type: 'admitted', by: 'officer' })
  const about = async (who: string) => (await county.todos(who)).filter((todo) => todo.includes('异议'))
  // That one is looked into decides nothing yet.
  for (const who of ['office-head', 'officer']) expect(await about(who)).toEqual(['大庄镇：决定是否受理异议yi-1'])
})
