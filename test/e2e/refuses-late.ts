import { beforeAll, expect, it } from 'vitest'
import { AwsError } from '#local-cloud/wire/aws-error.ts'
import { fillIn } from '../../packages/cli/rehearsal/form-acts.ts'
import { pdf } from '../../packages/cli/rehearsal/paper.ts'
import { give, readCase, type Stage, upload } from '../../packages/cli/rehearsal/stage.ts'
import { BATCH, type Laptop } from './laptop-under-test.ts'

/** 15 May is over at 24:00 in the county. */
const MIDNIGHT = Date.parse('2018-05-15T16:00:00.000Z')
const NAMES = { changgou: '长沟镇人民政府', caogou: '草沟镇人民政府', pingshan: '屏山镇人民政府' }
type Unit = keyof typeof NAMES

export function refusesLate(laptop: () => Laptop): void {
  const submit = async (unit: Unit) =>
    laptop().post(`/api/cases/${BATCH}/${unit}/forms/creation-application/submit`, {
      login: `clerk-${unit}`,
      key: `submit-${unit}-now`,
      body: { covers: (await page(unit)).form?.digest },
    })
  const page = (unit: Unit) => readCase(laptop().stage, `clerk-${unit}`, unit)

  beforeAll(async () => {
    for (const unit of ['changgou', 'caogou', 'pingshan'] as const) {
      await fillIn(unit, NAMES[unit])(laptop().stage)
      await sign(unit, laptop().stage)
    }
    await laptop().cloud.advanceTo(MIDNIGHT - 1)
  })

  it('received one millisecond before is taken', async () => {
    expect(await submit('pingshan')).toMatchObject({ status: 200, body: { step: 'review' } })
    expect((await page('pingshan')).timeline.at(-1)?.at).toBe('2018-05-15T15:59:59.999Z')
  })

  it('received in time is taken, though others write first and midnight passes before it is decided', async () => {
    const { hooks, cloud, appendsDuring } = laptop()
    const stream = `case/${BATCH}/changgou`
    let lost = 0
    hooks.beforeWrite = ({ name, key }, hand) => {
      if (!name.includes('ledger') || !JSON.stringify(key).includes(stream) || lost === 2) return
      lost++
      hand.jump(MIDNIGHT)
      throw new AwsError('DuplicateItemException', 'Duplicate primary key exists in table')
    }
    const before = await page('changgou')
    const appends = await appendsDuring(async () => {
      expect(await submit('changgou')).toMatchObject({ status: 200, body: { step: 'review', seen: before.seen + 1 } })
    })
    delete hooks.beforeWrite
    expect({ lost, now: cloud.now() }).toEqual({ lost: 2, now: MIDNIGHT })
    expect(appends).toEqual([`${stream} ${before.seen + 1}`])
    expect((await page('changgou')).timeline.at(-1)?.at).toBe('2018-05-15T15:59:59.999Z')
  })

  it('received at the first instant that is late is refused, and what was filled in stays readable', async () => {
    const { appendsDuring, advanceTo } = laptop()
    const before = await page('caogou')
    const appends = await appendsDuring(async () => {
      const { status, body } = await submit('caogou')
      expect({ status, code: body.code, error: body.error }).toEqual({
        status: 409,
        code: 'late',
        error:
          '“创建申请”已于2018年5月15日24时截止；本次收到时间为2018年5月16日0时00分，不能再办理。如有正当理由，请联系法制办。',
      })
    })
    expect(appends).toEqual([])
    const after = await page('caogou')
    expect({ seen: after.seen, step: after.step, form: after.form }).toEqual({
      seen: before.seen,
      step: 'application',
      form: before.form,
    })
    await advanceTo('2018-05-16T00:05:00+08:00')
    const lapsed = await page('caogou')
    expect({ step: lapsed.step, form: lapsed.form }).toEqual({ step: 'notSubmitted', form: before.form })
    expect(lapsed.form?.values.reason).toContain('草沟镇人民政府')
  })
}

/** All that is wanted before the application is handed in; only the last click is still to come. */
async function sign(unit: Unit, stage: Stage): Promise<void> {
  const box = (signOff: string) => ({ name: 'sign-form', signOff }) as const
  const opinion = { opinion: '同意申报。' }
  await give(stage, `legal-${unit}`, unit, box('legalOffice'), opinion, `legal-${unit}`)
  const scan = await upload(stage, `clerk-${unit}`, unit, pdf('签字盖章页.pdf', unit))
  const onPaper = { ...opinion, on: '2018-05-11', signer: '周正', scan }
  await give(stage, `clerk-${unit}`, unit, box('unitHead'), onPaper, `head-${unit}`)
}
