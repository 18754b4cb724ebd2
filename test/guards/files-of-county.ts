/** A county with a file of every kind, each where its story put it: two batches, one before the meeting, one assessed. */
import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { bulletinEndpoints } from '#contracts/work/bulletins.ts'
import { officeFor, officeOn } from '#evidence/file-owner.ts'
import { clerkOf, type Do, inBatch, inOrder, OFFICE, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { recordOne } from '../../packages/cli/rehearsal/assessment/assessment-acts.ts'
import { CONDITIONS, publishPack, STANDARD, withoutStandard } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import {
  declare,
  fillIn,
  signAndSubmit,
  signDeclaration,
  submitDeclaration,
} from '../../packages/cli/rehearsal/form-acts.ts'
import { accepted, draft, refused, review, signDraft } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { closeNotice, decideList, meet, publishNotice, submitList } from '../../packages/cli/rehearsal/list-acts.ts'
import { LONG_BATCH, longTerms } from '../../packages/cli/rehearsal/long-batch.ts'
import { pdf } from '../../packages/cli/rehearsal/paper.ts'
import { readCase, type Stage, upload } from '../../packages/cli/rehearsal/stage.ts'
import { BATCH, type Laptop } from '../e2e/laptop-under-test.ts'

/** An officer who also heads the unit that the objection is about. */
export const OWN_OFFICER = 'officer-2'
export type Kept = { readonly owner: string; readonly sha256: string }

const long = (act: Do): Do => inBatch(LONG_BATCH, act)
const after = (day: string) => `${day}T09:00:00+08:00`

/** Files by what they are, in the words of the matrix. */
export async function filesOfCounty({ stage, as, advanceTo }: Laptop): Promise<Readonly<Record<string, Kept>>> {
  const keep = async (login: string, owner: string, name: string): Promise<Kept> => ({
    owner,
    sha256: await upload(stage, login, owner, pdf(`${name}.pdf`, name, owner)),
  })
  const ofForm = async (at: Stage, unit: string): Promise<Kept> => {
    const [file] = (await readCase(at, clerkOf(unit), unit)).form?.files ?? []
    if (!file) throw new Error(`${unit} has no file on its form`)
    return { owner: file.owner, sha256: file.sha256 }
  }
  const inLong = { ...stage, batch: LONG_BATCH }
  const does = (act: Do) => act(stage)

  // Three that the meeting never sees: a draft, a refusal, and a file that no form cites.
  await does(fillIn('caogou', '草沟镇人民政府', { lacking: ['reason'] }))
  for (const unit of ['changgou', 'dazhuang'])
    await does(inOrder(fillIn(unit, unit), signAndSubmit(unit, '2018-05-10')))
  await does(inOrder(review('changgou', refused), review('dazhuang', accepted)))
  const uncited = await keep('clerk-dazhuang', 'dazhuang', '没有引用的材料')
  const ofOffice = await keep(OFFICE.officer, officeOn('dazhuang'), '通报')
  await does(inOrder(publishPack(STANDARD), publishPack(CONDITIONS)))
  await does(long(openCall(withoutStandard(longTerms))))
  await does(long(fillIn('caogou', '草沟镇人民政府', { lacking: ['reason'] })))
  for (const unit of ['pingshan', 'changgou'])
    await does(
      long(
        inOrder(
          fillIn(unit, unit),
          signAndSubmit(unit, '2018-05-10'),
          draft(unit, accepted, 'review-1'),
          signDraft(unit, 'review-1'),
        ),
      ),
    )
  const waiting = await ofForm(inLong, 'changgou')
  await does(long(submitList('selection', ['pingshan'])))
  await does(
    long(
      decideList({
        ...{ step: 'selection', login: OFFICE.groupSecretary, meeting: '领导小组会议', number: '泗依法纪〔2018〕2号' },
        ...{ date: '2018-05-10', cases: ['pingshan'], outcome: 'cultivated', votes: true },
      }),
    ),
  )

  await does(publishNotice(['dazhuang'], '2018-05-10'))
  const params = { batch: BATCH, n: '1' }
  const letter = await keep(OFFICE.officer, officeFor('objection'), '来信')
  await as(OFFICE.officer)(noticeEndpoints.enterObjection, {
    params,
    body: { about: 'dazhuang', channel: 'letter', on: '2018-05-10', summary: '反映情况', scan: letter.sha256 },
    command: 'enter-dazhuang',
  })
  await stage.settle()
  const { objections, proofs } = await as(OFFICE.officer)(noticeEndpoints.readNotice, { params })
  const objection = objections[0]?.objection ?? ''
  await as(OFFICE.head)(noticeEndpoints.declineObjection, {
    params: { ...params, objection },
    body: { reason: '不属于创建条件。' },
    command: 'decline-dazhuang',
  })
  if (!proofs.start) throw new Error('the notice has no proof')

  await advanceTo(after('2018-05-18'))
  await does(closeNotice())
  await stage.settle()
  await does(meet('泗政常纪〔2018〕38号', '2018-05-18', ['dazhuang'], 'named'))
  const step = { batch: BATCH, step: 'executiveMeeting' }
  const [meeting] = (await as(OFFICE.secretary)(intakeEndpoints.readResolutions, { params: step })).meetings
  const selection = { batch: LONG_BATCH, step: 'selection' }
  const [list] = (await as(OFFICE.groupSecretary)(intakeEndpoints.readResolutions, { params: selection })).lists
  if (!meeting || !list?.file) throw new Error('a meeting has no papers')

  await advanceTo(after('2018-11-02'))
  await does(
    long(
      inOrder(
        declare('pingshan', '屏山镇人民政府'),
        signDeclaration('pingshan'),
        submitDeclaration('pingshan'),
        draft('pingshan', { ...accepted, reason: '材料齐全。' }, 'acceptance-1'),
        signDraft('pingshan', 'acceptance-1'),
      ),
    ),
  )
  await stage.settle()
  const photo = await keep(OFFICE.scorer, officeOn('pingshan'), '现场照片')
  const visited = { on: '2018-11-02', place: '执法大厅', files: [photo.sha256] }
  await recordOne(OFFICE.scorer, 'pingshan', 'siteVisit', visited, 'visit-pingshan')(inLong)
  const notIssued = await keep(OFFICE.officer, officeFor('bulletin'), '还没有发出的附件')
  const issued = await keep(OFFICE.officer, officeFor('bulletin'), '情况交流附件')
  await as(OFFICE.officer)(bulletinEndpoints.issueBulletin, {
    params: { batch: LONG_BATCH },
    body: { title: '考核安排', text: '请各单位做好准备。', files: [issued.sha256], seen: 0 },
    command: 'bulletin-1',
  })
  const replied = await keep(OFFICE.officer, officeFor('consultation'), '复函')
  const found = await keep(OFFICE.officer, officeFor('results'), '判决书')
  const ofCall = await keep(OFFICE.officer, officeFor('call'), '通知附件')
  const basis = await keep('admin', officeFor('roster'), '任职文件')

  // Only now, so that nothing before is refused for it.
  await as('admin')(rosterEndpoints.appoint, {
    body: { person: 'r045', appointment: 'unitHead', unit: 'dazhuang', from: '2018-01-01' },
    command: 'appoint-r045',
  })
  await as('security')(rosterEndpoints.approveChanges, {
    body: { proposals: [{ person: 'r045', proposal: 1 }] },
    command: 'approve-r045',
  })
  await stage.settle()
  const plain = ({ owner, sha256 }: Kept): Kept => ({ owner, sha256 })
  return {
    'a draft never submitted': await ofForm(stage, 'caogou'),
    'a form refused before any meeting': await ofForm(stage, 'changgou'),
    'a form that waits to be submitted': waiting,
    'a form before the executive meeting': await ofForm(stage, 'dazhuang'),
    'a form that is assessed': await ofForm(inLong, 'pingshan'),
    'a file that nothing cites': uncited,
    'a paper of the office on a case': ofOffice,
    'a record of the assessment': photo,
    'what an organ replied': replied,
    'the paper of an external result': found,
    'an objector’s letter': letter,
    'the proof of a notice': plain(proofs.start),
    'minutes of the executive meeting': plain(meeting.minutes),
    'what was submitted to the leading group': plain(list.file),
    'what came with a bulletin': plain(issued),
    'what comes with no bulletin yet': plain(notIssued),
    'what a call is to come with': plain(ofCall),
    'a basis of the roster': basis,
  }
}
