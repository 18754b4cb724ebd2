/** What the office does for units that owe their application, over HTTP: it reminds them, and enters a paper form. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { viewsEndpoints } from '#contracts/views.ts'
import { remind } from '../../packages/cli/rehearsal/acts.ts'
import { accepted, review } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { enterPaperForm } from './enter-paper-form.ts'
import { BATCH, type Laptop, laptopUnderTest } from './laptop-under-test.ts'

let laptop: Laptop
beforeAll(async () => {
  laptop = await laptopUnderTest()
})
afterAll(async () => {
  await laptop?.close()
})
const text = '请在2018年5月15日24时前提交创建申请。'
const todosOf = async (login: string) =>
  (await laptop.as(login)(viewsEndpoints.readWorklist)).items.map(({ unit, todo }) => `${unit?.id} ${todo}`)

it('reminds two units in one commit, once per click, and each reads it with who and when', async () => {
  const appends = await laptop.appendsDuring(async () => {
    for (let twice = 0; twice < 2; twice++) await remind(['caogou', 'dazhuang'], text)(laptop.stage)
  })
  expect(appends).toEqual([`reminders/${BATCH} 1`])
  for (const unit of ['caogou', 'dazhuang'])
    expect((await readCase(laptop.stage, `clerk-${unit}`, unit)).reminder).toEqual({
      at: expect.stringMatching(/^2018-05-10T/),
      by: '昌建平',
      text,
    })
  const refused = await laptop.post(`/api/batches/${BATCH}/reminders`, {
    login: 'clerk-caogou',
    body: { units: ['dazhuang'], text, seen: 1 },
  })
  expect([refused.status, refused.body.error]).toEqual([
    403,
    '“提醒单位”由法制办经办人、法制办负责人办理；您现在的岗位：创建单位经办人。',
  ])
})

it('enters a paper form of a unit that has not begun, and waits for another officer to review it', async () => {
  await enterPaperForm('dazhuang', '大庄镇人民政府', '2018-05-10')(laptop.stage)
  await laptop.stage.settle()
  const page = await readCase(laptop.stage, 'officer-2', 'dazhuang')
  expect(page.step).toBe('review')
  expect(page.reminder).toBeUndefined()
  expect(new Set(page.timeline.map(({ event, by }) => `${event.slice(0, 3)}${by}`))).toEqual(
    new Set(['代录：昌建平（法制办经办人）']),
  )
  expect(page.form?.files.every(({ owner }) => owner === 'dazhuang')).toBe(true)
  expect(await todosOf('officer-1')).not.toContain('dazhuang 办理“初审”')
  expect(await todosOf('officer-2')).toContain('dazhuang 办理“初审”')
})

it('refuses whoever entered it the review, over HTTP as well, and takes the other officer’s', async () => {
  const { visit } = await readCase(laptop.stage, 'officer-1', 'dazhuang')
  const answered = await laptop.post(`/api/cases/${BATCH}/dazhuang/steps/review/decide`, {
    login: 'officer-1',
    body: { ...accepted, visit },
  })
  expect([answered.status, answered.body.error]).toEqual([
    403,
    '您填写、代录、签署或提交过本件，不能再审核；请由其他经办人办理。',
  ])
  await expect(review('dazhuang', accepted)(laptop.stage)).rejects.toThrow('officer-1 is not offered "decide-step"')
  await review('dazhuang', accepted, 1, 'officer-2')(laptop.stage)
  expect((await readCase(laptop.stage, 'officer-2', 'dazhuang')).step).toBe('notice')
})

it('takes nothing of it one millisecond late, whoever enters it', async () => {
  const { post, advanceTo } = laptop
  await advanceTo('2018-05-16T00:00:00+08:00')
  const answered = await post(`/api/cases/${BATCH}/changgou/open`, { login: 'officer-1' })
  expect([answered.status, answered.body.code]).toEqual([409, 'late'])
  const late = await post(`/api/batches/${BATCH}/reminders`, {
    login: 'officer-1',
    body: { units: ['changgou'], text, seen: 1 },
  })
  expect(late.body.leftOut).toEqual([{ unit: 'changgou', name: '长沟镇人民政府', why: '已过截止时间' }])
})
