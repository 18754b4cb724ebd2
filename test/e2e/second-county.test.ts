/** 凤凰: another county by its files alone. No cultivation, a report every half year, a notice of five working days, its own organs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CallBody } from '#contracts/call.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { synthesize } from '../../infra/synth.ts'
import { accountsOf, importDemonstrationRoster } from '../../packages/cli/laptop/accounts.ts'
import { bootLaptop, readCounty, weeklySealedDaily } from '../../packages/cli/laptop/laptop.ts'
import { peopleOf } from '../../packages/cli/laptop/people.ts'
import { type Do, inOrder, OFFICE, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { inquire } from '../../packages/cli/rehearsal/assessment/assessment-acts.ts'
import { report, settle } from '../../packages/cli/rehearsal/case-acts.ts'
import {
  byOtherStandard,
  CONDITIONS,
  OTHER_STANDARD,
  publishPack,
  STANDARD,
} from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { assess, finishAssessment } from '../../packages/cli/rehearsal/dossier/dossier-acts.ts'
import {
  declare,
  fillIn,
  signAndSubmit,
  signDeclaration,
  submitDeclaration,
} from '../../packages/cli/rehearsal/form-acts.ts'
import { accepted, draft, signDraft } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { decideList, publishNotice } from '../../packages/cli/rehearsal/list-acts.ts'
import { readCase, type Stage } from '../../packages/cli/rehearsal/stage.ts'
import { BY_POINTS } from '../given/scoring.ts'

const county = readCounty('fenghuang')
const BATCH = '2018-1'
const [UNIT, OTHER] = ['tuojiang', 'alaying']

const terms: CallBody = {
  title: '凤凰县2018年依法行政示范单位创建',
  document: { number: '凤政办发〔2018〕6号', organ: '凤凰县人民政府办公室', date: '2018-02-26' },
  approval: {
    ...{ reference: '凤政发〔2018〕3号', date: '2018-02-22', by: '凤凰县人民政府' },
    allows: '同意开展2018年依法行政示范单位创建活动。',
  },
  trial: false,
  procedure: 'creation-direct@1',
  dates: {
    application: { lastDay: '2018-03-30' },
    implementation: { lastDay: '2018-09-28' },
    declaration: { lastDay: '2018-10-19' },
  },
  notice: { ...county.notice },
  returnDays: 10,
  replyDays: 15,
  quota: 10,
  signOffs: {
    'creation-application': { legalOffice: 'online', unitHead: 'paper' },
    'creation-declaration': { unitHead: 'online' },
  },
  scoring: BY_POINTS,
}

const [assembly, data] = ['assembly', 'data'].map((what) => mkdtempSync(join(tmpdir(), `shifan-second-${what}-`)))
let cloud: Awaited<ReturnType<typeof bootLaptop>>
let stage: Stage

async function on(at: string, ...acts: Do[]) {
  await cloud.advanceTo(Date.parse(`${at}:00+08:00`))
  await inOrder(...acts)(stage)
  await cloud.settle()
}
const caseOf = (unit = UNIT, login: string = OFFICE.officer) => readCase(stage, login, unit)

beforeAll(async () => {
  await synthesize(county, assembly!, { console: 'placeholder' })
  cloud = await bootLaptop({
    ...{ county, assembly: assembly!, data: data!, port: 0, flowing: false, accounts: accountsOf(county) },
    beginning: Date.parse('2018-02-22T09:00:00+08:00'),
    hooks: { skipSchedule: weeklySealedDaily },
  })
  const as = peopleOf(county, () => cloud.addresses.origin)
  stage = { origin: cloud.addresses.origin, batch: BATCH, as, settle: () => cloud.settle(), sent: new Map() }
  await importDemonstrationRoster(county, as)
  for (const pack of [STANDARD, CONDITIONS, OTHER_STANDARD]) await publishPack(pack)(stage)
  await on('2018-02-26T09:00', openCall(byOtherStandard(terms)))
}, 300_000)
afterAll(async () => {
  await cloud?.close()
  for (const folder of [assembly!, data!]) rmSync(folder, { recursive: true, force: true })
})

it('takes no more than ten units a year', async () => {
  const { quota } = await stage.as(OFFICE.secretary)(intakeEndpoints.readResolutions, {
    params: { batch: BATCH, step: 'executiveMeeting' },
  })
  expect(quota).toBe(10)
})

it('begins to work when the review has accepted, without a selection', async () => {
  for (const [unit, name] of [
    [UNIT, '沱江镇人民政府'],
    [OTHER, '阿拉营镇人民政府'],
  ] as const)
    await on(
      '2018-03-14T09:00',
      fillIn(unit, name, { contact: '田志强' }),
      signAndSubmit(unit, '2018-03-14', { signer: '吴国华' }),
    )
  await on('2018-03-20T09:00', draft(UNIT, accepted, 'review-1'), draft(OTHER, accepted, 'review-1'))
  await on('2018-03-21T09:00', signDraft(UNIT, 'review-1'), signDraft(OTHER, 'review-1'))
  expect((await caseOf()).step).toBe('implementation')
  const { steps } = await stage.as(OFFICE.officer)(viewsEndpoints.readBoard, { params: { batch: BATCH } })
  expect(steps.map(({ title }) => title)).not.toContain('确定培育对象')
})

it('asks for a report of each half year', async () => {
  await cloud.advanceTo(Date.parse('2018-07-02T09:00:00+08:00'))
  const { work } = await caseOf(UNIT, `clerk-${UNIT}`)
  // Of the second half year it is due with the last day of the work.
  expect(work?.reports).toMatchObject([
    { period: '2018-06', state: 'due', due: { said: '2018年7月10日24时' } },
    { period: '2018-12', state: 'notYet', due: { said: '2018年9月28日24时' } },
  ])
  await on('2018-07-03T09:00', report(UNIT, 1, '2018-06'))
  expect((await caseOf()).work?.reports).toMatchObject([
    { period: '2018-06', state: 'sent' },
    { period: '2018-12', state: 'notYet' },
  ])
})

it('shows its list for five working days, under its own organs', async () => {
  await on('2018-10-08T09:00', assess(UNIT))
  await on(
    '2018-10-09T09:00',
    declare(UNIT, '沱江镇人民政府', { contact: '田志强', representative: '吴国华' }),
    finishAssessment(UNIT),
    signDeclaration(UNIT),
    submitDeclaration(UNIT),
  )
  await on('2018-10-22T09:00', draft(UNIT, accepted, 'acceptance-1'), signDraft(UNIT, 'acceptance-1'))
  expect((await caseOf(OTHER)).step).toBe('notDeclared')
  await on('2018-10-24T09:00', inquire(UNIT, '2018-10-24'))
  await on('2018-10-25T09:00', settle(UNIT, 'recommended'))
  await on(
    '2018-10-26T09:00',
    decideList({
      ...{ step: 'candidacy', login: OFFICE.leader, meeting: '考核组会议', number: '凤法考〔2018〕1号' },
      ...{ date: '2018-10-26', cases: [UNIT], outcome: 'candidate' },
    }),
  )
  await on('2018-10-29T09:00', publishNotice([UNIT], '2018-10-29'))
  const notice = await stage.as(OFFICE.officer)(noticeEndpoints.readNotice, { params: { batch: BATCH, n: '1' } })
  // Monday is not counted; Tuesday to Monday are five working days.
  expect(notice.period.lastDay).toBe('2018-11-05')
  const page = await (await fetch(`${stage.origin}/public/notices/${BATCH}/1.html`)).text()
  expect(page).toContain('凤凰县司法局')
  expect(page).not.toContain('法制办')
})
