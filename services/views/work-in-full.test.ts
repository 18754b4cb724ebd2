/** The procedure with every kind of step: everybody finds exactly their work, and nobody else does. */
import { beforeEach, expect, it } from 'vitest'
import { seenAs } from '#ledger/seen.ts'
import { AT, DATES, decided, FULL, fullTerms, handedIn, saved, signed, smallCounty } from './fixtures/small-county.ts'

let county: Awaited<ReturnType<typeof smallCounty>>
const dazhuang = 'case/2018-2/dazhuang'
const AT_FULL = { procedure: FULL, dates: DATES }
beforeEach(async () => {
  county = await smallCounty()
  await county.openCall('2018-2', fullTerms)
  await county.openCase('2018-2', 'dazhuang', AT_FULL)
})

const PEOPLE = [
  ...['clerk', 'legal', 'head', 'officer', 'second', 'office-head'],
  ...['secretary', 'group-secretary', 'leader', 'scorer', 'admin', 'school'],
]
/** Who has what to do, as `command text`; whoever has nothing is left out. */
async function work(): Promise<Record<string, string[]>> {
  const found = await Promise.all(
    PEOPLE.map(async (who): Promise<[string, string[]]> => {
      const { items } = await county.worklist(who)
      return [who, items.map(({ command, todo }) => `${command} ${todo}`)]
    }),
  )
  return Object.fromEntries(found.filter(([, items]) => items.length > 0))
}

const draft = { outcome: 'accepted', reason: '符合条件。' }
const accepted = decided('review', 2, 'accepted', 'selection', { by: 'office-head', draftedBy: 'officer' })
const selected = decided('selection', 3, 'cultivated', 'implementation')
const worked = decided('implementation', 4, 'ended', 'declaration', { by: 'time', at: DATES.implementation })
const declaration = { form: 'creation-declaration' }
const declared = [
  saved('clerk', [], declaration),
  signed('head', 'unitHead', declaration),
  decided('declaration', 5, 'declared', 'acceptance', { by: 'clerk' }),
]
const toAssessment = [
  ...[...handedIn, accepted, selected, worked, ...declared],
  decided('acceptance', 6, 'accepted', 'assessment', { by: 'office-head', draftedBy: 'officer' }),
]
const recommended = decided('assessment', 7, 'recommended', 'candidacy')
const candidate = decided('candidacy', 8, 'candidate', 'notice')
const cleared = decided('notice', 9, 'clear', 'proposal')
const proposed = decided('proposal', 10, 'proposed', 'executiveMeeting')
const named = decided('executiveMeeting', 11, 'named', 'naming')

it('officers draft the review, and the head signs, with the draft before their eyes', async () => {
  await county.write(dazhuang, ...handedIn)
  const drafting = { officer: ['draft-decision 拟办“初审”'], second: ['draft-decision 拟办“初审”'] }
  expect(await work()).toEqual(drafting)
  // Nobody decides on their own unit.
  expect(await county.todos('officer-of-dazhuang')).toEqual([])
  const drafted = { type: 'drafted', v: 1, at: AT, by: 'officer', step: 'review', visit: 2, ...draft }
  await county.write(dazhuang, drafted)
  expect(await work()).toEqual({ 'office-head': ['decide-step 签发“初审”'] })
  const [item] = (await county.worklist('office-head')).items
  expect(item).toMatchObject({
    draft: { drafted: seenAs(drafted, dazhuang), outcomeTitle: '通过', reason: '符合条件。', unchecked: true },
    path: '/console/batches/2018-2/steps/review/judge/dazhuang',
  })
  await county.write(dazhuang, { type: 'draftReturned', by: 'office-head', step: 'review', visit: 2, reason: '补充' })
  expect(await work()).toEqual({
    officer: ['draft-decision 拟办被退回：补充'],
    second: ['draft-decision 拟办被退回：补充'],
  })
})

it('whoever judges reads what is still to be decided beside, and whoever signs many', async () => {
  await county.write(dazhuang, ...handedIn)
  const pending = async () => (await county.worklist('officer')).items.map((item) => item.pending)
  expect(await pending()).toEqual([undefined])
  await county.write(dazhuang, { type: 'withdrawalEntered', by: 'clerk', reason: '机构合并' })
  expect(await pending()).toEqual(['有待确认的退出申请'])
  await county.write(dazhuang, { type: 'drafted', by: 'officer', step: 'review', visit: 2, ...draft })
  await county.write(dazhuang, { type: 'vetoRaised', by: 'officer', item: 'veto-3', source: '通报' })
  expect((await county.worklist('office-head')).items.map(({ command, pending: beside }) => [command, beside])).toEqual(
    [
      ['decide-step', '有待确认的一票否决、有待确认的退出申请'],
      ['confirm-veto', undefined],
    ],
  )
})

it('a draft with its checklist is not said to lack it', async () => {
  const filled = { type: 'drafted', by: 'officer', step: 'review', visit: 2, ...draft, checklist: { scope: true } }
  await county.write(dazhuang, ...handedIn, filled)
  const [item] = (await county.worklist('office-head')).items
  expect(item?.draft).toMatchObject({ outcomeTitle: '通过' })
  expect(item?.draft).not.toHaveProperty('unchecked')
})

