/** Every command on a case and every list act, in two batches: the short procedure, and the one with every kind of step. */

import type { CallBody } from '#contracts/call.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { titleEndpoints } from '#contracts/title/title.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { bulletinEndpoints } from '#contracts/work/bulletins.ts'
import { sendHolidays } from '../../packages/cli/holidays/enter-holidays.ts'
import {
  clerkOf,
  type Do,
  headOf,
  inOrder,
  legalOf,
  OFFICE,
  openCall,
  remind,
  returnCall,
} from '../../packages/cli/rehearsal/acts.ts'
import { inquire, readTally } from '../../packages/cli/rehearsal/assessment/assessment-acts.ts'
import * as on from '../../packages/cli/rehearsal/case-acts.ts'
import {
  byOtherStandard,
  CONDITIONS,
  OTHER_STANDARD,
  publishPack,
  STANDARD,
} from '../../packages/cli/rehearsal/catalogue-acts.ts'
import {
  amend,
  approveCancelling,
  prepareAmendment,
  prepareCancelling,
  returnAmendment,
  returnCancelling,
} from '../../packages/cli/rehearsal/change-acts.ts'
import { assess, finishAssessment, lookAtAssessment } from '../../packages/cli/rehearsal/dossier/dossier-acts.ts'
import { giveBackOne, spreadAssessment } from '../../packages/cli/rehearsal/dossier/spread-acts.ts'
import { readRetention } from '../../packages/cli/rehearsal/erasing/erasing-acts.ts'
import * as form from '../../packages/cli/rehearsal/form-acts.ts'
import {
  accepted,
  draft,
  draftCorrection,
  returnCorrection,
  returnDraft,
  review,
  signCorrection,
  signDraft,
} from '../../packages/cli/rehearsal/judgement-acts.ts'
import * as list from '../../packages/cli/rehearsal/list-acts.ts'
import { longTerms } from '../../packages/cli/rehearsal/long-batch.ts'
import { draftNotice, lookAround, previewCall, proveEnd, readCall } from '../../packages/cli/rehearsal/looking-acts.ts'
import {
  admitObjection,
  declineObjection,
  enterObjection,
  findObjection,
  studyObjection,
} from '../../packages/cli/rehearsal/objection-acts.ts'
import { pdf } from '../../packages/cli/rehearsal/paper.ts'
import { give, readCase, upload } from '../../packages/cli/rehearsal/stage.ts'
import {
  approveExperience,
  consentToExperience,
  declineExperience,
  draftExperience,
  experience,
  proposeExperience,
  returnExperience,
  returnExperienceProposal,
  takeExperienceDown,
  withdrawExperience,
} from '../../packages/cli/rehearsal/titles/experience-acts.ts'
import {
  decideRevocation,
  dropMeasure,
  measure,
  prepareMeasure,
  recheck,
  returnMeasure,
  takePlaque,
} from '../../packages/cli/rehearsal/titles/title-acts.ts'
import { issueBulletin, noteBulletin } from '../../packages/cli/rehearsal/work/bulletin-acts.ts'
import {
  chase,
  consult,
  enterReply,
  readReplies,
  withdrawConsultation,
  withdrawReply,
} from '../../packages/cli/rehearsal/work/consultation-acts.ts'
import { answerFinding, confirmMended, visit } from '../../packages/cli/rehearsal/work/inspection-acts.ts'
import {
  correctResult,
  enterResult,
  readRecentResults,
  readResults,
  withdrawResult,
} from '../../packages/cli/rehearsal/work/results-acts.ts'
import type { Laptop } from '../e2e/laptop-under-test.ts'
import { HOLIDAYS_2019 } from '../given/holidays.ts'
import { SCANNER } from '../scan/scanning-county.ts'
import type { As } from './count-calls.ts'
import { answerTwoTogether, declineThose, objectOften } from './counted-objections.ts'

type Dated = readonly [at: string, act: Do]

const [rich, second, third, brief] = ['dazhuang', 'caogou', 'changgou', 'pingshan'] as const
export const UNITS: readonly string[] = [rich, second, third, brief]
const three = [rich, second, third]
const two = [rich, second]
const name = '大庄镇人民政府'

/** The page of a case as its unit and the office see it, and what waits for each. */
const look: Do = async (stage) => {
  for (const login of [clerkOf(rich), headOf(rich), OFFICE.officer, OFFICE.head]) {
    await readCase(stage, login, rich)
    const params = { batch: stage.batch, unit: rich }
    await stage.as(login)(intakeEndpoints.readEarlier, { params })
    await stage.as(login)(intakeEndpoints.readInquiries, { params })
    await stage.as(login)(viewsEndpoints.readWorklist)
  }
}
/** What the paper says by which the list is submitted. */
const submission =
  (step: string): Do =>
  async ({ as, batch }) => {
    await as(OFFICE.officer)(intakeEndpoints.readSubmission, { params: { batch, step, list: 'next' } })
  }
