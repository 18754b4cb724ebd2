import { describe, expect, it } from 'vitest'
import type { ShownPaper } from '#contracts/case-page.ts'
import { cite } from '#evidence/cited-file.ts'
import { formOnPaper } from './form-on-paper.ts'

const DIGEST = '0123456789abcdef'.repeat(4)
const [first, second] = ['a'.repeat(64), 'b'.repeat(64)]
const page = { unit: { id: 'dunji', name: '墩集镇人民政府' }, batch: { id: '2018-2', title: '第二批', trial: false } }
const field = (name: string, label: string, kind: ShownPaper['fields'][number]['kind']) => ({
  ...{ name, label, kind, required: true },
})
const paper: ShownPaper = {
  name: 'application',
  title: '申请表',
  step: 'apply',
  digest: DIGEST,
  savedAt: '2018-05-07T02:21:00.000Z',
  values: {
    contact: '施立新',
    reason: '近两年考核优秀。',
    since: '2017-01-03',
    plan: [cite(second, '附图.pdf'), cite(first, '方案.pdf'), cite(first, '方案（定稿）.pdf')],
  },
  fields: [
    field('contact', '联系人', 'text'),
    field('reason', '申请理由', 'longText'),
    field('since', '开始日期', 'date'),
    field('plan', '创建方案', 'files'),
  ],
  files: [
    { owner: 'dunji', sha256: first, name: '方案.pdf' },
    { owner: 'dunji', sha256: second, name: '附图.pdf' },
    { owner: 'dunji', sha256: first, name: '方案（定稿）.pdf' },
  ],
  missing: [],
  signOffs: [
    { name: 'legal', title: '法制机构意见', printed: '法制机构意见', mode: 'online' },
    { name: 'head', title: '负责人意见', printed: '负责人意见', mode: 'paper' },
    { name: 'office', title: '县法制机构意见', printed: '泗县司法局审核推荐意见' },
  ],
  printed: {
    ...{ annex: '附件2', title: ['泗县第二批申请表'], sealed: '申请单位', dated: '申请时间', unit: '单位名称' },
    rows: [
      [{ name: 'contact', label: '联系人' }],
      [{ name: 'reason', label: '申请理由' }],
      [{ name: 'since', label: '开始日期' }],
    ],
    notes: { reason: '另附材料' },
    source: '泗政办秘〔2018〕22号 附件2',
  },
}
const boxes = (more: Partial<ShownPaper>) =>
  formOnPaper({ page, paper: { ...paper, ...more } }).rows.filter(({ kind }) => kind === 'box')

it('has every row, the unit’s own first, with answers in words and what is said below them', () => {
  const { rows, annex, title, sealed, unit, dated } = formOnPaper({ page, paper })
  expect({ annex, title, sealed, unit, dated }).toEqual({
    ...{ annex: '附件2', title: ['泗县第二批申请表'], sealed: '申请单位', unit: '墩集镇人民政府', dated: '申请时间' },
  })
  expect(rows.flatMap((row) => (row.kind === 'answers' ? [row] : []))).toEqual([
    { kind: 'answers', long: false, answers: [{ label: '单位名称', text: '墩集镇人民政府' }] },
    { kind: 'answers', long: false, answers: [{ label: '联系人', text: '施立新' }] },
    { kind: 'answers', long: true, answers: [{ label: '申请理由', text: '近两年考核优秀。', note: '（另附材料）' }] },
    { kind: 'answers', long: false, answers: [{ label: '开始日期', text: '2017年1月3日' }] },
  ])
})

it('lists every file by its question, its name and its number, in the order in which it was put', () => {
  expect(formOnPaper({ page, paper }).files).toEqual([
    { label: '创建方案', name: '附图.pdf', code: 'b'.repeat(16) },
    { label: '创建方案', name: '方案.pdf', code: 'a'.repeat(16) },
    { label: '创建方案', name: '方案（定稿）.pdf', code: 'a'.repeat(16) },
  ])
})

it('leaves blank what nobody has written yet, and the day on which it is handed in', () => {
  expect(boxes({})).toEqual([
    { kind: 'box', label: '法制机构意见', text: '', signer: '', how: '', day: '' },
    { kind: 'box', label: '负责人意见', text: '', signer: '', how: '', day: '' },
    { kind: 'box', label: '泗县司法局审核推荐意见', text: '', signer: '', how: '', day: '' },
  ])
  expect(formOnPaper({ page, paper }).day).toBe('')
  expect(formOnPaper({ page, paper: { ...paper, handedIn: '2018-05-08' } }).day).toBe('2018年5月8日')
})

it('says what was written, by whom, on which day and how it was given', () => {
  const [legal, head, office] = paper.signOffs
  const on = { on: '2018-05-07', opinion: '同意。', by: '周正' }
  expect(
    boxes({
      signOffs: [
        { ...legal!, ...on },
        { ...head!, ...on },
        { ...office!, ...on },
      ],
    }),
  ).toMatchObject([
    { text: '同意。', signer: '周正', how: '（系统内确认）　', day: '2018年5月7日' },
    { how: '（签名见扫描件）　' },
    { how: '（系统内办理）　' },
  ])
  expect(boxes({ signOffs: [{ ...head!, ...on, mode: 'sealed' }] })).toMatchObject([
    { how: '（电子印章见所附文件）　' },
  ])
})

describe('what may be sealed', () => {
  it('says the whole digest that the scan is bound to, and the version at every foot', () => {
    const { marks, closing, foot } = formOnPaper({ page, paper })
    expect(marks).toEqual([])
    expect(closing).toContain(`内容摘要（SHA-256）：${DIGEST}`)
    expect(foot).toBe('表式：泗政办秘〔2018〕22号 附件2　版本：2018年5月7日10时21分保存　摘要：0123456789abcdef')
  })
  it.each([
    ['is not complete', { missing: ['reason'] }, false, '还没有填写完整'],
    ['was never saved', { digest: undefined }, false, '还没有填写完整'],
    ['is not saved as it stands', {}, true, '内容还没有保存'],
  ])('is no form that %s', (_, more, unsaved, why) => {
    const { digest, ...rest } = { ...paper, ...more }
    const { marks, closing, foot } = formOnPaper({ page, paper: { ...rest, ...(digest && { digest }) }, unsaved })
    expect(marks).toEqual(['草稿，不得用印'])
    expect(closing).toContain(why)
    expect(`${closing}${foot}`).not.toContain(DIGEST.slice(0, 16))
    expect(foot).toContain('草稿，不得用印')
  })
  it('is marked where the batch is a trial', () => {
    const trial = { ...page, batch: { ...page.batch, trial: true } }
    expect(formOnPaper({ page: trial, paper }).marks).toEqual(['演练'])
    expect(formOnPaper({ page: trial, paper, training: true }).marks).toEqual(['培训'])
    expect(formOnPaper({ page, paper, training: true })).toMatchObject({
      marks: ['培训'],
      foot: expect.stringContaining('　培训　'),
    })
    expect(formOnPaper({ page: trial, paper }).foot).toContain('　演练　')
  })
})

it('says of a person’s answer that this reader does not see that it was left out, and prints it once it was asked for', () => {
  const seen = { ...paper, fields: paper.fields.filter(({ name }) => name !== 'contact'), values: { reason: '理由' } }
  const contact = (values: ShownPaper['values']) => {
    const row = formOnPaper({ page, paper: { ...seen, values } }).rows[1]
    return row?.kind === 'answers' ? row.answers[0]?.text : undefined
  }
  expect(contact({ reason: '理由' })).toBe('（个人信息，未列印）')
  expect(contact({ contact: '施立新' })).toBe('施立新')
})
