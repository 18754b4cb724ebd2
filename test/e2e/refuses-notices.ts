import { beforeAll, expect, it } from 'vitest'
import { noticeEndpoints } from '#contracts/notice.ts'
import { OFFICE, publishNotice, review } from '../../packages/cli/rehearsal/acts.ts'
import { admitObjection, findObjection, objectOnPage } from '../../packages/cli/rehearsal/objection-acts.ts'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { BATCH, type Laptop } from './laptop-under-test.ts'

const UNITS = ['dazhuang', 'changgou']
const CLOSE = `/api/notices/${BATCH}/1/close`

export function refusesNotices(laptop: () => Laptop): void {
  const notice = () => laptop().as(OFFICE.officer)(noticeEndpoints.readNotice, { params: { batch: BATCH, n: '1' } })
  const stepsOf = () =>
    Promise.all(UNITS.map(async (unit) => (await readCase(laptop().stage, OFFICE.officer, unit)).step))
  /** The office's attempt to close it, refused; answers the sentence. */
  async function refusesToClose(): Promise<string> {
    let sentence = ''
    const appends = await laptop().appendsDuring(async () => {
      const { status, body } = await laptop().post(CLOSE, { login: OFFICE.officer })
      expect(status).toBe(409)
      sentence = body.error
    })
    expect(appends).toEqual([])
    expect((await notice()).closed).toBeUndefined()
    expect(await stepsOf()).toEqual(['notice', 'notice'])
    return sentence
  }

  beforeAll(async () => {
    const { stage, advanceTo } = laptop()
    await advanceTo('2018-05-16T08:30:00+08:00')
    await review('changgou', { outcome: 'accepted', reason: '符合基本条件，材料齐全。' })(stage)
    await stage.settle()
    await publishNotice(UNITS, '2018-05-16')(stage)
    await stage.settle()
  })

  it('is not closed while its period runs', async () => {
    expect(await refusesToClose()).toBe('公示期到2018年5月22日24时为止，现在还不能结束公示。')
  })

  it('is not closed clear while an objection is open, neither by the office nor by time', async () => {
    const { stage, advanceTo } = laptop()
    await advanceTo('2018-05-17T20:00:00+08:00')
    await objectOnPage('dazhuang')(stage)
    await admitObjection(stage)
    await advanceTo('2018-05-24T09:00:00+08:00')
    const { objection } = (await notice()).objections[0]!
    expect(await refusesToClose()).toBe(`还有1件异议没有处理完（${objection}），不能以无异议结束公示。`)
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
    })
    expect(appends).toEqual([])
  })

  it('closes once the objection is found, each case by its own line', async () => {
    const { stage } = laptop()
    await findObjection(true)(stage)
    await stage.settle()
    const { closed, lines } = await notice()
    expect(closed).toBeDefined()
    expect(lines.map(({ unit, outcome }) => [unit, outcome])).toEqual([
      ['dazhuang', 'upheld'],
      ['changgou', 'clear'],
    ])
    expect(await stepsOf()).toEqual(['objectionUpheld', 'executiveMeeting'])
  })
}