const lists =
  (...steps: readonly string[]): Do =>
  async ({ as, batch }) => {
    for (const step of steps) await as(OFFICE.head)(intakeEndpoints.readResolutions, { params: { batch, step } })
  }
const notice: Do = ({ as, batch }) => as(OFFICE.officer)(noticeEndpoints.readNotice, { params: { batch, n: '1' } })
const documents: Do = ({ as, batch }) =>
  as(OFFICE.head)(intakeEndpoints.readAnnouncements, { params: { batch, step: 'naming' } })
const preview: Do = ({ as, batch }) =>
  as(OFFICE.officer)(noticeEndpoints.previewNotice, {
    params: { batch, step: 'notice' },
    body: { title: '公示', cases: three, publication: { on: '2018-05-11', place: '公告栏' } },
  })
/** The two newest files are opened (those of past batches have no bytes), and the head looks who did, and what a malware scanner found, which was mistaken. */
const openings: Do = async ({ as, settle }) => {
  const params = { owner: rich }
  const { items } = await as(OFFICE.officer)(evidenceEndpoints.listEvidence, { params })
  const newest = items.toSorted((one, other) => other.since.localeCompare(one.since))
  for (const { sha256 } of newest.slice(0, 2))
    await as(OFFICE.officer)(evidenceEndpoints.linkEvidence, { params: { ...params, sha256 } })
  const [{ sha256 } = { sha256: '' }] = newest
  const verdict = (clean: boolean) =>
    as(SCANNER)(evidenceEndpoints.recordScan, {
      params: { ...params, sha256 },
      body: clean ? { clean } : { clean, finding: '示例病毒' },
    })
  await verdict(false)
  await settle()
  await as(OFFICE.head)(evidenceEndpoints.listOpenings)
  await as(OFFICE.head)(evidenceEndpoints.listScans)
  await verdict(true)
}
/** Which units have read what the office has told them. */
const bulletins: Do = async ({ as, batch }) => {
  await as(OFFICE.officer)(bulletinEndpoints.readBulletins, { params: { batch } })
}
const holidays: Do = ({ as }) => sendHolidays(as(OFFICE.head), HOLIDAYS_2019, 'holidays-2019')
const retention: Do = ({ as }) => readRetention({ as }, OFFICE.head)
const procedures: Do = ({ as }) => as(OFFICE.officer)(intakeEndpoints.listProcedures)
const contact: Do = ({ as, batch }) =>
  as(OFFICE.officer)(intakeEndpoints.readContact, { params: { batch, unit: rich } })
const each = (units: readonly string[], act: (unit: string) => Do): Do => inOrder(...units.map(act))
/** As it was signed. */
const submitAgain: Do = (stage) =>
  give(stage, clerkOf(rich), rich, { name: 'submit-form', form: form.APPLICATION }, {}, 'submit-again')
/** Everything in one file, and nobody looks at a page before a click. `on`: when its head signs; without it nothing is handed in. */
const briefly =
  (unit: string, on?: string): Do =>
  async (stage) => {
    const params = { batch: stage.batch, unit, form: form.APPLICATION }
    const clerk = stage.as(clerkOf(unit))
    const file = await upload(stage, clerkOf(unit), unit, pdf('全部材料.pdf', unit))
    await clerk(intakeEndpoints.openCase, { params })
    const plans = { creationPlan: [file], workPlan: [file], creationReport: [file] }
    const words = { contact: '陈明', phone: '0557-7021234', reason: '基础较好。', project: '全过程记录' }
    const page = await clerk(intakeEndpoints.saveForm, { params, body: { ...words, ...plans } })
    if (!on) return
    const signed = { opinion: '同意。', covers: page.form?.digest ?? '' }
    await stage.as(legalOf(unit))(intakeEndpoints.signForm, { params, body: { ...signed, signOff: 'legalOffice' } })
    const scan = await upload(stage, clerkOf(unit), unit, pdf('签字盖章页.pdf', `${stage.batch} ${unit}`))
    const paper = { on, signer: '周正', scan }
    await clerk(intakeEndpoints.signForm, { params, body: { ...signed, signOff: 'unitHead', ...paper } })
    await clerk(intakeEndpoints.submitForm, { params, body: { covers: signed.covers } })
  }
