/** One line of a meeting that the secretary recorded wrongly: drafted by them, signed by the office's head, taken at once. */
import { beforeEach, describe, expect, it } from 'vitest'
import { applyLine } from '#case/apply-line.ts'
import { caseKind } from '#case/case.ts'
import { lapse } from '#case/lapse.ts'
import { resolutionPage } from '#contracts/meeting.ts'
import { execute } from '#ledger/ledger.ts'
import { resolutionKind } from '#steps/resolution/resolution.ts'
import { file, intakeCounty } from '../fixtures/intake-county.ts'
import { accept, CASE, click, count, county, follow, openWholeCounty, page, refusal } from '../fixtures/whole-county.ts'

const STREAM = 'resolution/2018-2/selection'
const PATH = 'steps/selection/correction'
const list = { cases: ['dazhuang'], visits: { dazhuang: 3 }, text: '请审议' }
const meeting = {
  ...{ meeting: '领导小组第3次会议', number: '泗依法领〔2018〕3号', date: '2018-05-10', minutes: file(9) },
  ...{ present: ['王副县长', '李主任', '钱局长'], absent: [], recusals: [], exceptions: [] },
  ...{ how: { kind: 'vote', inFavour: 3, against: 0, abstained: 0 }, cases: ['dazhuang'], outcome: 'notSelected' },
}
const said = {
  outcome: 'cultivated',
  reason: '登记时选错了一行。',
  inMinutes: '第二项：列入培育，同意3票。',
  corrects: 3,
}
const draft = (body: object = {}, who = 'group-secretary') => click(who, PATH, { ...said, ...body })
const sign = async (who = 'office-head', key?: string) =>
  click(who, `${PATH}/sign`, { drafted: (await page('office-head')).correction?.drafted }, key)
const show = async (who = 'group-secretary') =>
  resolutionPage.parse((await county.get(who, 'batches/2018-2/steps/selection/resolutions')).body)
const commandOf = async (who: string, name: string) => (await page(who)).commands.find((one) => one.name === name)

beforeEach(async () => {
  await openWholeCounty()
  await county.submitted()
  await accept('review')
  await county.post('officer', 'batches/2018-2/steps/selection/list', list)
  await county.post('group-secretary', 'batches/2018-2/steps/selection/resolutions', meeting)
  await follow('selection', 'notSelected', STREAM, 2)
})

