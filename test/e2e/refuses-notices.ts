import { beforeAll, expect, it } from 'vitest'
import { noticeEndpoints } from '#contracts/notice.ts'
import { OFFICE } from '../../packages/cli/rehearsal/acts.ts'
import { accepted, review } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { approveNotice, closeNotice, prepareNotice } from '../../packages/cli/rehearsal/list-acts.ts'
import {
  admitObjection,
  enterObjection,
  findObjection,
  objectOnPage,
} from '../../packages/cli/rehearsal/objection-acts.ts'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { BATCH, type Laptop } from './laptop-under-test.ts'

const UNITS = ['dazhuang', 'changgou']
const NOTICE = `/api/notices/${BATCH}/1`
const ALL = ['page', 'mail', 'post', 'dutyLog']

export function refusesNotices(laptop: () => Laptop): void {
  const notice = () => laptop().as(OFFICE.officer)(noticeEndpoints.readNotice, { params: { batch: BATCH, n: '1' } })
  const stepsOf = () =>
    Promise.all(UNITS.map(async (unit) => (await readCase(laptop().stage, OFFICE.officer, unit)).step))
  const linesOf = async () => (await notice()).lines.map(({ unit, outcome }) => [unit, outcome])
  /** The office's attempt to close it, refused; answers what was said. */
  async function refusesToClose(checked: readonly string[]) {
    let said: unknown
    const appends = await laptop().appendsDuring(async () => {
      const { status, body } = await laptop().post(`${NOTICE}/close`, { login: OFFICE.officer, body: { checked } })
      said = { status, error: body.error, fields: body.fields }
    })
    expect(appends).toEqual([])
    expect((await notice()).closed).toBeUndefined()
    expect(await stepsOf()).toEqual(['notice', 'notice'])
    return said
  }

  beforeAll(async () => {
    const { stage, advanceTo } = laptop()
    await advanceTo('2018-05-16T08:30:00+08:00')
    await review('changgou', accepted)(stage)
    await stage.settle()
    await prepareNotice({ cases: UNITS, on: '2018-05-16' })(stage)
  })

  it('is not approved by whoever may not, nor without the secrecy check, and nothing is public yet', async () => {
    const { post, appendsDuring, stage } = laptop()
    const { preparation, page } = await notice()
    const approve = (login: string, secrecyChecked: boolean) =>
      post(`${NOTICE}/approve`, { login, body: { prepared: preparation?.prepared, secrecyChecked } })
    const appends = await appendsDuring(async () => {
      expect(await approve('officer-2', true)).toMatchObject({
        status: 403,
        body: { error: '“签发公示”由法制办负责人办理；您现在的岗位：法制办经办人。' },
      })
      expect(await approve(OFFICE.head, false)).toMatchObject({
        status: 422,
        body: { fields: { secrecyChecked: '请确认已进行保密审查' } },
      })
      expect((await fetch(new URL(page, stage.origin))).status).toBe(404)
    })
    expect(appends).toEqual([])
    await approveNotice()(stage)
    await stage.settle()
    expect((await fetch(new URL(page, stage.origin))).status).toBe(200)
  })

  it('is not closed while its period runs', async () => {
    expect(await refusesToClose(ALL)).toMatchObject({
      status: 409,
      error: '公示期到2018年5月22日24时为止，现在还不能结束公示。',
    })
  })

  it('is not closed before the office has looked through every channel', async () => {
    const { stage, advanceTo } = laptop()
    await advanceTo('2018-05-17T20:00:00+08:00')
    await objectOnPage('dazhuang')(stage)
    await admitObjection('dazhuang')(stage)
    await advanceTo('2018-05-24T09:00:00+08:00')
    expect(await refusesToClose(['page', 'mail', 'post'])).toMatchObject({
      status: 422,
      fields: { checked: '请逐项核对后勾选' },
    })
  })

  it('is closed for the cases without an open objection only', async () => {
    const { stage } = laptop()
    await closeNotice()(stage)
    await stage.settle()
    expect(await stepsOf()).toEqual(['notice', 'executiveMeeting'])
    expect(await linesOf()).toEqual([
      ['dazhuang', undefined],
      ['changgou', 'clear'],
    ])
  })

  it('takes no objection after its period, and says so on the page', async () => {
    const { origin } = laptop().stage
    const form = new FormData()
    for (const [name, value] of Object.entries({
      key: 'too-late-objection',
      about: 'changgou',
      identity: 'anonymous',
      summary: '迟到的异议',
    }))
      form.set(name, value)
    const appends = await laptop().appendsDuring(async () => {
      const answer = await fetch(`${origin}/objections/${BATCH}/1`, { method: 'POST', body: form })
      expect(answer.status).toBe(409)
      expect(await answer.text()).toMatch(/公示期已/)
      const letter = { about: 'changgou', channel: 'letter', on: '2018-05-23', summary: '邮戳晚了一天。' }
      expect(await laptop().post(`${NOTICE}/objections`, { login: OFFICE.officer, body: letter })).toMatchObject({
        status: 409,
        body: { code: 'late' },
      })
    })
    expect(appends).toEqual([])
  })

  it('takes a letter with the postmark of the last day, which holds the case that had gone on', async () => {
    const { stage } = laptop()
    await enterObjection('changgou', 'letter', '2018-05-22')(stage)
    await stage.settle()
    expect((await readCase(stage, OFFICE.officer, 'changgou')).held).toHaveLength(1)
    await admitObjection('changgou')(stage)
    await findObjection('changgou', 'notUpheld')(stage)
    await stage.settle()
    const { held, step } = await readCase(stage, OFFICE.officer, 'changgou')
    expect({ held, step }).toEqual({ held: [], step: 'executiveMeeting' })
  })

  it('gives the other case its line once its objection is found', async () => {
    const { stage } = laptop()
    await findObjection('dazhuang', 'upheld')(stage)
    await stage.settle()
    expect(await linesOf()).toEqual([
      ['dazhuang', 'upheld'],
      ['changgou', 'clear'],
    ])
    expect(await stepsOf()).toEqual(['objectionUpheld', 'executiveMeeting'])
  })
}