const inFull = (on: string): Do => inOrder(form.fillIn(rich, name), form.signAndSubmit(rich, on))

const base: CallBody = {
  ...longTerms,
  // Its gates are looked up in the standard.
  scoring: { way: 'gateThenDeduct', gates: ['一第4项'], takenOff: 3, combined: 'mean', atLeast: 85 },
  dates: {
    application: { lastDay: '2018-05-25' },
    implementation: { lastDay: '2018-06-30' },
    declaration: { lastDay: '2018-07-20' },
  },
}

const short: readonly Dated[] = [
  [
    '2018-05-10T10:00:00+08:00',
    inOrder(
      inFull('2018-05-10'),
      each([second, third], (unit) => briefly(unit, '2018-05-10')),
      briefly(brief),
      remind([brief], '请抓紧办理。'),
      on.withdraw(brief, '机构合并。'),
      look,
      contact,
      openings,
      each(three, (unit) => review(unit, accepted)),
      draftCorrection(third, { ...accepted, reason: '符合条件，材料已补齐。' }),
      returnCorrection(third, '请写明补齐了哪些材料。'),
      draftCorrection(third, { ...accepted, reason: '符合条件，印发文件已补齐。' }, 2),
      signCorrection(third),
      look,
    ),
  ],
  [
    '2018-05-11T09:00:00+08:00',
    inOrder(
      draftNotice,
      preview,
      list.publishNotice(three, '2018-05-11'),
      enterObjection(second, 'letter', '2018-05-11'),
      objectOften(rich, '2018-05-11'),
    ),
  ],
  [
    '2018-05-18T09:00:00+08:00',
    inOrder(
      enterObjection(third, 'phone', '2018-05-17'),
      notice,
      declineObjection(third),
      studyObjection(second),
      admitObjection(second),
      findObjection(second, 'notUpheld'),
      proveEnd,
      list.closeNotice(),
      notice,
      answerTwoTogether(rich),
      declineThose(rich),
      notice,
      look,
      lists('executiveMeeting'),
      list.meet('泗政常纪〔2018〕38号', '2018-05-18', three, 'named'),
      lists('executiveMeeting'),
      look,
    ),
  ],
]

