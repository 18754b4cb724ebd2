/** One batch that is over: ten units, each with its papers, by the commands of the product. Every other past batch is a copy of it. */
import { intakeEndpoints } from '#contracts/intake.ts'
import { clerkOf, type Do, inOrder, legalOf, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { withdraw } from '../../packages/cli/rehearsal/case-acts.ts'
import { APPLICATION } from '../../packages/cli/rehearsal/form-acts.ts'
import { accepted, review } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { closeNotice, meet, publishNotice } from '../../packages/cli/rehearsal/list-acts.ts'
import { admitObjection, enterObjection, findObjection } from '../../packages/cli/rehearsal/objection-acts.ts'
import { pdf } from '../../packages/cli/rehearsal/paper.ts'
import { terms } from '../../packages/cli/rehearsal/second-batch.ts'
import { upload } from '../../packages/cli/rehearsal/stage.ts'

/** No date is written like it, so that a copy may put its own number in its place wherever it stands. */
export const PATTERN = '2018-99'
export const BEGINNING = '2018-01-02T09:00:00+08:00'

/** Units that apply in every batch and in the story, and are never named before. */
const [REFUSED, LATE, WITHDRAWN, UPHELD] = ['dazhuang', 'caogou', 'changgou', 'pingshan'] as const
/** Units that are named: each batch has its own. */
export const NAMED: readonly string[] = ['dunji', 'heita', 'sicheng', 'kaifaqu', 'shichang', 'jiaotong']

const call = {
  ...terms,
  document: { number: '泗政办秘〔2018〕1号', organ: '泗县人民政府办公室', date: '2018-01-02' },
  approval: { ...terms.approval, date: '2018-01-02' },
  dates: { application: { lastDay: '2018-01-15' } },
}
const listed = [...NAMED, WITHDRAWN, UPHELD]
const each = (units: readonly string[], act: (unit: string) => Do): Do => inOrder(...units.map(act))

/** An objection is where it was entered a moment before the office may act on it. */
const followed: Do = ({ settle }) => settle()
/** All in one file. */
const apply =
  (unit: string, submits = true): Do =>
  async (stage) => {
    const params = { batch: stage.batch, unit, form: APPLICATION }
    const clerk = stage.as(clerkOf(unit))
    const file = await upload(stage, clerkOf(unit), unit, pdf('全部材料.pdf', stage.batch, unit))
    await clerk(intakeEndpoints.openCase, { params })
    const files = { creationPlan: [file], workPlan: [file], creationReport: [file] }
    const words = { contact: '陈明', phone: '0557-7021234', reason: '基础较好。', project: '全过程记录' }
    const page = await clerk(intakeEndpoints.saveForm, { params, body: { ...words, ...files } })
    if (!submits) return
    const signed = { opinion: '同意。', covers: page.form?.digest ?? '' }
    await stage.as(legalOf(unit))(intakeEndpoints.signForm, { params, body: { ...signed, signOff: 'legalOffice' } })
    const scan = await upload(stage, clerkOf(unit), unit, pdf('签字盖章页.pdf', stage.batch, unit))
    const paper = { on: '2018-01-10', signer: '周正', scan }
    await clerk(intakeEndpoints.signForm, { params, body: { ...signed, signOff: 'unitHead', ...paper } })
    await clerk(intakeEndpoints.submitForm, { params, body: { covers: signed.covers } })
  }

export const pastBatch: readonly (readonly [at: string, act: Do])[] = [
  ['2018-01-02T09:00:00+08:00', openCall(call)],
  [
    '2018-01-10T09:00:00+08:00',
    inOrder(
      apply(LATE, false),
      each([REFUSED, ...listed], (unit) => apply(unit)),
    ),
  ],
  [
    '2018-01-16T09:00:00+08:00',
    inOrder(
      review(REFUSED, { outcome: 'refused', reason: '上一年度考核未达优秀。' }),
      each(listed, (unit) => review(unit, accepted)),
    ),
  ],
  ['2018-01-17T09:00:00+08:00', publishNotice(listed, '2018-01-17')],
  [
    '2018-01-18T09:00:00+08:00',
    inOrder(
      withdraw(WITHDRAWN, '机构合并。'),
      enterObjection(UPHELD, 'phone', '2018-01-18'),
      followed,
      admitObjection(UPHELD),
      followed,
      findObjection(UPHELD, 'upheld'),
    ),
  ],
  ['2018-01-25T09:00:00+08:00', closeNotice()],
  ['2018-02-05T09:00:00+08:00', meet('泗政常纪〔2018〕1号', '2018-02-05', NAMED, 'named')],
]