describe('a line of a meeting', () => {
  it('is corrected where it stands: by whoever records the meetings, signed by the office’s head', async () => {
    expect(await commandOf('group-secretary', 'draft-correction')).toMatchObject({
      title: '拟更正“确定培育对象”结论',
      path: '/api/cases/2018-2/dazhuang/steps/selection/correction',
      fields: [{ name: 'outcome' }, { name: 'inMinutes', label: '会议纪要的记载' }, { name: 'reason' }],
      values: { corrects: 3 },
    })
    expect((await page('group-secretary')).timeline.at(-1)).toMatchObject({
      event: '未列入培育',
      undo: 'draft-correction',
    })
    const drafted = (await draft()).page()
    expect(drafted).toMatchObject({
      step: 'notSelected',
      correction: {
        ...{ by: '冯秘书（领导小组秘书）', outcomeTitle: '列入培育', reason: said.reason },
        inMinutes: '领导小组第3次会议（泗依法领〔2018〕3号）会议纪要的记载：第二项：列入培育，同意3票。',
      },
    })
    expect(await commandOf('group-secretary', 'sign-correction')).toBeUndefined()
    expect(await commandOf('office-head', 'sign-correction')).toMatchObject({
      title: '签发“确定培育对象”结论的更正',
      confirm: expect.stringContaining('更正后本件不再是办结状态'),
      todo: '签发更正',
    })
    expect((await sign()).page()).toMatchObject({ step: 'implementation', ended: false, visit: 5 })
    const told = (await page('dazhuang-clerk')).timeline.slice(-2)
    expect(told).toMatchObject([
      { event: '未列入培育', replaced: true, note: expect.stringMatching(/^已更正，见/) },
      { event: '更正为：列入培育', reason: said.reason, note: expect.stringContaining('同意3票') },
    ])
    expect((await show()).meetings[0]?.lines).toMatchObject([
      {
        outcome: 'notSelected',
        corrected: [{ outcome: 'cultivated', outcomeTitle: '列入培育', by: '赵主任', draftedBy: '冯秘书' }],
      },
    ])
    // Nothing waits for it any more where its case has gone on.
    expect((await show()).waiting).toEqual([])
  })
  it('goes back to the secretary, whose to-do it is until they mend it or let it rest', async () => {
    await draft()
    const { drafted } = (await page('office-head')).correction ?? {}
    expect((await click('office-head', `${PATH}/return`, { drafted, reason: '纪要第二项不是这样写的。' })).status).toBe(
      200,
    )
    const back = await page('group-secretary')
    expect(back.commands.find(({ name }) => name === 'draft-correction')?.todo).toMatch(/^更正被退回/)
    expect(back.commands.find(({ name }) => name === 'return-correction')?.title).toBe('不再更正')
    expect((await refusal(draft())).error).toMatch(/^更正已于.*退回/)
    expect((await click('group-secretary', `${PATH}/return`, { drafted })).status).toBe(200)
    expect(await count(STREAM)).toBe(2)
  })
  it('is refused to the office’s officers, to another body’s secretary, to the unit, and to who drafted it', async () => {
    for (const who of ['officer', 'secretary', 'dazhuang-clerk']) {
      expect((await draft({}, who)).status).toBe(403)
      expect(await commandOf(who, 'draft-correction').catch(() => undefined)).toBeUndefined()
    }
    expect((await page('officer')).final).toMatch(
      /^这是会议决定；登记有误、后面还没有办理的，由登记会议决定的人员拟订更正/,
    )
    await draft()
    expect((await sign('group-secretary')).status).toBe(403)
    expect((await page('dazhuang-clerk')).correction).toBeUndefined()
    expect(await count(STREAM)).toBe(2)
  })
  it('is incomplete without a word of the minutes, and with the outcome that stands', async () => {
    expect((await refusal(draft({ inMinutes: undefined }))).fields).toEqual({ inMinutes: '请填写会议纪要的记载' })
    for (const inMinutes of ['请填写列入培育的情况', '第二项：（单位名称）列入培育，同意3票。'])
      expect((await refusal(draft({ inMinutes }))).fields, inMinutes).toEqual({
        inMinutes: expect.stringContaining('没有填好；请改成实际内容'),
      })
    expect((await refusal(draft({ outcome: 'notSelected' }))).fields).toEqual({ outcome: '请选择不同的结论' })
    expect((await refusal(draft({ outcome: 'named' }))).fields).toHaveProperty('outcome')
  })
  it('has no questions that reopen, no indicators and no day: what is sent of them is refused, not dropped', async () => {
    const sent = { reopens: ['reason'], indicators: ['s-1'], lastDay: '2018-05-30' }
    expect((await refusal(draft(sent))).fields).toEqual(
      Object.fromEntries(Object.keys(sent).map((field) => [field, '没有这一填写栏'])),
    )
    expect(await count(STREAM)).toBe(2)
  })
  it('tells whoever signs that the record names another outcome, and the unit whose words they are', async () => {
    await draft({ inMinutes: '第二项：大庄镇未列入培育。' })
    expect((await page('office-head')).correction?.atOdds).toBe(
      '会议纪要的记载中写的是“未列入培育”，结论却是“列入培育”',
    )
    await draft({ replaces: (await page('group-secretary')).correction?.drafted })
    expect((await page('office-head')).correction).not.toHaveProperty('atOdds')
    await sign()
    expect((await page('dazhuang-clerk')).result).toMatchObject({
      ...{ step: '确定培育对象', outcome: '列入培育' },
      ...{ reason: said.inMinutes, record: '会议纪要' },
    })
  })
  it('is signed once: a second click and another head’s change nothing', async () => {
    await draft()
    const { drafted } = (await page('office-head')).correction ?? {}
    const signing = () => click('office-head', `${PATH}/sign`, { drafted }, 'one-and-the-same-click')
    const [once, twice] = [await signing(), await signing()]
    expect([once.status, twice.status]).toEqual([200, 200])
    expect([await count(STREAM), await count()]).toEqual([3, 9 + 1])
  })
  it('is not corrected any more once the next decision rests on it, and says which', async () => {
    await draft()
    await sign()
    county.clock.at = '2018-10-31T16:03:00.000Z'
    await county.run(caseKind, CASE, lapse(county.clock.at))
    const refused = await refusal(draft({ outcome: 'notSelected', corrects: 4 }))
    expect(refused.error).toMatch(/之后已有新的办理（.*实施期满），结论不能再更正；确需改变的，由新的会议决定办理。/)
    expect(await commandOf('group-secretary', 'draft-correction')).toBeUndefined()
  })
})

