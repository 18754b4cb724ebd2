import { beforeEach, expect, it } from 'vitest'
import { noticeKind, noticeStream, publishNotice, setLineAside } from '#acts/notice.ts'
import { type County, complete, intakeCounty } from './fixtures/intake-county.ts'

const CASE = 'case/2018-2/dazhuang'
const accepted = { outcome: 'accepted', reason: '符合条件' }
const refused = { outcome: 'refused', reason: '不在范围内' }
const givenBack = { outcome: 'returned', reason: '理由不足', reopens: ['reason'] }
let county: County
beforeEach(async () => {
  county = await intakeCounty()
  await county.call()
  await county.submitted()
})
const review = (body: object) => county.click('officer', 'dazhuang/review', body)
const correct = (who: string, body: object, corrects = 2) =>
  county.click(who, 'dazhuang/review/correct', { ...body, corrects })
const page = async (who: string) => (await county.get(who, 'cases/2018-2/dazhuang')).page()
const offered = async (who: string) => (await page(who)).commands.find(({ name }) => name === 'correct-review')
const count = async () => (await county.events(CASE)).length

/** The office publishes a notice that names the unit; the case has not followed it yet. */
const publish = () =>
  county.run(
    noticeKind,
    noticeStream('2018-2', 1),
    publishNotice(
      {
        batch: '2018-2',
        trial: false,
        title: '公示',
        cases: ['dazhuang'],
        publication: { on: '2018-05-10', place: '县政府网站' },
        period: {
          firstDay: '2018-05-10',
          lastDay: '2018-05-16',
          lateFrom: '2018-05-16T16:00:00.000Z',
          days: 7,
          convention: 'A',
        },
        replyDays: 15,
      },
      { by: 'officer', received: county.clock.at },
    ),
  )

it('is offered to other officers, at the decision itself; who decided is told who may', async () => {
  await review(refused)
  for (const who of ['officer2', 'office-head']) {
    expect(await offered(who)).toMatchObject({
      title: '更正初审结论',
      path: '/api/cases/2018-2/dazhuang/review/correct',
      fields: [{ name: 'outcome' }, { name: 'reason' }, { name: 'reopens' }, { name: 'lastDay' }],
      values: { corrects: 2 },
      confirm: expect.stringContaining('更正后本件不再是办结状态'),
    })
    const { timeline, final } = await page(who)
    expect(timeline.map(({ event, undo }) => [event, undo]).at(-1)).toEqual(['不予通过', 'correct-review'])
    expect(final).toBeUndefined()
  }
  expect(await offered('officer')).toBeUndefined()
  expect((await page('officer')).final).toBe(
    '初审结论是您作出的。办错了的，在列入公示或单位再次提交前，可以由法制办其他人员更正。',
  )
  for (const who of ['dazhuang-clerk', 'dazhuang-head', 'secretary']) {
    expect(await offered(who)).toBeUndefined()
    expect((await page(who)).final).toBeUndefined()
  }
})

it('opens an ended case again, and the first version stays, marked', async () => {
  await review(refused)
  county.clock.at = '2018-05-11T02:30:00.000Z'
  const after = (await correct('officer2', accepted)).page()
  expect(after).toMatchObject({ step: 'notice', ended: false, visit: 4 })
  expect(after.timeline.slice(-2)).toEqual([
    expect.objectContaining({ event: '不予通过', replaced: true, note: '已更正，见2018年5月11日10时30分的更正' }),
    expect.objectContaining({ step: '初审', event: '更正为：通过', by: '孙经办（法制办经办人）', reason: '符合条件' }),
  ])
  expect(await offered('office-head')).toMatchObject({ values: { corrects: 3 } })
  expect(await offered('officer2')).toBeUndefined()
})

it('is done once: a second click and the same words again change nothing', async () => {
  await review(accepted)
  const body = { ...refused, corrects: 2 }
  await county.click('officer2', 'dazhuang/review/correct', body, 'one-and-the-same-click')
  const before = await count()
  expect((await county.click('officer2', 'dazhuang/review/correct', body, 'one-and-the-same-click')).status).toBe(200)
  expect((await correct('officer2', refused)).status).toBe(200)
  expect((await correct('office-head', refused)).status).toBe(200)
  expect(await count()).toBe(before)
})

