/** A review that was decided wrongly, over HTTP: corrected by another officer, and the case that had ended is carried on. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyChain } from '#ledger/chain.ts'
import { OFFICE } from '../../packages/cli/rehearsal/acts.ts'
import { fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { review } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { closeNotice, meet, publishNotice } from '../../packages/cli/rehearsal/list-acts.ts'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { BATCH, type Laptop, laptopUnderTest } from './laptop-under-test.ts'

const unit = 'dazhuang'
const body = { outcome: 'accepted', reason: '大庄镇属于创建范围。', corrects: 2 }
const CORRECTION = `/api/cases/${BATCH}/${unit}/steps/review/correction`
let laptop: Laptop
beforeAll(async () => {
  laptop = await laptopUnderTest([unit])
  await fillIn(unit, '大庄镇人民政府')(laptop.stage)
  await signAndSubmit(unit, '2018-05-10')(laptop.stage)
  await review(unit, { outcome: 'refused', reason: '不在创建范围内。' })(laptop.stage)
  await laptop.cloud.settle()
})
afterAll(() => laptop?.cloud.close())

const draft = (login: string, more: object = {}, key: string = crypto.randomUUID()) =>
  laptop.post(CORRECTION, { login, body: { ...body, ...more }, key })
const drafted = async () => (await readCase(laptop.stage, 'officer-2', unit)).correction?.drafted
const sign = async (login: string, key: string = crypto.randomUUID()) =>
  laptop.post(`${CORRECTION}/sign`, { login, body: { drafted: await drafted() }, key })
const commits = (act: () => Promise<unknown>) => laptop.appendsDuring(act)

it('is refused to the unit, and incomplete, with nothing written', async () => {
  const appended = await commits(async () => {
    expect(await draft('clerk-dazhuang')).toMatchObject({
      status: 403,
      body: {
        error:
          '“拟更正”由法制办经办人、法制办负责人、会议秘书、领导小组秘书、考核组组长办理；您现在的岗位：创建单位经办人。',
      },
    })
    expect((await draft('officer-2', { outcome: undefined, reason: '' })).body.fields).toEqual({
      outcome: '请选择结论',
      reason: '请填写更正理由',
    })
  })
  expect(appended).toEqual([])
})

it('is drafted by one, who may not sign it', async () => {
  expect(await commits(() => draft('officer-2'))).toEqual([`case/${BATCH}/${unit} 7`])
  const appended = await commits(async () => {
    expect(await sign('officer-2')).toMatchObject({
      status: 403,
      body: { error: '更正是您拟订的，不能由您自己签发；请由其他有权人员签发。' },
    })
  })
  expect(appended).toEqual([])
  expect((await readCase(laptop.stage, 'clerk-dazhuang', unit)).step).toBe('refused')
})

it('opens the ended case again when another signs: one commit, asked twice', async () => {
  await laptop.advanceTo('2018-05-11T10:30:00+08:00')
  const seen = await drafted()
  const appended = await commits(async () => {
    const click = () =>
      laptop.post(`${CORRECTION}/sign`, { login: 'office-head', body: { drafted: seen }, key: 'corrected' })
    const [once, twice] = [await click(), await click()]
    expect([once.status, twice.status, once.body.step, once.body.ended]).toEqual([200, 200, 'notice', false])
  })
  expect(appended).toEqual([`case/${BATCH}/${unit} 8`])
  const { timeline } = await readCase(laptop.stage, 'clerk-dazhuang', unit)
  expect(timeline.find(({ event }) => event === '不予通过')).toMatchObject({
    replaced: true,
    note: '已更正，见2018年5月11日10时30分的更正',
  })
  expect(timeline.at(-1)?.event).toBe('更正为：通过')
})

it('is carried on by an execution of its own: the notice is closed, and the meeting decides it', async () => {
  await publishNotice([unit], '2018-05-11')(laptop.stage)
  await laptop.cloud.settle()
  expect(await draft('officer-1', { outcome: 'refused', corrects: 3 })).toMatchObject({
    status: 409,
    body: { error: expect.stringMatching(/^本件已列入名单，“初审”结论不能再更正；/) },
  })
  await laptop.advanceTo('2018-05-18T09:00:00+08:00')
  await closeNotice()(laptop.stage)
  await laptop.cloud.settle()
  expect((await readCase(laptop.stage, 'officer-2', unit)).step).toBe('executiveMeeting')
  // The secretary picks the wrong conclusion.
  await meet('泗政常〔2018〕38号', '2018-05-18', [unit], 'refused')(laptop.stage)
  await laptop.cloud.settle()
  expect(await readCase(laptop.stage, 'officer-2', unit)).toMatchObject({
    ...{ step: 'refused', ended: true },
    final: expect.stringMatching(/^这是会议决定；登记有误、后面还没有办理的，由登记会议决定的人员拟订更正/),
  })
})

it('has the meeting’s line corrected, too: the quota and the title follow the minutes', async () => {
  const line = `/api/cases/${BATCH}/${unit}/steps/executiveMeeting/correction`
  const corrected = { outcome: 'named', reason: '登记时选错了结论。', inMinutes: '第三项：同意命名。' }
  const visit = (await readCase(laptop.stage, 'office-head', unit)).visit - 1
  const body = { ...corrected, corrects: visit }
  for (const login of ['officer-2', 'clerk-dazhuang'])
    expect((await laptop.post(line, { login, body })).status).toBe(403)
  expect((await laptop.post(line, { login: OFFICE.secretary, body, key: 'line-drafted' })).status).toBe(200)
  const seen = (await readCase(laptop.stage, 'office-head', unit)).correction?.drafted
  const sign = () => laptop.post(`${line}/sign`, { login: 'office-head', body: { drafted: seen }, key: 'line-signed' })
  const appended = await commits(async () => {
    const [once, twice] = [await sign(), await sign()]
    expect([once.status, twice.status, once.body.step]).toEqual([200, 200, 'named'])
  })
  // What follows from the case confers the title.
  const both = [`resolution/${BATCH}/executiveMeeting 2`, `case/${BATCH}/${unit} 13`]
  expect(appended.filter((one) => !one.startsWith('title/'))).toEqual(both)
  await laptop.cloud.settle()
  expect(await readCase(laptop.stage, OFFICE.secretary, unit)).toMatchObject({
    ...{ step: 'named', title: true },
    final: expect.stringMatching(/^已经据此授予称号/),
  })
  const streams = await laptop.close()
  expect(streams.has(`title/${unit}/${BATCH}`)).toBe(true)
  for (const chain of streams.values()) verifyChain(chain)
})