const returned = { outcome: 'returned', reason: '缺少时间安排。', reopens: ['project', 'workPlan'] }
const LOST = {
  ...{ on: '2018-05-20', reference: '（2018）皖1324行初3号' },
  ...{ text: '一起行政处罚因程序违法被判决撤销。' },
}
const long: readonly Dated[] = [
  [
    '2018-05-21T09:00:00+08:00',
    inOrder(
      procedures,
      retention,
      holidays,
      publishPack(STANDARD),
      publishPack(CONDITIONS),
      publishPack(OTHER_STANDARD),
      returnCall(byOtherStandard({ ...base, returnDays: 5 }), '补正天数按10天。'),
      previewCall,
      openCall(byOtherStandard(base), 2),
      readCall(clerkOf(rich)),
      inFull('2018-05-21'),
      briefly(second, '2018-05-21'),
      form.recall(rich, form.APPLICATION),
      submitAgain,
      on.thinkAgain(rich, '人员不足。'),
      draft(rich, returned, 'review-1'),
      returnDraft(rich, '请写明理由。', 'review-1'),
      draft(rich, { ...returned, reason: '请补时间安排。' }, 'review-2'),
      signDraft(rich, 'review-2'),
      look,
      form.mend(rich, name),
      form.signAndSubmit(rich, '2018-05-21', { time: 2 }),
      look,
      on.raiseVeto(rich, { source: '信访件反映。' }),
      on.dismissVeto(rich, '查无实据。'),
      each(two, (unit) => draft(unit, accepted, 'review-3')),
      each(two, (unit) => signDraft(unit, 'review-3')),
      briefly(brief),
      on.raiseVeto(brief, { source: '省政府通报。' }),
      on.confirmVeto(brief),
      list.submitList('selection', two),
      look,
      lists('selection'),
    ),
  ],
  [
    '2018-05-22T09:00:00+08:00',
    inOrder(
      list.decideList({
        step: 'selection',
        login: OFFICE.groupSecretary,
        meeting: '领导小组第2次会议',
        number: '泗依法纪〔2018〕2号',
        date: '2018-05-22',
        cases: two,
        outcome: 'notSelected',
        exceptions: [{ case: rich, outcome: 'cultivated', reason: '基础较好。' }],
        votes: true,
      }),
      lists('selection'),
    ),
  ],
  [
    '2018-05-23T09:00:00+08:00',
    inOrder(
      on.report(rich, 1),
      on.guide(rich, '请按季度报送。'),
      issueBulletin(1, { title: '创建情况', text: '各单位已经开始创建，进展顺利。' }),
      noteBulletin(rich, 1),
      bulletins,
      visit(rich, { on: '2018-05-23', finding: '没有合法性审查记录。', lastDay: '2018-05-30' }),
      answerFinding(rich, '已补齐全部审查记录。'),
      confirmMended(rich),
      on.extend(rich, 'implementation', { lastDay: '2018-07-01', reason: '移交延误。' }),
      prepareAmendment({ dates: { declaration: '2018-07-25' }, reason: '集中防汛。' }),
      returnAmendment('请写明文号。'),
      amend({ dates: { declaration: '2018-07-25' }, reason: '集中防汛。', number: '泗法办〔2018〕9号' }, 2),
      look,
    ),
  ],
  [
    '2018-07-03T09:00:00+08:00',
    inOrder(
      form.declare(rich, name),
      spreadAssessment(rich, '2018-07-20'),
      giveBackOne(rich, '此项由办公室掌握，请改派。'),
      look,
      assess(rich),
      finishAssessment(rich),
      form.declineDeclaration(rich, '请写明指标完成情况。'),
      form.rewordDeclaration(rich, '三十六项指标均已完成。'),
      form.signDeclaration(rich),
      form.submitDeclaration(rich),
      lookAtAssessment(OFFICE.officer, rich),
      draft(rich, { outcome: 'returned', reason: '申报报告缺少数据。', reopens: ['report'] }, 'acceptance-1'),
      signDraft(rich, 'acceptance-1'),
      look,
      form.mendDeclaration(rich, name),
      form.signDeclaration(rich, 2),
      form.submitDeclaration(rich, 2),
      look,
      draft(rich, accepted, 'acceptance-2'),
      signDraft(rich, 'acceptance-2'),
      inquire(rich, '2018-07-03'),
      readTally(OFFICE.leader, rich),
      look,
      on.settle(rich, 'recommended'),
    ),
  ],
  [
    '2018-07-04T09:00:00+08:00',
    inOrder(
      list.decideList({
        ...{ step: 'candidacy', login: OFFICE.leader, meeting: '考核组会议', number: '泗依法考〔2018〕1号' },
        ...{ date: '2018-07-04', cases: [rich], outcome: 'candidate' },
      }),
    ),
  ],
  [
    '2018-07-05T09:00:00+08:00',
    inOrder(
      look,
      list.prepareNotice({ cases: [rich], on: '2018-07-05' }),
      list.returnNotice('请核对全称。'),
      list.prepareNotice({ cases: [rich], on: '2018-07-05' }, 2),
      list.approveNotice(),
    ),
  ],
  [
    '2018-07-13T09:00:00+08:00',
    inOrder(
      list.closeNotice(),
      consult([rich], { reference: '泗法函〔2018〕3号', on: '2018-07-13', lastDay: '2018-07-20' }),
      chase('audit', '2018-07-13'),
      enterReply('police', { on: '2018-07-13', found: [{ unit: rich, text: '有一起案件正在核实。' }] }),
      enterReply('police', { on: '2018-07-13' }, '所反映的是另一单位。'),
      enterReply('court', { on: '2018-07-13' }),
      withdrawReply('court', '检察院的复函登记在法院名下了。'),
      consult([rich], { reference: '泗法函〔2018〕4号', on: '2018-07-12', lastDay: '2018-07-20' }, 1),
      withdrawConsultation(2, '这次函询没有发出。'),
      readReplies(OFFICE.officer),
      enterResult({ unit: rich, kind: 'lostSuit' }, LOST),
      correctResult({ ...LOST, on: '2018-05-21' }, '日期看错了。'),
      readRecentResults(OFFICE.groupSecretary),
      readRecentResults(OFFICE.scorer),
      withdrawResult(LOST, '二审已经改判。'),
      readResults(OFFICE.officer, '2018'),
      readReplies(OFFICE.groupSecretary),
    ),
  ],
  ['2018-07-14T08:30:00+08:00', submission('proposal')],
  ['2018-07-14T09:00:00+08:00', list.submitList('proposal', [rich])],
  [
    '2018-07-15T09:00:00+08:00',
    list.decideList({
      ...{ step: 'proposal', login: OFFICE.groupSecretary, meeting: '领导小组会议', number: '泗依法纪〔2018〕3号' },
      ...{ date: '2018-07-15', cases: [rich], outcome: 'proposed', votes: true },
    }),
  ],
  ['2018-07-16T09:00:00+08:00', list.meet('泗政常纪〔2018〕39号', '2018-07-16', [rich], 'named')],
  [
    '2018-07-17T09:00:00+08:00',
    inOrder(
      lists('executiveMeeting'),
      list.prepareAnnouncement([rich], { number: '泗政〔2018〕6号', date: '2018-07-17' }),
      list.returnAnnouncement('成文日期应为签发当日。'),
      list.prepareAnnouncement([rich], { number: '泗政〔2018〕6号', date: '2018-07-17' }, 2),
      list.approveAnnouncement,
      documents,
      look,
      lookAround(OFFICE.officer),
    ),
  ],
]

