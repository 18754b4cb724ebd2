/** Work that is reported and guided. */
import { beforeEach, describe, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import { lapse } from '#case/lapse.ts'
import { file, usedAs } from '../fixtures/intake-county.ts'
import {
  accept,
  atWork,
  CASE,
  click,
  count,
  county,
  earlier,
  handIn,
  openWholeCounty,
  page,
  refusal,
} from '../fixtures/whole-county.ts'

beforeEach(() => openWholeCounty())

describe('work', () => {
  const report = { period: '2018-06', text: '已完成培训。', files: [file(1)] }
  beforeEach(atWork)

  it('is reported by the unit and guided by the office, in the stream beside the case', async () => {
    const [offer] = (await page('dazhuang-clerk')).commands
    expect(offer).toMatchObject({
      name: 'report-progress',
      title: '报送2018年第二季度进展报告',
      values: { period: '2018-06' },
    })
    const after = (await click('dazhuang-clerk', 'steps/implementation/reports', report)).page()
    expect(after.work?.reports.map(({ title, state, due }) => [title, state, due?.said])).toEqual([
      ['2018年第二季度进展报告', 'sent', '2018年7月10日24时'],
      ['2018年第三季度进展报告', 'notYet', '2018年10月10日24时'],
      ['2018年第四季度进展报告', 'notYet', '2018年10月31日24时'],
    ])
    expect(after.work?.reports[0]?.sent).toMatchObject({
      by: 'dazhuang经办（创建单位经办人）',
      text: '已完成培训。',
      files: [{ owner: 'dazhuang', sha256: file(1), name: '材料1.pdf' }],
    })
    expect(after.commands[0]).toMatchObject({
      title: '报送2018年第三季度进展报告',
      values: { period: '2018-09', text: '已完成培训。' },
    })
    const guided = (await click('officer', 'steps/implementation/guidance', { text: '请补案例。' })).page()
    expect(guided.work?.guidance).toMatchObject([{ by: '钱经办（法制办经办人）', text: '请补案例。' }])
    expect(await county.events('duty/2018-2/dazhuang/implementation')).toHaveLength(2)
  })
  it('shows the files of a report in their order and under the names that they have there', async () => {
    const files = [usedAs(3, '第三.pdf'), usedAs(1, '第一.pdf')]
    const after = (await click('dazhuang-clerk', 'steps/implementation/reports', { ...report, files })).page()
    expect(after.work?.reports[0]?.sent?.files.map(({ name }) => name)).toEqual(['第三.pdf', '第一.pdf'])
    expect(await county.events('duty/2018-2/dazhuang/implementation')).toMatchObject([{ files }])
  })
  it('is refused to others, with files that nobody keeps, on a period that is not asked, and elsewhere', async () => {
    expect((await click('officer', 'steps/implementation/reports', report)).status).toBe(403)
    expect((await click('dazhuang-clerk', 'steps/implementation/guidance', { text: '已按要求办理' })).status).toBe(403)
    const path = 'steps/implementation/reports'
    expect((await refusal(click('dazhuang-clerk', path, { ...report, files: [file(8)] }))).fields).toHaveProperty(
      'files',
    )
    expect((await refusal(click('dazhuang-clerk', path, { ...report, period: '2019-06' }))).code).toBe('unknown')
    expect((await refusal(click('dazhuang-clerk', 'steps/review/reports', report))).code).toBe('elsewhere')
    expect(await count('duty/2018-2/dazhuang/implementation')).toBe(0)
  })
  it('is reported on any period that is owed: one that was skipped keeps none back, and may still come', async () => {
    county.clock.at = '2018-10-05T01:00:00.000Z'
    const { commands, work } = await page('dazhuang-clerk')
    expect(commands.flatMap(({ todo }) => todo ?? [])).toEqual([
      '补报2018年第二季度进展报告',
      '报送2018年第三季度进展报告',
    ])
    expect(work?.reports.map(({ state }) => state)).toEqual(['late', 'due', 'notYet'])
    const path = 'steps/implementation/reports'
    const states = async (...args: Parameters<typeof click>) =>
      (await click(...args)).page().work?.reports.map(({ state }) => state)
    expect(await states('dazhuang-clerk', path, { ...report, period: '2018-09' })).toEqual([
      'skipped',
      'sent',
      'notYet',
    ])
    expect((await page('dazhuang-clerk')).commands.flatMap(({ todo }) => todo ?? [])).toEqual([])
    expect((await refusal(click('dazhuang-clerk', path, { ...report, period: '2019-03' }))).code).toBe('unknown')
    const earlier = { ...report, text: '二季度已部署。' }
    expect(await states('dazhuang-clerk', path, earlier)).toEqual(['sentLate', 'sent', 'notYet'])
  })
  it('shows what never came as skipped once the work is over, and takes no more', async () => {
    await click('dazhuang-clerk', 'steps/implementation/reports', report)
    county.clock.at = '2018-10-31T16:03:00.000Z'
    await county.run(caseKind, CASE, lapse(county.clock.at))
    expect((await earlier('officer')).work?.reports.map(({ state }) => state)).toEqual(['sent', 'skipped', 'skipped'])
    const late = { ...report, period: '2018-09', text: '三季度已开展培训两期。' }
    expect((await refusal(click('dazhuang-clerk', 'steps/implementation/reports', late))).code).toBe('elsewhere')
  })
  it('has nothing to do a second time', async () => {
    for (let time = 0; time < 2; time++) {
      expect((await click('dazhuang-clerk', 'steps/implementation/reports', report, 'one-report')).status).toBe(200)
      expect((await click('dazhuang-clerk', 'steps/implementation/reports', report)).status).toBe(200)
      expect((await click('officer', 'steps/implementation/guidance', { text: '已按要求办理' })).status).toBe(200)
    }
    expect(await count('duty/2018-2/dazhuang/implementation')).toBe(2)
  })
  it('is read afterwards too, by whoever judges the unit and by the unit, and changed by nobody', async () => {
    await click('dazhuang-clerk', 'steps/implementation/reports', report)
    await click('officer', 'steps/implementation/guidance', { text: '请补案例。' })
    county.clock.at = '2018-10-31T16:03:00.000Z'
    await county.run(caseKind, CASE, lapse(county.clock.at))
    await handIn()
    expect((await earlier('dazhuang-clerk')).work?.reports[0]?.sent?.text).toBe('已完成培训。')
    await accept('acceptance')
    for (const who of ['officer', 'scorer', 'group-secretary', 'dazhuang-clerk']) {
      const { work: over, worked, commands } = await page(who)
      expect([over, worked]).toEqual([undefined, true])
      const { work } = await earlier(who)
      expect(work?.reports[0]?.sent?.text).toBe('已完成培训。')
      expect(work?.guidance).toMatchObject([{ text: '请补案例。' }])
      expect(commands.map(({ name }) => name)).not.toContain('report-progress')
    }
  })
})
