/** Decisions that are published. */
import { beforeEach, describe, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import { hold, settleHold } from '#case/hold.ts'
import { announcementsPage } from '#contracts/announcement.ts'
import { atInquiry, CASE, click, count, county, follow, openWholeCounty, page } from '../fixtures/whole-county.ts'

beforeEach(() => openWholeCounty())

describe('a decision that is published', () => {
  const PATH = 'batches/2018-2/steps/naming/announcements'
  const document = {
    title: '命名决定',
    commends: 'without',
    number: '泗政〔2018〕30号',
    date: '2018-11-01',
    cases: ['dazhuang'],
  }
  const prepare = (body: object = {}, who = 'officer', key?: string) =>
    county.post(who, PATH, { ...document, ...body }, key)
  const show = async (who = 'office-head') => announcementsPage.parse((await county.get(who, PATH)).body)
  const approve = async (who: string, more: object = {}, n = 1) => {
    const prepared = (await show()).all.find((one) => one.n === n)?.prepared
    return county.post(who, `${PATH}/${n}/approve`, { prepared, secrecyChecked: true, ...more })
  }
  beforeEach(async () => {
    await atInquiry()
    await follow('assessment', 'recommended', 'panel/2018-2/dazhuang/7', 1, 'leader')
    await follow('candidacy', 'candidate', 'resolution/2018-2/candidacy')
    await follow('notice', 'clear', 'notice/2018-2/1')
    await follow('proposal', 'proposed', 'resolution/2018-2/proposal')
    await follow('executiveMeeting', 'named', 'resolution/2018-2/executiveMeeting')
  })

  it('is prepared by the officer and approved by the head, and its line has the step’s one outcome', async () => {
    expect(await show('officer')).toMatchObject({ waiting: [{ unit: 'dazhuang' }], commands: ['prepare-announcement'] })
    expect((await prepare({ commends: undefined })).refusal().fields).toEqual({ commends: '请选择是否表彰' })
    expect((await prepare()).status).toBe(200)
    expect((await prepare()).status).toBe(200)
    expect(await count('decision/2018-2/1')).toBe(1)
    const { all } = await show()
    expect(all).toMatchObject([
      {
        n: 1,
        preparedBy: '钱经办',
        lines: [{ name: '大庄镇', outcomeTitle: '命名' }],
        commands: ['approve-announcement'],
      },
    ])
    expect((await approve('office-head', { secrecyChecked: false })).refusal().fields).toHaveProperty('secrecyChecked')
    expect((await approve('officer')).status).toBe(403)
    const published = announcementsPage.parse((await approve('office-head')).body)
    expect(published).toMatchObject({ waiting: [], all: [{ approvedBy: '赵主任', commands: [] }] })
    expect((await approve('office-head')).status).toBe(200)
    expect(await count('decision/2018-2/1')).toBe(2)
    await follow('naming', 'named', 'decision/2018-2/1', 2, 'office-head')
    const { ended, timeline, form } = await page('officer')
    expect(ended).toBe(true)
    expect(timeline.at(-1)).toMatchObject({ event: '命名', by: '《命名决定》（泗政〔2018〕30号）' })
    expect(form?.signOffs.at(-1)).toMatchObject({ name: 'leadingGroup', by: 'resolution/2018-2/proposal' })
  })
  it('says of a unit that cannot be named now why, before anybody approves it', async () => {
    await prepare()
    const held = async () => (await show()).all[0]?.lines[0]?.held
    expect(await held()).toBeUndefined()
    await click('officer', 'veto', { item: 'vetoes-3', source: '法院判决书' })
    expect(await held()).toBe('有一票否决待确认，确认或不予确认以后再办理。')
    expect((await approve('office-head')).refusal().error).toContain('还不能签发')
    await county.clickSeen('office-head', 'dazhuang/veto/confirm')
    expect(await held()).toBe('本件已办结。')
  })
  it('goes back, is prepared again under its number, and another one takes the next', async () => {
    await prepare()
    const { prepared } = (await show()).all[0] ?? {}
    const back = () => county.post('office-head', `${PATH}/1/return`, { prepared, reason: '文号有误' })
    expect(announcementsPage.parse((await back()).body).all).toMatchObject([
      { n: 1, returned: '文号有误', commands: [] },
    ])
    expect((await back()).status).toBe(200)
    county.clock.at = '2018-11-02T02:00:00.000Z'
    await prepare({ number: '泗政〔2018〕31号' }, 'officer', 'prepared-again')
    await prepare({ number: '泗政〔2018〕31号' }, 'officer', 'prepared-again')
    expect((await show()).all).toMatchObject([{ n: 1, number: '泗政〔2018〕31号', commands: ['approve-announcement'] }])
    await approve('office-head')
    expect((await prepare({ number: '泗政〔2018〕31号' }, 'officer', 'same-number')).refusal()).toMatchObject({
      code: 'conflict',
      fields: { number: '已经用于第1份文件' },
    })
    expect((await prepare({ number: '泗政〔2018〕32号' })).status).toBe(200)
    expect((await show()).all.map(({ n, number }) => [n, number])).toEqual([
      [1, '泗政〔2018〕31号'],
      [2, '泗政〔2018〕32号'],
    ])
  })
  it('answers nobody else under an id that somebody has used', async () => {
    await prepare({}, 'officer', 'shared-id')
    const { prepared } = (await show()).all[0] ?? {}
    const approval = { prepared, secrecyChecked: true }
    expect((await county.post('office-head', `${PATH}/1/approve`, approval, 'shared-id')).refusal()).toMatchObject({
      code: 'conflict',
      error: expect.stringContaining('操作编号已经用于另一次办理'),
    })
    expect(await count('decision/2018-2/1')).toBe(1)
  })
  it('is refused to others, without cases there, of a number that is none, and where no document is published', async () => {
    for (const who of ['office-head', 'secretary']) expect((await prepare({}, who)).status).toBe(403)
    expect((await prepare({ cases: ['caogou'] })).refusal().fields).toEqual({
      cases: 'caogou没有申报件；请从名单中去掉',
    })
    expect((await county.post('office-head', `${PATH}/4/approve`, { prepared: '', secrecyChecked: true })).status).toBe(
      404,
    )
    expect((await county.get('officer', 'batches/2018-2/steps/notice/announcements')).status).toBe(404)
  })
  it('waits for an objection that has turned up, which the page of the case says', async () => {
    const received = county.clock.at
    const objection = { act: { stream: 'notice/2018-2/1', number: 3 }, objection: 'o-1' }
    await county.run(caseKind, CASE, hold(objection, { by: 'officer', received }))
    expect((await page('officer')).held).toEqual(['o-1'])
    expect((await page('officer')).timeline.at(-1)?.event).toBe('收到期内异议（o-1），办结以前暂不列入名单')
    expect((await prepare()).refusal().fields?.cases).toContain('大庄镇期内异议（o-1）还没有办结')
    await county.run(caseKind, CASE, settleHold({ ...objection, result: 'released' }, { by: 'officer', received }))
    expect((await prepare()).status).toBe(200)
  })
})
