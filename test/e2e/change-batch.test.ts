/** A call is amended and its batch cancelled, over HTTP, with every case and every page following by itself. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { intakeEndpoints } from '#contracts/intake.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { OFFICE } from '../../packages/cli/rehearsal/acts.ts'
import {
  amend,
  approveAmendment,
  approveCancelling,
  prepareAmendment,
  prepareCancelling,
} from '../../packages/cli/rehearsal/change-acts.ts'
import { fillIn } from '../../packages/cli/rehearsal/form-acts.ts'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { BATCH, type Laptop, laptopUnderTest } from './laptop-under-test.ts'

let laptop: Laptop
beforeAll(async () => {
  laptop = await laptopUnderTest()
}, 60_000)
afterAll(async () => {
  await laptop?.cloud.close()
})
const reason = '遭遇汛情，各单位集中防汛。'
const todosOf = async (login: string) => (await laptop.as(login)(viewsEndpoints.readWorklist)).items
const browse = async (path: string) => (await fetch(`${laptop.stage.origin}${path}`)).text()
const look = (unit: string) => readCase(laptop.stage, `clerk-${unit}`, unit)

it('waits for the head, whoever prepared it cannot approve, and nobody sees it meanwhile', async () => {
  await fillIn('dazhuang', '大庄镇人民政府', { lacking: ['reason'] })(laptop.stage)
  await prepareAmendment({ dates: { application: '2018-05-31' }, reason })(laptop.stage)
  await laptop.stage.settle()
  expect(await todosOf(OFFICE.head)).toMatchObject([
    { kind: 'batch', command: 'approve-amendment', path: `/console/batches/${BATCH}` },
  ])
  const { amendment } = await laptop.as(OFFICE.officer)(intakeEndpoints.readChanges, { params: { batch: BATCH } })
  const own = await laptop.post(`/api/batches/${BATCH}/amendment/approve`, {
    login: OFFICE.officer,
    body: { prepared: amendment?.prepared, secrecyChecked: true },
  })
  expect([own.status, own.body.error]).toEqual([403, '“签发变更通知”由法制办负责人办理；您现在的岗位：法制办经办人。'])
  expect((await look('dazhuang')).due?.said).toBe('2018年5月15日24时')
  expect(await browse('/public/index.html')).not.toContain('变更')
})

it('moves every open case and the public page once it is approved, and time waits for the new date', async () => {
  const appends = await laptop.appendsDuring(async () => {
    for (let twice = 0; twice < 2; twice++) await approveAmendment()(laptop.stage)
  })
  expect(appends.filter((one) => one.startsWith('batch/'))).toEqual([`batch/${BATCH} 4`])
  expect(appends.filter((one) => one.startsWith('case/'))).toHaveLength(1)
  const page = await look('dazhuang')
  expect([page.due?.said, page.amendments.map(({ dates }) => dates[0]?.to)]).toEqual([
    '2018年5月31日24时',
    ['2018年5月31日24时'],
  ])
  expect(page.timeline.at(-1)).toMatchObject({ event: '通知变更：“创建申请”的期限改为2018年5月31日24时' })
  expect(await todosOf(OFFICE.head)).toEqual([])
  const shown = await browse(`/public/batches/${BATCH}.html`)
  expect(shown).toContain('由2018年5月15日24时改为<strong>2018年5月31日24时</strong>')
  expect(shown).toContain(reason)
  const file = await fetch(`${laptop.cloud.addresses.origin}/public/batches/${BATCH}.ics`)
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(await file.text()).toContain('SEQUENCE:1\r\nDTSTART;VALUE=DATE:20180531\r\n')
  expect(await browse('/public/index.html')).toContain(`/public/batches/${BATCH}.html`)
  await laptop.advanceTo('2018-05-16T09:00:00+08:00')
  expect((await look('dazhuang')).step).toBe('application')
  await laptop.as('clerk-caogou')(intakeEndpoints.openCase, { params: { batch: BATCH, unit: 'caogou' }, body: {} })
  expect((await look('caogou')).due?.said).toBe('2018年5月31日24时')
})

it('is refused over a date that has passed, and the case lapses by the new one', async () => {
  await laptop.advanceTo('2018-06-01T00:03:00+08:00')
  expect((await look('dazhuang')).step).toBe('notSubmitted')
  await expect(amend({ dates: { application: '2018-06-10' }, reason }, 2)(laptop.stage)).rejects.toThrow(
    '变更通知有1处需要修改。',
  )
  expect((await look('dazhuang')).step).toBe('notSubmitted')
})

it('ends with its batch, which takes nothing more', async () => {
  await laptop.post(`/api/cases/${BATCH}/dazhuang/steps/application/extend`, {
    login: OFFICE.head,
    body: { lastDay: '2018-06-20', reason: '房屋倒塌。', visit: (await look('dazhuang')).visit },
  })
  await laptop.stage.settle()
  expect((await look('dazhuang')).step).toBe('application')
  await prepareCancelling('上级暂停创建活动。')(laptop.stage)
  await laptop.stage.settle()
  expect(await todosOf(OFFICE.head)).toMatchObject([{ command: 'approve-cancelling' }])
  await approveCancelling()(laptop.stage)
  await laptop.stage.settle()
  const page = await look('dazhuang')
  expect([page.step, page.ended, page.commands]).toEqual(['cancelled', true, []])
  expect((await look('caogou')).step).toBe('notSubmitted')
  for (const login of [OFFICE.head, OFFICE.officer, 'clerk-dazhuang', 'clerk-changgou'])
    expect(await todosOf(login)).toEqual([])
  const opened = await laptop.post(`/api/cases/${BATCH}/changgou/open`, { login: 'clerk-changgou' })
  expect([opened.status, opened.body.error]).toEqual([409, '本批次已于2018年6月1日取消，不能再办理。'])
  expect(await browse(`/public/batches/${BATCH}.html`)).toContain('本批次已经取消，不再办理。理由：上级暂停创建活动。')
})
