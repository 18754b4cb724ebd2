/** Inquiries, of which a case may have several. */
import { beforeEach, describe, expect, it } from 'vitest'
import { officeOn } from '#evidence/file-owner.ts'
import { type PanelEvent, panelKind } from '#steps/inquiry/panel.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import type { NoticeEvent } from '#steps/notice/notice-events.ts'
import { type ObjectionEvent, objectionKind, objectionStream } from '#steps/notice/objection.ts'
import { file, PHOTO } from '../fixtures/intake-county.ts'
import {
  accept,
  atInquiry,
  click,
  count,
  county,
  DECLARATION,
  declared,
  follow,
  inquiries,
  offered,
  openWholeCounty,
  page,
  refusal,
} from '../fixtures/whole-county.ts'

beforeEach(() => openWholeCounty())

describe('an inquiry', () => {
  const record = (method: string, more: object = {}, who = 'scorer', key?: string) =>
    county.record(who, method, more, key)
  const end = (method: string, who = 'scorer', key?: string) =>
    click(who, `steps/assessment/methods/${method}/end`, {}, key)
  const METHODS = ['hearing', 'documents', 'siteVisit', 'lawTest', 'interviews']
  const STREAM = 'panel/2018-2/dazhuang/7'
  beforeEach(atInquiry)

  it('is shown with the one before and with what was found, where a unit is assessed once more', async () => {
    const findings = '第一次座谈，情况属实'
    await record('hearing', { findings, files: [file(PHOTO)] })
    await county.run(panelKind, STREAM, (): PanelEvent[] => [
      {
        type: 'settled',
        v: 1,
        at: county.clock.at,
        by: 'leader',
        step: 'assessment',
        outcome: 'recommended',
        reason: '各项较好',
      },
    ])
    expect((await page('leader')).inquiry).toMatchObject({ more: false, result: { reason: '各项较好' } })
    expect(await inquiries('leader')).toEqual({ earlier: [] })
    await follow('assessment', 'recommended', STREAM, 2, 'leader')
    await follow('candidacy', 'candidate', 'resolution/2018-2/candidacy')
    const [notice, received] = ['notice/2018-2/1', county.clock.at]
    const about = (objection: string, unit: string) => ({
      ...({
        type: 'objectionReceived',
        v: 1,
        at: received,
        by: 'officer',
        objection,
        about: unit,
        channel: 'letter',
      } as const),
      ...{ on: '2018-11-01', anonymous: true, content: file(7), code: 'code' },
    })
    await county.run(noticeKind, notice, (): NoticeEvent[] => [
      ...[about('o-1', 'dazhuang'), about('o-2', 'caogou'), about('o-3', 'dazhuang')],
      { type: 'objectionSettled', v: 1, at: received, objection: 'o-1', result: 'reassess' },
      { type: 'objectionSettled', v: 1, at: received, objection: 'o-2', result: 'reassess' },
      { type: 'objectionSettled', v: 1, at: received, objection: 'o-3', result: 'notUpheld' },
    ])
    await county.run(objectionKind, objectionStream('o-1'), (): ObjectionEvent[] => [
      {
        type: 'found',
        v: 1,
        at: received,
        by: 'office-head',
        result: 'reassess',
        reason: '得分有误',
        reply: '重新考核',
      },
    ])
    await follow('notice', 'reassess', notice, 1, 'officer')
    const now = await page('scorer')
    expect(now.step).toBe('assessment')
    const [hearing] = now.inquiry?.methods ?? []
    expect(hearing).toMatchObject({ ended: false, records: [] })
    expect(now.inquiry?.more).toBe(true)
    const before = await inquiries('scorer')
    expect(before.again).toEqual({ at: received, findings: [{ objection: 'o-1', reason: '得分有误' }] })
    expect(before.earlier).toMatchObject([
      {
        visit: 7,
        result: { by: '卫组长（考核组组长）', reason: '各项较好' },
        methods: [
          { records: [{ findings, by: '蒋成员（考核组成员）', files: [{ sha256: file(PHOTO) }] }] },
          {},
          {},
          {},
          {},
        ],
      },
    ])
    expect(before.earlier[0]).not.toHaveProperty('again')
    expect((await page('dazhuang-clerk')).inquiry).toBeUndefined()
    expect(await inquiries('dazhuang-clerk')).toEqual({ earlier: [] })
  })
  it('is shown at once to whoever decides that a unit comes to it, without what an earlier visit recorded', async () => {
    await record('hearing', {})
    const wrong = { outcome: 'returned', reason: '缺少数据', reopens: ['report'], corrects: 6 }
    await click('officer', 'steps/acceptance/correction', wrong)
    const { correction } = await page('office-head')
    await click('office-head', 'steps/acceptance/correction/sign', { drafted: correction?.drafted })
    expect(await page('officer')).toMatchObject({ step: 'declaration', inquiry: { more: false } })
    await click('dazhuang-clerk', `${DECLARATION}/save`, { ...declared, report: [file(3)] })
    await county.signAll('dazhuang', 'creation-declaration')
    await click('dazhuang-clerk', `${DECLARATION}/submit`)
    const { step, inquiry } = (await accept('acceptance')).page()
    expect([step, inquiry?.more]).toEqual(['assessment', true])
    expect(inquiry?.methods.map(({ records }) => records.length)).toEqual(METHODS.map(() => 0))
    expect((await inquiries('officer')).earlier).toMatchObject([
      { visit: 7, methods: [{ records: [{}] }, {}, {}, {}, {}] },
    ])
  })
  it('has nothing more to show where nothing was recorded on the visit before', async () => {
    const wrong = { outcome: 'returned', reason: '缺少数据', reopens: ['report'], corrects: 6 }
    await click('officer', 'steps/acceptance/correction', wrong)
    const { correction } = await page('office-head')
    await click('office-head', 'steps/acceptance/correction/sign', { drafted: correction?.drafted })
    expect(await page('officer')).not.toHaveProperty('inquiry')
    await click('dazhuang-clerk', `${DECLARATION}/save`, { ...declared, report: [file(3)] })
    await county.signAll('dazhuang', 'creation-declaration')
    await click('dazhuang-clerk', `${DECLARATION}/submit`)
    const { step, inquiry } = (await accept('acceptance')).page()
    expect([step, inquiry?.more]).toEqual(['assessment', false])
    expect(await inquiries('officer')).toEqual({ earlier: [] })
  })
  it('is recorded and ended method by method, and settled by the leader', async () => {
    expect((await page('scorer')).commands.map(({ name, method }) => `${name} ${method}`).slice(0, 2)).toEqual([
      'record-method hearing',
      'end-method hearing',
    ])
    await record('siteVisit', { place: '执法大厅', files: [file(PHOTO)] })
    expect((await page('scorer')).inquiry?.methods[2]).toMatchObject({
      name: 'siteVisit',
      title: '现场检查',
      ended: false,
      records: [
        {
          ...{ by: '蒋成员（考核组成员）', place: '执法大厅', people: ['蒋成员'] },
          files: [{ owner: officeOn('dazhuang'), name: '现场照片.pdf' }],
        },
      ],
    })
    for (const method of METHODS) {
      await record(method, {}, 'scorer', method === 'lawTest' ? 'recorded-once' : undefined)
      await end(method, 'scorer', method === 'lawTest' ? 'ended-once' : undefined)
    }
    expect(await count(STREAM)).toBe(11)
    expect(await offered('leader')).toEqual(['settle-inquiry'])
    expect((await page('leader')).inquiry?.result).toBeUndefined()
    const settled = { outcome: 'recommended', reason: '各项较好' }
    const settle = (key?: string) => click('leader', 'steps/assessment/settle', settled, key)
    expect((await settle('settled-once')).status).toBe(200)
    expect((await settle()).status).toBe(200)
    expect(await count(STREAM)).toBe(12)
    await follow('assessment', 'recommended', STREAM, 12, 'leader')
    // The answer was lost, and the case has followed meanwhile.
    expect((await settle('settled-once')).page()).toMatchObject({ step: 'candidacy' })
    expect((await refusal(settle())).code).toBe('elsewhere')
    for (const again of [record('lawTest', {}, 'scorer', 'recorded-once'), end('lawTest', 'scorer', 'ended-once')])
      expect((await again).status).toBe(200)
    expect((await refusal(record('lawTest'))).code).toBe('elsewhere')
    expect(await count(STREAM)).toBe(12)
    expect((await page('officer')).timeline.at(-1)).toMatchObject({ event: '推荐', by: '卫组长（考核组组长）' })
    // It is read at later steps, by the office, the team and the bodies; never by the unit.
    for (const who of ['officer', 'scorer', 'group-secretary']) {
      const { inquiry } = await page(who)
      expect(inquiry?.result).toMatchObject({
        by: '卫组长（考核组组长）',
        outcomeTitle: '推荐',
        reason: '各项较好',
      })
      expect(inquiry?.methods[2]).toMatchObject({ ended: true, records: [{ place: '执法大厅' }, {}] })
    }
    expect((await page('dazhuang-clerk')).inquiry).toBeUndefined()
  })
  it('shows the unit nothing of its records while it goes on', async () => {
    await record('hearing')
    expect((await page('officer')).inquiry?.methods[0]?.records).toHaveLength(1)
    expect((await page('dazhuang-head')).inquiry).toBeUndefined()
  })
  it('is refused to the office and the unit, before anything was recorded, and while a method goes on', async () => {
    for (const who of ['officer', 'dazhuang-clerk']) expect((await record('hearing', {}, who)).status).toBe(403)
    expect((await refusal(end('hearing'))).code).toBe('incomplete')
    expect((await refusal(record('hearing', { on: '2018-12-01', files: [file(8)] }))).fields).toEqual({
      on: '日期不能晚于今天（2018年11月1日）',
      files: expect.stringContaining('还没有上传'),
    })
    expect((await refusal(record('nonsense'))).code).toBe('unknown')
    const settle = { outcome: 'recommended', reason: '已按要求办理' }
    expect((await click('scorer', 'steps/assessment/settle', settle)).status).toBe(403)
    expect((await refusal(click('leader', 'steps/assessment/settle', settle))).error).toContain('还没有结束')
    expect(await count(STREAM)).toBe(0)
  })
})
