/** What a unit is told of an objection that decided its case, or held it. */
import { beforeEach, expect, it } from 'vitest'
import { applyLine } from '#case/apply-line.ts'
import { caseKind } from '#case/case.ts'
import { hold, settleHold } from '#case/hold.ts'
import { admit, decline, find, objectionKind, objectionStream, openObjection } from '#steps/notice/objection.ts'
import { type County, intakeCounty } from '../fixtures/intake-county.ts'

const CASE = 'case/2018-2/dazhuang'
const NOTICE = 'notice/2018-2/1'
let county: County
/** Whether rows know of objections yet. */
let behind: boolean
const by = () => ({ by: 'office-head', received: county.clock.at })
const told = async (who = 'dazhuang-clerk') => (await county.get(who, 'cases/2018-2/dazhuang')).page().timeline
const last = async (who?: string) => (await told(who)).at(-1)
const follow = (outcome: string, ...objections: string[]) =>
  county.run(
    caseKind,
    CASE,
    applyLine({ step: 'notice', outcome, act: { stream: NOTICE, number: 6 }, objections }, by()),
  )
async function received(id: string) {
  const line = { notice: NOTICE, about: 'dazhuang', answerBy: '2018-05-30', by: 'public' }
  await county.run(objectionKind, objectionStream(id), openObjection(line, county.clock.at))
}
async function found(id: string, result: 'upheld' | 'notUpheld', reason: string) {
  await received(id)
  await county.run(objectionKind, objectionStream(id), admit(by(), 'public'))
  await county.run(objectionKind, objectionStream(id), find({ result, reason, reply: '给异议人的答复' }, by()))
}
async function held(id: string, result: 'released' | 'objection') {
  const late = { act: { stream: NOTICE, number: 8 }, objection: id }
  await county.run(caseKind, CASE, hold(late, by()))
  await county.run(caseKind, CASE, settleHold({ ...late, result }, by()))
}
beforeEach(async () => {
  behind = false
  county = await intakeCounty((stores) => ({
    ...stores,
    rows: {
      ...stores.rows,
      many: async (streams) =>
        stores.rows.many(streams.filter((stream) => !behind || !stream.startsWith('objection/'))),
    },
  }))
  await county.call()
  await county.submitted()
  await county.click('officer', 'dazhuang/steps/review/decide', { outcome: 'accepted', reason: '符合' })
})

it('is why an upheld one led it out, as the office found it; nothing of the answer to the objector', async () => {
  await found('o1', 'upheld', '所反映的处罚案件属实。')
  await follow('upheld', 'o1')
  for (const who of ['dazhuang-clerk', 'officer'])
    expect(await last(who)).toMatchObject({ event: '异议成立', reason: '所反映的处罚案件属实。' })
  expect(JSON.stringify(await told())).not.toContain('给异议人的答复')
})
it('is every finding that led it out, and of others nothing', async () => {
  await found('o1', 'upheld', '属实。')
  await found('o2', 'notUpheld', '查无此事。')
  await found('o3', 'upheld', '也属实。')
  await follow('upheld', 'o1', 'o3')
  expect((await last())?.reason).toBe('属实。\n也属实。')
})
it('is nothing where no objection decided', async () => {
  await found('o1', 'notUpheld', '查无此事。')
  await follow('clear')
  expect(await last()).not.toHaveProperty('reason')
  expect(JSON.stringify(await told())).not.toContain('查无此事')
})
it('is how one ended that held its case, and why', async () => {
  await follow('clear')
  await received('o1')
  await county.run(objectionKind, objectionStream('o1'), decline('与公示内容无关。', by(), 'public'))
  await held('o1', 'released')
  expect(await last()).toMatchObject({ event: '期内异议（o1）已办结：不予受理', reason: '与公示内容无关。' })
  await found('o2', 'upheld', '属实。')
  await held('o2', 'objection')
  expect((await told()).slice(-2)).toMatchObject([
    { event: '期内异议（o2）已办结：异议成立', reason: '属实。' },
    { outcomeTitle: '异议成立' },
  ])
})
it('is said although no row knows of it yet', async () => {
  await found('o1', 'upheld', '属实。')
  await follow('upheld', 'o1')
  behind = true
  expect(await last()).toMatchObject({ event: '异议成立', reason: '属实。' })
})