const cancelling: Do = inOrder(
  prepareCancelling('上级暂停。'),
  returnCancelling('请写明依据。'),
  prepareCancelling('省里暂停创建活动。', 2),
  approveCancelling(2),
  look,
)

const AFTER_NAMING = '2018-07-19'
const revoking = {
  ...({ kind: 'propose', ground: 'requirement', heard: AFTER_NAMING, on: AFTER_NAMING } as const),
  ...{ said: '服从处理。', text: '违法强制拆除，造成严重后果。' },
}
const LISTED = { title: '一张清单管执法', text: '镇里把执法事项列成清单，逐项公开。' }
/** As whoever may see it reads it. */
const lookAtExperience: Do = async ({ as, batch }) => {
  for (const login of [clerkOf(rich), headOf(rich), OFFICE.officer, OFFICE.head, OFFICE.secretary])
    await as(login)(titleEndpoints.readExperience, { params: { batch, unit: rich } })
}
const experiences: Do = inOrder(
  draftExperience(rich, LISTED, '1'),
  declineExperience(rich, '请写明成效。', '1'),
  draftExperience(rich, { ...LISTED, text: '镇里把执法事项列成清单，投诉下降三成。' }, '2'),
  consentToExperience(rich, '2'),
  returnExperience(rich, '请核对数据。', '2'),
  draftExperience(rich, LISTED, '3'),
  consentToExperience(rich, '3'),
  proposeExperience(rich, '3'),
  returnExperienceProposal(rich, '请与单位核对。', '3'),
  lookAtExperience,
  proposeExperience(rich, '4'),
  approveExperience(rich, '4'),
  lookAtExperience,
  withdrawExperience(rich, '数据有误。', '4'),
  experience(rich, { ...LISTED, title: '清单之外无执法' }, '5'),
  takeExperienceDown(rich, '与事实不符。', '5'),
  lookAtExperience,
)
const afterNaming: Do = inOrder(
  experiences,
  prepareMeasure(rich, { kind: 'suspend', on: AFTER_NAMING, text: '没有报送整改情况。' }, 'suspend-1'),
  returnMeasure(rich, '单位已经报送。', 'suspend-1'),
  dropMeasure(rich, '经核实已经报送。', 'suspend-1'),
  prepareMeasure(rich, { kind: 'warn', on: AFTER_NAMING, text: '案卷评查不合格。' }, 'warn-1'),
  returnMeasure(rich, '请写明是哪一次评查。', 'warn-1'),
  measure(rich, { kind: 'warn', on: AFTER_NAMING, text: '上半年案卷评查不合格。' }, 'warn-2'),
  recheck(rich, 2018, AFTER_NAMING),
  measure(rich, revoking, 'propose', { named: '听取意见记录.pdf', says: AFTER_NAMING }),
  decideRevocation(rich, '泗政常纪〔2018〕40号', AFTER_NAMING),
  measure(
    rich,
    { kind: 'revoke', number: '泗政〔2018〕9号', on: AFTER_NAMING, text: '造成严重后果，决定取消。' },
    'revoke',
  ),
  takePlaque(rich, AFTER_NAMING),
  look,
)

const plays: readonly (readonly [batch: string, acts: readonly Dated[]])[] = [
  ['2018-2', short],
  ['2018-3', long],
  ['2018-2', [['2018-07-18T09:00:00+08:00', cancelling]]],
  ['2018-3', [[`${AFTER_NAMING}T09:00:00+08:00`, afterNaming]]],
]
/** `settle`: nothing runs any more, after the acts of one instant. */
type Played = Pick<Laptop, 'stage' | 'advanceTo'> & { readonly cloud: Pick<Laptop['cloud'], 'settle'> }
/** @param as the people who act */
export async function playCounted({ stage, cloud, advanceTo }: Played, as: As): Promise<void> {
  for (const [batch, acts] of plays)
    for (const [at, act] of acts) {
      await advanceTo(at)
      await act({ ...stage, batch, as })
      await cloud.settle()
    }
}
