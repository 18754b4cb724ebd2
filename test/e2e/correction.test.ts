/** A review that was decided wrongly, over HTTP: corrected by another officer, and the case that had ended is carried on. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyChain } from '#ledger/chain.ts'
import { fillIn, meet, publishNotice, review, signAndSubmit } from '../../packages/cli/rehearsal/acts.ts'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { BATCH, type Laptop, laptopUnderTest } from './laptop-under-test.ts'

const unit = 'dazhuang'
const body = { outcome: 'accepted', reason: '大庄镇属于创建范围。', corrects: 2 }
let laptop: Laptop
beforeAll(async () => {
  laptop = await laptopUnderTest([unit])
  await fillIn(unit, '大庄镇人民政府')(laptop.stage)
  await signAndSubmit(unit, '2018-05-10')(laptop.stage)
  await review(unit, { outcome: 'refused', reason: '不在创建范围内。' })(laptop.stage)
  await laptop.cloud.settle()
})
afterAll(() => laptop?.cloud.close())

const correct = (login: string, more: object = {}, key: string = crypto.randomUUID()) =>
  laptop.post(`/api/cases/${BATCH}/${unit}/review/correct`, { login, body: { ...body, ...more }, key })
const commits = (act: () => Promise<unknown>) => laptop.appendsDuring(act)

it('is refused to who decided, to the unit, and incomplete, with nothing written', async () => {
  const appended = await commits(async () => {
    expect(await correct('officer-1')).toMatchObject({
      status: 403,
      body: { error: '初审结论是您作出的，不能由您自己更正；请由法制办其他人员更正。' },
    })
    expect(await correct('clerk-dazhuang')).toMatchObject({
      status: 403,
      body: { error: '“更正初审结论”由法制办经办人、法制办负责人办理；您现在的岗位：创建单位经办人。' },
    })
    expect((await correct('officer-2', { outcome: undefined, reason: '' })).body.fields).toEqual({
      outcome: '请选择更正后的结论',
      reason: '请填写更正理由',
    })
  })
  expect(appended).toEqual([])
})

it('opens the ended case again: one commit, asked twice', async () => {
  await laptop.advanceTo('2018-05-11T10:30:00+08:00')
  const appended = await commits(async () => {
    const [once, twice] = [await correct('officer-2', {}, 'corrected'), await correct('officer-2', {}, 'corrected')]
    expect([once.status, twice.status, once.body.step, once.body.ended]).toEqual([200, 200, 'notice', false])
  })
  expect(appended).toEqual([`case/${BATCH}/${unit} 7`])
  const { timeline } = await readCase(laptop.stage, 'clerk-dazhuang', unit)
  expect(timeline.slice(-2).map(({ event, note }) => [event, note])).toEqual([
    ['不予通过', '已更正，见2018年5月11日10时30分的更正'],
    ['更正为：通过', undefined],
  ])
})

it('is carried on by an execution of its own: the notice ends by time, and the meeting names it', async () => {
  await publishNotice([unit], '2018-05-11')(laptop.stage)
  expect(await correct('office-head', { outcome: 'refused', corrects: 3 })).toMatchObject({
    status: 409,
    body: { error: expect.stringMatching(/^本件已列入公示，初审结论不能再更正；/) },
  })
  await laptop.advanceTo('2018-05-18T09:00:00+08:00')
  await laptop.cloud.settle()
  expect((await readCase(laptop.stage, 'officer-2', unit)).step).toBe('executiveMeeting')
  await meet('泗政常〔2018〕38号', '2018-05-18', [unit], 'named')(laptop.stage)
  await laptop.cloud.settle()
  expect(await readCase(laptop.stage, 'officer-2', unit)).toMatchObject({
    step: 'named',
    final: expect.stringMatching(/^这是会议决定或公示的结果，不能在这里更正/),
  })
  const streams = await laptop.close()
  expect(streams.has(`title/${unit}/${BATCH}`)).toBe(true)
  for (const chain of streams.values()) verifyChain(chain)
})