it('after 代录 by the only officer the head decides without a draft', async () => {
  await county.openCase('2018-2', 'caogou', { ...AT_FULL, by: 'officer', byOffice: true })
  const handed = decided('application', 1, 'submitted', 'review', { by: 'officer', byOffice: true })
  await county.write('case/2018-2/caogou', handed)
  expect(await county.todos('office-head')).toEqual(['草沟镇：办理“初审”'])
  expect(await county.todos('officer')).toEqual([])
  expect(await county.todos('second')).toEqual(['草沟镇：拟办“初审”'])
})

it('a list is submitted by an officer, then decided by the leading group’s secretary', async () => {
  await county.write(dazhuang, ...handedIn, accepted)
  const submitting = ['prepare-list 1个单位等待提请审议“确定培育对象”']
  expect(await work()).toEqual({ officer: submitting, second: submitting })
  await county.write('resolution/2018-2/selection', {
    ...{
      type: 'listPrepared',
      batch: '2018-2',
      step: 'selection',
      trial: false,
      cases: ['dazhuang'],
      visits: { dazhuang: 3 },
      text: '',
    },
    by: 'officer',
  })
  expect(await work()).toEqual({
    'group-secretary': ['record-resolution 1个单位已提请审议“确定培育对象”，请登记决定'],
  })
  expect((await county.worklist('group-secretary')).items).toMatchObject([
    { path: '/console/batches/2018-2/steps/selection/resolutions' },
  ])
  // What a pending veto holds back is decided by no list.
  await county.write(dazhuang, { type: 'vetoRaised', by: 'officer', item: 'veto-3', source: '通报' })
  expect(await work()).toEqual({ 'office-head': ['confirm-veto 确认或不予确认一票否决'] })
})

it('the unit reports from ten days before each report’s own date', async () => {
  await county.write(dazhuang, ...handedIn, accepted, selected)
  county.at('2018-06-30T15:59:59.999Z')
  expect(await work()).toEqual({})
  county.at('2018-06-30T16:00:00.000Z')
  expect(await work()).toEqual({ clerk: ['report-progress 报送2018年第二季度进展报告'] })
  expect((await county.worklist('clerk')).items).toMatchObject([
    { due: { lateFrom: '2018-07-10T16:00:00.000Z' }, path: '/console/cases/2018-2/dazhuang?period=2018-06' },
  ])
  await county.write('duty/2018-2/dazhuang/implementation', {
    ...{
      type: 'reported',
      step: 'implementation',
      period: '2018-06',
      text: '已开展',
      files: [],
      late: false,
      by: 'clerk',
    },
  })
  expect(await work()).toEqual({})
})

it('a board names the reports that a unit owes, from when they wait until they are in or a later one is', async () => {
  await county.write(dazhuang, ...handedIn, accepted, selected)
  const owed = async (at: string) => {
    county.at(at)
    const [one] = (await county.board('officer', '2018-2')).cases
    return [one?.owes, one?.late, one?.reports.map(({ title, late }) => `${title} ${late}`)]
  }
  expect(await owed('2018-06-30T15:00:00.000Z')).toEqual([false, false, []])
  expect(await owed('2018-07-05T01:00:00.000Z')).toEqual([false, false, ['2018年第二季度进展报告 false']])
  expect(await owed('2018-10-05T01:00:00.000Z')).toEqual([
    false,
    true,
    ['2018年第二季度进展报告 true', '2018年第三季度进展报告 false'],
  ])
  await county.write('duty/2018-2/dazhuang/implementation', {
    ...{
      type: 'reported',
      step: 'implementation',
      period: '2018-09',
      text: '已开展',
      files: [],
      late: false,
      by: 'clerk',
    },
  })
  expect(await owed('2018-10-06T01:00:00.000Z')).toEqual([false, false, []])
})

it('a bulletin waits until somebody of the unit has read it, and for nobody else', async () => {
  await county.write(dazhuang, ...handedIn, accepted, selected)
  await county.write('bulletins/2018-2', { type: 'bulletinIssued', title: '上半年情况', text: '进展顺利。', files: [] })
  expect(await work()).toEqual({
    clerk: ['note-bulletin 阅知情况交流第1期：上半年情况'],
    legal: ['note-bulletin 阅知情况交流第1期：上半年情况'],
    head: ['note-bulletin 阅知情况交流第1期：上半年情况'],
  })
  await county.write('received/2018-2/dazhuang', { type: 'bulletinRead', n: 1, by: 'clerk' })
  expect(await work()).toEqual({})
})

