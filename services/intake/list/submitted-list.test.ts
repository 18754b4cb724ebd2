/** Lists that are submitted to the body that decides. */
import { beforeEach, describe, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import { hold, settleHold } from '#case/hold.ts'
import { resolutionPage } from '#contracts/meeting.ts'
import { file } from '../fixtures/intake-county.ts'
import {
  accept,
  atInquiry,
  CASE,
  click,
  count,
  county,
  follow,
  offered,
  openWholeCounty,
  page,
  refusal,
} from '../fixtures/whole-county.ts'

beforeEach(() => openWholeCounty())

describe('a list that is submitted to its body', () => {
  const list = (body: object = {}, who = 'officer') => {
    const visits = { dazhuang: 3, caogou: 0 }
    return county.post(who, 'batches/2018-2/steps/selection/list', {
      cases: ['dazhuang'],
      visits,
      text: '请审议',
      ...body,
    })
  }
  const meeting = {
    meeting: '领导小组第3次会议',
    number: '泗依法领〔2018〕3号',
    date: '2018-05-10',
    minutes: file(9),
    present: ['王副县长', '李主任', '钱局长', '孙局长', '周局长'],
    absent: [],
    how: { kind: 'vote', inFavour: 5, against: 0, abstained: 0 },
    cases: ['dazhuang'],
    outcome: 'cultivated',
    exceptions: [],
    recusals: [],
  }
  const record = (body: object = {}, who = 'group-secretary') =>
    county.post(who, 'batches/2018-2/steps/selection/resolutions', { ...meeting, ...body })
  const show = async (who = 'officer') =>
    resolutionPage.parse((await county.get(who, 'batches/2018-2/steps/selection/resolutions')).body)
  beforeEach(async () => {
    await county.submitted()
    await accept('review')
  })

  it('is voted on by those alone who did not withdraw', async () => {
    await list()
    const recusals = ['王副县长', '李主任'].map((person) => ({ person, case: 'dazhuang' }))
    const vote = (inFavour: number) => record({ recusals, how: { ...meeting.how, inFavour } })
    expect((await vote(4)).refusal().fields).toEqual({ how: '共4票，多于可以表决的3人（出席5人，2人全部回避）' })
    expect((await vote(3)).status).toBe(200)
  })
  it('is decided after it was submitted only, by a vote where the body votes', async () => {
    expect(await show()).toMatchObject({
      body: '泗县依法行政工作领导小组',
      votes: true,
      prepares: true,
      limited: '',
      waiting: [{ unit: 'dazhuang', name: '大庄镇' }],
      submitted: [],
      commands: ['prepare-list'],
    })
    expect((await record()).refusal().fields).toEqual({ cases: '请去掉没有提请的单位' })
    const submitted = resolutionPage.parse((await list({ paper: file(9) })).body)
    expect(submitted.submitted).toEqual([{ unit: 'dazhuang', name: '大庄镇' }])
    expect((await list({ paper: file(9) })).status).toBe(200)
    expect(await count('resolution/2018-2/selection')).toBe(1)
    for (const who of ['officer', 'office-head', 'group-secretary'])
      expect((await show(who)).lists).toEqual([
        {
          number: 1,
          at: county.clock.at,
          by: '钱经办',
          text: '请审议',
          file: { owner: 'office', sha256: file(9), name: '会议纪要.pdf' },
          units: [{ unit: 'dazhuang', name: '大庄镇' }],
        },
      ])
    expect((await show('group-secretary')).commands).toEqual(['record-resolution', 'draft-correction'])
    expect((await record()).status).toBe(200)
    expect(await show()).toMatchObject({ waiting: [], submitted: [], meetings: [{ reference: meeting.number }] })
  })
  it('is refused to whoever does not submit or record, with cases elsewhere, and where nobody submits', async () => {
    expect((await list({}, 'group-secretary')).status).toBe(403)
    expect((await record({}, 'secretary')).status).toBe(403)
    expect((await list({ cases: ['dazhuang', 'caogou'], paper: file(8) })).refusal().fields).toEqual({
      cases: 'caogou没有申报件；请从名单中去掉',
      paper: expect.stringContaining('还没有上传'),
    })
    const path = 'batches/2018-2/steps/executiveMeeting/list'
    expect(
      (await county.post('officer', path, { cases: ['dazhuang'], visits: { dazhuang: 3 }, text: '' })).status,
    ).toBe(404)
  })
  it('makes the judgement before it final, though the case knows nothing of the list', async () => {
    const correction = { outcome: 'refused', reason: '不符合条件', corrects: 2 }
    const correct = () => click('officer2', 'steps/review/correction', correction)
    expect(await offered('officer2')).toContain('draft-correction')
    await list()
    expect(await offered('officer2')).not.toContain('draft-correction')
    expect((await page('officer2')).final).toMatch(/^本件已列入名单/)
    expect((await refusal(correct())).error).toMatch(/^本件已列入名单，“初审”结论不能再更正/)
    await openWholeCounty()
    await county.submitted()
    await accept('review')
    expect((await correct()).status).toBe(200)
  })
  it('shows a case that a veto or an objection holds back; what the meeting decided all the same is recorded', async () => {
    await list()
    await click('officer', 'veto', { item: 'vetoes-3', source: '法院判决书' })
    expect((await show()).waiting).toEqual([
      {
        unit: 'dazhuang',
        name: '大庄镇',
        visit: 3,
        held: '有一票否决待确认，确认或不予确认以后再办理。',
        submitted: true,
      },
    ])
    // Its line is set aside when the case follows the meeting.
    expect((await record()).status).toBe(200)
  })
})

it('a list that was submitted before a case was assessed again is over for it', async () => {
  const at = async () =>
    resolutionPage.parse((await county.get('officer', 'batches/2018-2/steps/proposal/resolutions')).body)
  const list = async (key: string, seen?: number) => {
    const visit = seen ?? (await at()).waiting[0]?.visit
    const body = { cases: ['dazhuang'], visits: { dazhuang: visit }, text: '' }
    return county.post('officer', 'batches/2018-2/steps/proposal/list', body, key)
  }
  const toProposal = async (n: number) => {
    await follow('assessment', 'recommended', `panel/2018-2/dazhuang/${n}`, 1, 'leader')
    await follow('candidacy', 'candidate', 'resolution/2018-2/candidacy', n)
    await follow('notice', 'clear', 'notice/2018-2/1', n)
  }
  await atInquiry()
  await toProposal(7)
  const stale = (await at()).waiting[0]?.visit
  expect((await list('submitted-1')).status).toBe(200)
  expect((await at()).submitted).toEqual([{ unit: 'dazhuang', name: '大庄镇' }])
  const objection = { act: { stream: 'notice/2018-2/1', number: 8 }, objection: 'o-1' }
  const by = { by: 'officer', received: county.clock.at }
  await county.run(caseKind, CASE, hold(objection, by))
  await county.run(caseKind, CASE, settleHold({ ...objection, result: 'reassessment' }, by))
  await toProposal(9)
  expect(await at()).toMatchObject({ submitted: [], waiting: [{ unit: 'dazhuang' }] })
  // Nor is it submitted anew by whoever has not looked since.
  expect((await list('submitted-stale', stale)).refusal()).toMatchObject({
    code: 'incomplete',
    fields: { cases: '大庄镇在您打开页面之后才来到或又回到本环节，请刷新，核对后再提请' },
  })
  expect(await count('resolution/2018-2/proposal')).toBe(1)
  expect((await list('submitted-2')).status).toBe(200)
  expect((await at()).submitted).toEqual([{ unit: 'dazhuang', name: '大庄镇' }])
  expect(await count('resolution/2018-2/proposal')).toBe(2)
})
