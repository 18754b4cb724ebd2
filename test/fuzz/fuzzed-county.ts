/** A county in which something of every kind waits, so that requests get as far as they can. */

import { noticeEndpoints } from '#contracts/notice.ts'
import { officeFor } from '#evidence/file-owner.ts'
import type { Appointment } from '#procedure/appointments.ts'
import { forms } from '#procedure/forms.ts'
import { procedures } from '#procedure/procedures.ts'
import {
  clerkOf,
  type Do,
  departmentOf,
  headOf,
  inOrder,
  legalOf,
  OFFICE,
  openCall,
} from '../../packages/cli/rehearsal/acts.ts'
import { asInSixian, CONDITIONS, publishPack, STANDARD } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import * as form from '../../packages/cli/rehearsal/form-acts.ts'
import { accepted, draft, review, signDraft } from '../../packages/cli/rehearsal/judgement-acts.ts'
import * as list from '../../packages/cli/rehearsal/list-acts.ts'
import { LONG_BATCH, longTerms } from '../../packages/cli/rehearsal/long-batch.ts'
import { enterObjection } from '../../packages/cli/rehearsal/objection-acts.ts'
import { pdf } from '../../packages/cli/rehearsal/paper.ts'
import { PROCEDURE } from '../../packages/cli/rehearsal/second-batch.ts'
import { upload } from '../../packages/cli/rehearsal/stage.ts'
import { type Laptop, laptopUnderTest } from '../e2e/laptop-under-test.ts'

export const UNITS = ['dazhuang', 'caogou', 'changgou', 'pingshan'] as const
const [listed, reviewed, begun] = UNITS
const handIn = (unit: string): Do =>
  inOrder(form.fillIn(unit, `${unit}镇人民政府`), form.signAndSubmit(unit, '2018-05-10'))

/** What stands in the county's addresses and bodies by now. */
export type Fuzzed = { readonly laptop: Laptop; readonly words: readonly string[] }

export async function fuzzedCounty(): Promise<Fuzzed> {
  const laptop = await laptopUnderTest(UNITS)
  laptop.hooks.skipSchedule = () => true
  const { stage, cloud } = laptop
  const play = async (batch: string, act: Do) => {
    await act({ ...stage, batch })
    await cloud.settle()
  }
  await play(stage.batch, inOrder(publishPack(STANDARD), publishPack(CONDITIONS)))
  await play(stage.batch, inOrder(handIn(listed), handIn(reviewed), form.fillIn(begun, '长沟镇人民政府')))
  await play(stage.batch, review(listed, accepted))
  await play(LONG_BATCH, inOrder(openCall(asInSixian(longTerms)), handIn(listed), handIn(reviewed)))
  await play(LONG_BATCH, inOrder(draft(listed, accepted, 'first'), signDraft(listed, 'first')))
  await play(LONG_BATCH, draft(reviewed, accepted, 'waiting'))
  await laptop.advanceTo('2018-05-11T09:00:00+08:00')
  await play(stage.batch, list.publishNotice([listed], '2018-05-11'))
  await play(stage.batch, enterObjection(listed, 'phone', '2018-05-11'))
  const paper = pdf('材料.pdf', 'fuzz')
  const digests = [
    await upload(stage, clerkOf(listed), listed, paper),
    await upload(stage, OFFICE.officer, officeFor('proof'), paper),
  ]
  const board = await laptop.as(OFFICE.officer)(noticeOf, { params: { batch: stage.batch, n: '1' } })
  const objections = board.objections.map(({ objection }) => objection)
  return { laptop, words: [...digests, ...digests.map((one) => `${one} 材料.pdf`), ...objections, ...WORDS] }
}
const noticeOf = noticeEndpoints.readNotice

const steps = Object.values(procedures).flatMap((one) => Object.entries(one.steps))
const WORDS: readonly string[] = [
  ...[
    ...UNITS,
    'office',
    officeFor('proof'),
    officeFor('minutes'),
    '2018-2',
    LONG_BATCH,
    '2018-9',
    PROCEDURE,
    '1',
    '2',
    '2018',
    '2019',
    'r001',
    'r002',
    'fuzz',
  ],
  ...steps.map(([name]) => name),
  ...steps.flatMap(([, { outcomes }]) => Object.keys(outcomes)),
  ...Object.values(forms).flatMap(({ name, fields, signOffs }) => [
    ...[name, ...fields.map((one) => one.name), ...signOffs.map((one) => one.name)],
  ]),
  ...[STANDARD, CONDITIONS, 'desk', 'visit', 'interview', 'page', 'online', 'paper', 'sealed'],
  ...['2018-05-10', '2018-05-11', '2018-05-12', '2018-05-20', '2018-06-30', '2018-05-20T15:59:59.999Z'],
  ...['0557-7021234', '13955571234', 'fazhi@example.gov.cn', '王大明', '李小明', '大庄镇人民政府', '泗政办〔2018〕9号'],
  ...[
    '材料齐全，符合条件。',
    '请补充年度工作计划后重新报送。',
    '会议室',
    'a'.repeat(64),
    'application/pdf',
    '材料.pdf',
  ],
]

/** Logins by what they are appointed to; of a unit the one that is asked about. */
export const loginsOf = (unit: string, administrator: string): Readonly<Record<Appointment, readonly string[]>> => ({
  unitClerk: [clerkOf(unit)],
  unitLegalOfficer: [legalOf(unit)],
  unitHead: [headOf(unit)],
  // Of one unit alone the demonstration roster has one.
  departmentClerk: [departmentOf('shichang')],
  officeOfficer: [OFFICE.officer, OFFICE.second],
  officeHead: [OFFICE.head],
  meetingSecretary: [OFFICE.secretary],
  leadingGroupSecretary: [OFFICE.groupSecretary],
  assessmentLeader: [OFFICE.leader],
  scorer: [OFFICE.scorer, OFFICE.secondScorer],
  administrator: [administrator],
  securityAdministrator: ['security'],
  auditor: ['auditor'],
  // No county of the demonstration has one.
  malwareScanner: [],
})