it('a finding waits for the unit until it is answered, and then for the office; the board counts it', async () => {
  await county.write(dazhuang, ...handedIn, accepted, selected)
  const stream = 'inspection/2018-2/dazhuang'
  await county.write(stream, {
    ...{ type: 'visited', step: 'implementation', on: '2018-06-20', place: '办公楼', visitors: ['officer'] },
    ...{ text: '查阅材料。', files: [], findings: [{ text: '缺审查记录。', lastDay: '2018-07-20' }] },
  })
  expect(await work()).toEqual({ clerk: ['answer-finding 报送整改情况：第1次监督检查的问题1'] })
  county.at('2018-07-21T01:00:00.000Z')
  const counted = async () => (await county.board('officer', '2018-2')).cases.map(({ findings }) => findings)
  expect(await counted()).toEqual([{ open: 1, late: 1 }])
  const which = { n: 1, item: 1 }
  await county.write(stream, {
    type: 'findingAnswered',
    ...which,
    text: '已补齐。',
    files: [],
    late: true,
    by: 'clerk',
  })
  expect(Object.values(await work()).flat()).toContain('settle-finding 确认整改：第1次监督检查的问题1')
  expect(await counted()).toEqual([{ open: 1, late: 0 }])
  await county.write(stream, { type: 'findingSettled', ...which, outcome: 'mended' })
  expect(await counted()).toEqual([{ open: 0, late: 0 }])
})

it('the declaration is a form of its own, with a sign-off of its own, judged as the application was', async () => {
  await county.write(dazhuang, ...handedIn, accepted, selected, worked)
  county.at('2018-12-03T02:00:00.000Z')
  expect(await work()).toEqual({ clerk: ['save-form 填写“单位申报”的表格'] })
  await county.write(dazhuang, saved('clerk', [], declaration))
  expect(await work()).toEqual({
    clerk: ['submit-form 等待签署“单位主要负责人意见”，然后提交'],
    head: ['sign-form 在线签署“单位主要负责人意见”'],
  })
  expect((await county.worklist('clerk')).items[0]?.due?.lateFrom).toBe(DATES.declaration)
  await county.write(dazhuang, ...declared.slice(1))
  expect(await work()).toEqual({
    officer: ['draft-decision 拟办“申报验收”'],
    second: ['draft-decision 拟办“申报验收”'],
  })
})

it('scorers record every method, and once all have ended the leader settles', async () => {
  await county.write(dazhuang, ...toAssessment)
  const methods = ['听取汇报', '查阅资料', '现场检查', '法律知识测试', '走访服务对象']
  expect(await work()).toEqual({ scorer: methods.map((title) => `record-method 记录“${title}”`) })
  expect((await county.worklist('scorer')).items[2]).toMatchObject({
    path: '/console/cases/2018-2/dazhuang/assessment/siteVisit',
  })
  const end = (visit: number, ...ended: string[]) =>
    county.write(`panel/2018-2/dazhuang/${visit}`, ...ended.map((method) => ({ type: 'methodEnded', method })))
  // Of another visit: a reassessment has a panel of its own.
  await end(6, 'hearing', 'documents')
  await end(7, 'hearing')
  expect(await work()).toEqual({ scorer: methods.slice(1).map((title) => `record-method 记录“${title}”`) })
  await end(7, 'documents', 'siteVisit', 'lawTest', 'interviews')
  expect(await work()).toEqual({ leader: ['settle-inquiry 确定“验收考核”的结果'] })
})

it('candidates are the leader’s list, the proposal the leading group’s, the naming the executive meeting’s', async () => {
  await county.write(dazhuang, ...toAssessment, recommended)
  expect(await work()).toEqual({ leader: ['record-resolution 1个单位等待审议“审定候选单位”，请登记签名名单'] })
  await county.write(dazhuang, candidate, cleared)
  const submitting = ['prepare-list 1个单位等待提请审议“拟认定”']
  expect(await work()).toEqual({ officer: submitting, second: submitting })
  await county.write(dazhuang, proposed)
  expect(await work()).toEqual({ secretary: ['record-resolution 1个单位等待审议“常务会议”，请登记会议决定'] })
})

it('the decision is prepared by an officer and approved by the head', async () => {
  await county.write(dazhuang, ...toAssessment, recommended, candidate, cleared, proposed, named)
  const preparing = ['prepare-announcement 1个单位等待“命名决定”，请拟制']
  expect(await work()).toEqual({ officer: preparing, second: preparing })
  const document = {
    ...{ batch: '2018-2', step: 'naming', trial: false, title: '命名决定', number: '泗政〔2018〕9号' },
    ...{ date: '2018-12-28', lines: [{ case: 'dazhuang', outcome: 'named' }] },
  }
  await county.write('decision/2018-2/1', { type: 'prepared', by: 'officer', ...document })
  expect(await work()).toEqual({ 'office-head': ['approve-announcement 签发“命名决定”'] })
  expect((await county.worklist('office-head')).items).toMatchObject([
    { kind: 'announcement', path: '/console/batches/2018-2/steps/naming/announcements' },
  ])
  await county.write('decision/2018-2/1', {
    ...{ type: 'published', by: 'office-head', preparedBy: 'officer' },
    ...document,
  })
  await county.write(dazhuang, decided('naming', 12, 'named', 'named'))
  expect(await work()).toEqual({})
})