it('says that a later decision came first where one was taken while the correction was being signed', async () => {
  let between: (() => Promise<unknown>) | undefined
  const own = await intakeCounty((stores) => ({
    ...stores,
    ledger: {
      ...stores.ledger,
      async append(head, ...commit) {
        const written = await stores.ledger.append(head, ...commit)
        const then = head.stream === MEETINGS ? between : undefined
        between = undefined
        await then?.()
        return written
      },
    },
  }))
  const MEETINGS = 'resolution/2018-2/executiveMeeting'
  const stream = 'case/2018-2/dazhuang'
  await own.call()
  await own.submitted()
  await own.click('officer', 'dazhuang/steps/review/decide', { outcome: 'accepted', reason: '符合' })
  const take = (step: string, outcome: string, act: { stream: string; number: number }) =>
    own.run(caseKind, stream, applyLine({ step, outcome, act }, { by: 'secretary', received: own.clock.at }))
  await take('notice', 'clear', { stream: 'notice/2018-2/1', number: 2 })
  const body = { ...meeting, cases: ['dazhuang'], how: { kind: 'discussion' }, outcome: 'deferred' }
  await own.post('secretary', 'batches/2018-2/steps/executiveMeeting/resolutions', body)
  await take('executiveMeeting', 'deferred', { stream: MEETINGS, number: 1 })
  const path = 'dazhuang/steps/executiveMeeting/correction'
  expect((await own.click('secretary', path, { ...said, outcome: 'refused', corrects: 4 })).status).toBe(200)
  const { drafted } = (await own.get('office-head', 'cases/2018-2/dazhuang')).page().correction ?? {}
  // The next meeting's line reaches the case before the corrected one does.
  between = () => take('executiveMeeting', 'named', { stream: MEETINGS, number: 9 })
  const answer = await own.click('office-head', `${path}/sign`, { drafted })
  expect([answer.status, answer.refusal().error]).toEqual([409, expect.stringContaining('请刷新')])
  const { timeline, ...page } = (await own.get('office-head', 'cases/2018-2/dazhuang')).page()
  expect(page).toMatchObject({ step: 'named', ended: true })
  expect(timeline.find(({ event }) => event === '拟更正为：不予通过')?.note).toMatch(
    /^没有签发，2018年\d+月\d+日\d+时\d+分已有新的办理，不再更正$/,
  )
})

it('counts against the quota over all meetings of the step', async () => {
  const own = await intakeCounty()
  await own.call({ quota: 1 })
  const MEETINGS = 'resolution/2018-2/executiveMeeting'
  const units = ['dazhuang', 'caogou']
  const act = { stream: MEETINGS, number: 1 }
  for (const unit of units) {
    await own.submitted(unit)
    await own.click('officer', `${unit}/steps/review/decide`, { outcome: 'accepted', reason: '符合' })
    const line = { step: 'notice', outcome: 'clear', act: { stream: 'notice/2018-2/1', number: 2 } }
    const by = { by: 'time', received: own.clock.at }
    await own.run(caseKind, `case/2018-2/${unit}`, applyLine(line, by))
  }
  const exceptions = [{ case: 'caogou', outcome: 'refused', reason: '材料不足' }]
  const body = { ...meeting, cases: units, how: { kind: 'discussion' }, outcome: 'deferred', exceptions }
  const meet = (what: object) => own.post('secretary', 'batches/2018-2/steps/executiveMeeting/resolutions', what)
  expect((await meet(body)).status).toBe(200)
  for (const unit of units) {
    const line = { step: 'executiveMeeting', outcome: unit === 'caogou' ? 'refused' : 'deferred', act }
    await own.run(caseKind, `case/2018-2/${unit}`, applyLine(line, { by: 'secretary', received: own.clock.at }))
  }
  const path = 'caogou/steps/executiveMeeting/correction'
  const draft = () => own.click('secretary', path, { ...said, outcome: 'named', corrects: 4 })
  expect((await draft()).status).toBe(200)
  const { drafted } = (await own.get('office-head', 'cases/2018-2/caogou')).page().correction ?? {}
  // The next meeting takes the last place before the head signs.
  const next = { ...body, cases: ['dazhuang'], outcome: 'named', exceptions: [], number: '泗政常纪〔2018〕41号' }
  expect((await meet(next)).status).toBe(200)
  const signed = await own.click('office-head', `${path}/sign`, { drafted })
  expect([signed.status, signed.refusal().error]).toEqual([409, expect.stringMatching(/^本批次名额为1个，此前已用1个/)])
  // Nothing was written: neither the line nor what its case would follow.
  expect((await own.events(MEETINGS)).length).toBe(2)
  // Whoever drafts it now is told so, and not the head alone.
  await own.click('office-head', `${path}/return`, { drafted, reason: '名额已满。' })
  const again = await own.click('secretary', path, { ...said, outcome: 'named', corrects: 4, replaces: drafted })
  expect([again.status, again.refusal().error]).toEqual([409, expect.stringMatching(/^本批次名额为1个，此前已用1个/)])
  expect(
    (await execute(own.ledger, resolutionKind, { stream: MEETINGS, command: 'look', by: 'x', decide: () => [] })).state
      .corrected,
  ).toEqual([])
})
