import { beforeEach, expect, it } from 'vitest'
import { type County, complete, FORM, file, intakeCounty } from '../fixtures/intake-county.ts'

let county: County
beforeEach(async () => {
  county = await intakeCounty()
  await county.call()
  await county.submitted()
})
const shown = async (who = 'officer') => (await county.get(who, 'cases/2018-2/dazhuang')).page().sinceReturn
const giveBack = (reopens: string[]) =>
  county.click('officer', 'dazhuang/steps/review/decide', { outcome: 'returned', reason: '项目过宽', reopens })

it('shows nothing before a return', async () => {
  expect(await shown()).toBeUndefined()
})

it('shows the reopened questions with what stood there and what stands there now', async () => {
  await giveBack(['project', 'reason', 'workPlan'])
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, {
    ...complete,
    project: '案卷评查',
    workPlan: [file(4)],
  })
  expect(await shown()).toMatchObject({
    by: '钱经办（法制办经办人）',
    reason: '项目过宽',
    answers: [
      { name: 'reason', changed: false, before: '基础较好', now: '基础较好' },
      { name: 'project', label: '创建示范项目名称', changed: true, before: '规范执法', now: '案卷评查' },
      { name: 'workPlan', changed: true, before: [file(2)], now: [file(4)] },
    ],
    files: expect.arrayContaining([{ owner: 'dazhuang', sha256: file(2), name: '材料2.pdf' }]),
  })
})

it('of a question about a person it shows only that it changed, to the unit too', async () => {
  await giveBack(['phone'])
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, phone: '13955550000' })
  for (const who of ['officer', 'dazhuang-clerk'])
    expect((await shown(who))?.answers).toEqual([{ name: 'phone', label: '联系电话', changed: true }])
})

it('compares with the last of several returns', async () => {
  await giveBack(['project'])
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, project: '案卷评查' })
  await county.signAll('dazhuang')
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`)
  await giveBack(['project'])
  expect((await shown())?.answers).toMatchObject([{ changed: false, before: '案卷评查', now: '案卷评查' }])
})
