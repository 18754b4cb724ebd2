/** What people do, each act under a command of its own: done again after a crash, it decides nothing new. */
import type { CallTerms } from '#batch/batch.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { pdf } from './paper.ts'
import { give, type Stage, upload } from './stage.ts'

export type Do = (stage: Stage) => Promise<unknown>

export const OFFICE = {
  officer: 'officer-1',
  second: 'officer-2',
  head: 'office-head',
  secretary: 'secretary',
} as const
export const clerkOf = (unit: string): string => `clerk-${unit}`
export const legalOf = (unit: string): string => `legal-${unit}`

export const openCall =
  (terms: CallTerms): Do =>
  (stage) =>
    stage.as(OFFICE.head)(intakeEndpoints.openCall, {
      params: { batch: stage.batch },
      body: terms,
      command: `call-${stage.batch}`,
    })

/** The application as it is first filled in, by the clerk unless somebody else enters it; `lacking` fields stay empty. */
export const fillIn =
  (unit: string, name: string, lacking: readonly string[] = [], clerk = clerkOf(unit)): Do =>
  async (stage) => {
    await stage.as(clerk)(intakeEndpoints.openCase, {
      params: { batch: stage.batch, unit },
      body: {},
      command: `open-${unit}`,
    })
    const files: Record<string, string[]> = {}
    for (const [field, title] of [
      ['creationPlan', '创建方案'],
      ['workPlan', '工作计划'],
      ['creationReport', '创建报告'],
    ] as const)
      files[field] = [await upload(stage, clerk, unit, pdf(`${name}${title}.pdf`, `${stage.batch} ${unit}`))]
    const values = {
      contact: '陈明',
      phone: '0557-7021234',
      reason: `${name}近两年连续获评依法行政考核优秀，现申请创建示范单位。`,
      project: '行政执法全过程记录',
      ...files,
    }
    await give(
      stage,
      clerk,
      unit,
      'save-application',
      Object.fromEntries(Object.entries(values).filter(([field]) => !lacking.includes(field))),
      `save-${unit}`,
    )
  }

/** Changes single answers after a return, among them a new file. */
export const mend =
  (unit: string, name: string): Do =>
  async (stage) => {
    const clerk = clerkOf(unit)
    const workPlan = [await upload(stage, clerk, unit, pdf('普法责任清单.pdf', `${stage.batch} ${name} 补正`))]
    await give(
      stage,
      clerk,
      unit,
      'save-application',
      { project: '普法责任清单与执法案卷评查', workPlan },
      `mend-${unit}`,
    )
  }

/** Both sign-offs as the batch wants them (legal office online, head on paper), then submission. `time`: which submission this is. */
export const signAndSubmit =
  (unit: string, on: string, time = 1): Do =>
  async (stage) => {
    const clerk = clerkOf(unit)
    await give(
      stage,
      legalOf(unit),
      unit,
      'sign-application',
      { signOff: 'legalOffice', opinion: '同意申报。', on },
      `legal-${unit}-${time}`,
    )
    const scan = await upload(stage, clerk, unit, pdf(`签字盖章页${time}.pdf`, `${stage.batch} ${unit}`))
    await give(
      stage,
      clerk,
      unit,
      'sign-application',
      { signOff: 'unitHead', opinion: '同意。', on, signer: '周正', scan },
      `head-${unit}-${time}`,
    )
    await give(stage, clerk, unit, 'submit-application', {}, `submit-${unit}-${time}`)
  }

/** One reminder of the office to several units that owe their application. */
export const remind =
  (units: readonly string[], text: string): Do =>
  async (stage) => {
    const api = stage.as(OFFICE.officer)
    const { seen } = await api(intakeEndpoints.readReminders, { params: { batch: stage.batch } })
    const command = `remind-${stage.batch}-${units.join('-')}`
    const body = stage.sent.get(command) ?? { units: [...units], text, seen }
    stage.sent.set(command, body)
    await api(intakeEndpoints.remindUnits, {
      params: { batch: stage.batch },
      body: { units: [...units], text, seen: Number(body.seen) },
      command,
    })
  }

/** A unit's application as it came on paper, entered whole by an officer 代录. */
export const enterPaperForm =
  (unit: string, name: string, on: string): Do =>
  async (stage) => {
    const { officer } = OFFICE
    await fillIn(unit, name, [], officer)(stage)
    for (const [signOff, signer] of [
      ['legalOffice', '李明'],
      ['unitHead', '周正'],
    ] as const) {
      const scan = await upload(stage, officer, unit, pdf(`${signer}签字盖章页.pdf`, `${stage.batch} ${unit}`))
      const values = { signOff, opinion: '同意申报。', on, signer, scan }
      await give(stage, officer, unit, 'sign-application', values, `paper-${signOff}-${unit}`)
    }
    await give(stage, officer, unit, 'submit-application', {}, `submit-${unit}-1`)
  }

export const review =
  (unit: string, values: Readonly<Record<string, unknown>>, time = 1): Do =>
  (stage) =>
    give(stage, OFFICE.officer, unit, 'decide-review', values, `review-${unit}-${time}`)

/** Another officer replaces what the first one decided. */
export const correct =
  (unit: string, values: Readonly<Record<string, unknown>>): Do =>
  (stage) =>
    give(stage, OFFICE.second, unit, 'correct-review', values, `correct-${unit}`)

export const withdraw =
  (unit: string, reason: string): Do =>
  (stage) =>
    give(stage, clerkOf(unit), unit, 'withdraw', { reason }, `withdraw-${unit}`)

export const raiseVeto =
  (unit: string, values: Readonly<Record<string, unknown>>): Do =>
  (stage) =>
    give(stage, OFFICE.officer, unit, 'raise-veto', values, `veto-${unit}`)

export const confirmVeto =
  (unit: string): Do =>
  (stage) =>
    give(stage, OFFICE.head, unit, 'confirm-veto', {}, `confirm-veto-${unit}`)

/** `lateFrom`: in a trial, the instant at which the period ends instead of a day. */
export const publishNotice =
  (cases: readonly string[], on: string, lateFrom?: string): Do =>
  async (stage) => {
    const proof = await upload(stage, OFFICE.officer, 'office', pdf('公示网页截图.pdf', stage.batch))
    await stage.as(OFFICE.officer)(noticeEndpoints.publishNotice, {
      params: { batch: stage.batch },
      body: {
        title: '依法行政示范单位候选名单公示',
        cases: [...cases],
        publication: { on, place: '县政府网站通知公告栏', proof },
        ...(lateFrom && { lateFrom }),
      },
      command: `notice-${stage.batch}-1`,
    })
  }

export const meet =
  (number: string, date: string, cases: readonly string[], outcome: string): Do =>
  async (stage) => {
    const minutes = await upload(stage, OFFICE.secretary, 'office', pdf(`${number}.pdf`, stage.batch))
    await stage.as(OFFICE.secretary)(intakeEndpoints.recordResolution, {
      params: { batch: stage.batch, step: 'executiveMeeting' },
      body: {
        meeting: '县政府第38次常务会议',
        number,
        date,
        minutes,
        present: ['许建国', '宋志远', '何秀英'],
        absent: [],
        how: { kind: 'discussion' },
        cases: [...cases],
        outcome,
        exceptions: [],
        recusals: [],
      },
      command: `meeting-${stage.batch}-${date}`,
    })
  }