it('returns with a date by default, as a review does, or with the day chosen; never a day that has passed', async () => {
  await review(accepted)
  expect((await correct('officer2', { ...givenBack, lastDay: '2018-05-09' })).refusal().fields).toHaveProperty(
    'lastDay',
  )
  expect((await correct('officer2', { outcome: 'returned', reason: '不足' })).refusal().fields).toHaveProperty(
    'reopens',
  )
  const after = (await correct('officer2', givenBack)).page()
  expect(after).toMatchObject({ step: 'application', reopens: ['reason'], due: { said: '2018年5月20日24时' } })
  expect((await page('dazhuang-clerk')).sinceReturn).toMatchObject({ by: '孙经办（法制办经办人）', reason: '理由不足' })
  const chosen = (await correct('office-head', { ...givenBack, lastDay: '2018-05-30' }, 3)).page()
  expect(chosen).toMatchObject({ visit: 5, due: { said: '2018年5月30日24时' } })
})

it('closes a form that a return had opened; what was typed in between is kept, and the history says so', async () => {
  await review(givenBack)
  await county.click('dazhuang-clerk', 'dazhuang/application', { ...complete, reason: '补充了理由' })
  const after = (await correct('officer2', accepted)).page()
  expect(after).toMatchObject({ step: 'notice', form: { values: { reason: '基础较好' } } })
  expect(after.signOffs.every(({ on }) => on)).toBe(true)
  expect(after.sinceReturn).toBeUndefined()
  expect(after.timeline.at(-1)?.note).toBe('申请表恢复为初审时的内容；单位退回后保存的修改没有采用，仍留在办理过程中')
  const late = await county.click('dazhuang-clerk', 'dazhuang/application', { ...complete, reason: '再改' })
  expect(late.refusal().code).toBe('elsewhere')
  const again = (await correct('office-head', givenBack, 3)).page()
  expect(again.form?.values).toMatchObject({ reason: '补充了理由' })
  expect(again.timeline.at(-1)?.note).toBe('单位退回后保存的申请表恢复使用，可以接着补正')
})

it('is refused to who decided, to the unit, and on a version that is not the last', async () => {
  await review(accepted)
  expect((await correct('officer', refused)).refusal()).toMatchObject({ code: 'forbidden' })
  expect((await correct('dazhuang-clerk', refused)).status).toBe(403)
  await correct('officer2', refused)
  expect((await correct('office-head', givenBack)).refusal()).toMatchObject({
    code: 'elsewhere',
    error: expect.stringMatching(/^您看到的初审结论之后又更正过；.+孙经办.+“初审·更正为：不予通过”。$/),
  })
})

it('is refused from the moment a notice names the case, even before the case knows, unless its line was set aside', async () => {
  await review(accepted)
  await publish()
  expect((await page('officer2')).final).toMatch(/^本件已列入公示/)
  expect(await offered('officer2')).toBeUndefined()
  const before = await count()
  expect((await correct('officer2', refused)).refusal()).toMatchObject({
    code: 'elsewhere',
    error: expect.stringMatching(/^本件已列入公示，初审结论不能再更正；/),
  })
  expect(await count()).toBe(before)
  await county.run(noticeKind, noticeStream('2018-2', 1), setLineAside('dazhuang', 1, '现处未通过', county.clock.at))
  expect((await correct('officer2', refused)).status).toBe(200)
})

it('is refused once the unit has submitted again', async () => {
  await review(givenBack)
  await county.click('dazhuang-clerk', 'dazhuang/application', { ...complete, reason: '补充了理由' })
  await county.signAll('dazhuang')
  await county.click('dazhuang-clerk', 'dazhuang/application/submit')
  expect((await correct('officer2', accepted)).refusal().code).toBe('elsewhere')
})

it('of two officers at once one is first, and the other learns who it was', async () => {
  await review(accepted)
  const answers = await Promise.all([correct('officer2', refused), correct('office-head', givenBack)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.refusal().error).toMatch(/^您看到的初审结论之后又更正过/)
  expect((await county.events(CASE)).filter((event) => JSON.stringify(event).includes('"corrected"'))).toHaveLength(1)
})
