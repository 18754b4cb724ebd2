import { beforeAll, expect, it } from 'vitest'
import { fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { accepted, review } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { BATCH, type Laptop } from './laptop-under-test.ts'

const unit = 'dazhuang'
const path = (what: string) => `/api/cases/${BATCH}/${unit}/${what}`

export function refusesDecisions(laptop: () => Laptop): void {
  beforeAll(async () => {
    const { stage } = laptop()
    await fillIn(unit, '大庄镇人民政府')(stage)
    await signAndSubmit(unit, '2018-05-10')(stage)
  })

  /** Refused with these words, nothing written, and the form as it was. */
  async function refuses(login: string, what: string, body: object, status: number, sentence: string | RegExp) {
    const { post, appendsDuring, stage } = laptop()
    const before = await readCase(stage, 'clerk-dazhuang', unit)
    const appends = await appendsDuring(async () => {
      const answered = await post(path(what), { login, body })
      expect({ status: answered.status, error: answered.body.error }).toEqual({
        status,
        error: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
      })
    })
    expect(appends).toEqual([])
    const { seen, form, step } = await readCase(stage, 'clerk-dazhuang', unit)
    expect({ seen, form, step }).toEqual({ seen: before.seen, form: before.form, step: before.step })
    expect(form?.values.reason).toContain('大庄镇人民政府')
  }

  it('on the case of another unit', async () => {
    await refuses(
      'clerk-caogou',
      'withdrawal',
      { reason: '别家的事' },
      403,
      '“录入退出申请”只能由本单位的人员办理；此件属于其他单位。',
    )
    await expect(readCase(laptop().stage, 'clerk-caogou', unit)).rejects.toMatchObject({
      status: 403,
      message: '“查看申报件”只能由本单位的人员办理；此件属于其他单位。',
    })
  })

  it('by somebody whose appointment does not give the right', async () => {
    await refuses(
      'clerk-dazhuang',
      'steps/review/decide',
      accepted,
      403,
      '“办理”由法制办经办人、法制办负责人办理；您现在的岗位：创建单位经办人。',
    )
    await refuses(
      'officer-1',
      'veto/confirm',
      { raised: 'unseen' },
      403,
      '“确认一票否决”由法制办负责人办理；您现在的岗位：法制办经办人。',
    )
  })

  it('with fields that are missing, all at once', async () => {
    const { body } = await laptop().post(path('steps/review/decide'), { login: 'officer-1', body: {} })
    expect(body.fields).toEqual({
      outcome: '请选择结论',
      reason: '请填写意见和理由',
      visit: '缺少所见申报件的编号；请刷新，核对后再办',
    })
  })

  it('on a step that somebody else has closed meanwhile, with who did what and when', async () => {
    await laptop().advanceTo('2018-05-11T10:30:00+08:00')
    await review(unit, accepted)(laptop().stage)
    await refuses(
      'officer-2',
      'steps/review/decide',
      { outcome: 'refused', reason: '不符合条件四。', visit: 2 },
      409,
      /^此操作属于“初审”环节，而本件现处“待公示”（2018年5月11日10时30分已办理：通过）；请刷新后再办。最近一次办理：.+（法制办经办人）于2018年5月11日10时30分办理“初审·通过”。$/,
    )
  })

  it('on the unit’s own form, once it was handed in', async () => {
    await refuses(
      'clerk-dazhuang',
      'forms/creation-application/save',
      { reason: '换一个理由' },
      409,
      /^此操作属于“创建申请”环节，而本件现处“待公示”/,
    )
  })
}
