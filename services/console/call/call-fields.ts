/** What a call is asked for: what every call says, what the chosen procedure has to know, and three published lists. */
import { LONGEST_DESIGNATION, MOST_DESIGNATED } from '#batch/designated.ts'
import { MOST_IN_CALL, type OfferedProcedure, type UsualCall } from '#contracts/call.ts'
import type { CatalogueLine } from '#contracts/catalogue.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { MODE_WORDS } from '#procedure/sign-off-mode.ts'
import { fieldsOfScoring } from './scoring-fields.ts'

const CONVENTIONS = {
  A: '自然日，首日计入',
  B: '自然日，首日不计，末日逢休息日顺延',
  C: '工作日，首日不计',
  D: '工作日，首日计入',
}
const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
const MODES = Object.entries(MODE_WORDS).map(([value, { asCalled }]) => ({ value, label: asCalled }))

const HEAD: readonly FieldDefinition[] = [
  {
    name: 'batch',
    label: '批次编号',
    kind: 'text',
    required: true,
    max: 20,
    says: 'number',
    help: '年份-期数，如2018-2，送签后不能改',
  },
  { name: 'title', label: '通知标题', kind: 'text', required: true, max: 120, open: true },
  {
    name: 'docNumber',
    label: '通知文号',
    kind: 'text',
    required: false,
    max: 60,
    open: true,
    says: 'number',
    help: '通知本身的文号，如泗政办秘〔2018〕22号；正式批次必填',
  },
  { name: 'organ', label: '发文机关', kind: 'text', required: false, max: 60, open: true, says: 'organ' },
  { name: 'issued', label: '成文日期', kind: 'date', required: false },
  {
    name: 'reference',
    label: '批准文号',
    kind: 'text',
    required: true,
    max: 80,
    open: true,
    says: 'number',
    help: '党委、政府批准开展本次活动的文件，不是通知本身；没有批准文号不能发布',
  },
  { name: 'date', label: '批准日期', kind: 'date', required: true },
  { name: 'by', label: '批准机关', kind: 'text', required: true, max: 60, open: true, says: 'organ' },
  {
    name: 'allows',
    label: '批准内容',
    kind: 'longText',
    required: false,
    max: 300,
    open: true,
    help: '批准开展什么活动，简要填写',
  },
  { name: 'scan', label: '批准文件扫描件', kind: 'file', required: false, help: '只供法制办查看，不公开' },
]
const SCOPE: FieldDefinition = {
  ...{ name: 'scope', label: '创建范围', kind: 'longText', required: false, max: 300, open: true },
}
const CONTENT: readonly FieldDefinition[] = [
  { name: 'text', label: '通知正文', kind: 'longText', required: false, max: 1500, open: true },
  {
    name: 'files',
    label: '附件文件',
    kind: 'files',
    required: false,
    help: '如标准原文、表格，最多10个；签发后单位和公众都能打开，按文件名显示，请先改好文件名',
  },
  {
    name: 'papers',
    label: '其他附件名称',
    kind: 'longText',
    required: false,
    max: 800,
    open: true,
    help: '没有文件、只写名称的，每行一个，最多10个；单位和公众看到名称',
  },
  {
    name: 'phone',
    label: '联系电话',
    kind: 'text',
    required: false,
    max: 30,
    open: true,
    says: 'contact',
    help: '办公电话，向社会公开；不填的按县文件',
  },
  { name: 'address', label: '通信地址', kind: 'text', required: false, max: 100, open: true, says: 'contact' },
  { name: 'email', label: '电子邮箱', kind: 'text', required: false, max: 60, says: 'contact' },
]
const PERIODS: readonly FieldDefinition[] = [
  { name: 'days', label: '公示天数', kind: 'number', required: true, min: 1, max: MOST_IN_CALL.days },
  { name: 'convention', label: '公示期计算方法', kind: 'choice', required: true, choices: choicesOf(CONVENTIONS) },
  {
    name: 'returnDays',
    label: '退回补正天数',
    kind: 'number',
    required: true,
    unit: 'days',
    min: 1,
    max: MOST_IN_CALL.returnDays,
  },
  {
    name: 'replyDays',
    label: '异议答复天数',
    kind: 'number',
    required: true,
    unit: 'days',
    min: 1,
    max: MOST_IN_CALL.replyDays,
  },
]
const TRIAL: FieldDefinition = {
  name: 'trial',
  label: '性质',
  kind: 'choice',
  required: true,
  choices: choicesOf({ no: '正式批次', yes: '演练（不进入名录）' }),
}

/** Three choices of their own: one document's items may be used with another's vetoes. */
const LISTS = { standard: '标准', conditions: '基本条件', vetoes: '一票否决情形' } as const
export type List = keyof typeof LISTS
export const NONE = 'none'

/** Every published version, each catalogue's newest first, and the choice of none. */
const listField = (name: List, catalogues: readonly CatalogueLine[]): FieldDefinition => ({
  name,
  label: LISTS[name],
  kind: 'choice',
  required: true,
  choices: [
    ...catalogues.flatMap(({ catalogue, place, versions }) =>
      [...versions].reverse().map(({ number, title }) => ({
        value: `${catalogue}/${number}`,
        label: `${title}，第${number}版（${place}）`,
      })),
    ),
    { value: NONE, label: `不选用${LISTS[name]}` },
  ],
  help:
    catalogues.length > 0
      ? '发布后固定，不随新版改变'
      : `${name === 'vetoes' ? '还没有发布过含一票否决情形的标准或清单' : '还没有发布过标准和清单'}；法制办负责人发布后才能选用${LISTS[name]}`,
})

export const dateField = (step: string): string => `dates.${step}`
export const boxField = (form: string, box: string): string => `signOffs.${form}.${box}`
const ofForm = ({ forms }: OfferedProcedure, form: string): string => (forms.length > 1 ? `${form}：` : '')

export const whyField = (unit: string): string => `designated.${unit}`

/** Bodies that are in nobody's scope, and of each that is chosen the reason. */
const designating = (beyond: UsualCall['beyond']): readonly FieldDefinition[] =>
  beyond.length === 0
    ? []
    : [
        {
          name: 'designated',
          label: '指定参加的单位',
          kind: 'choices',
          required: false,
          choices: beyond.map(({ unit, name, kind }) => ({ value: unit, label: `${name}（${kind}）` })),
          help: `名册中不在创建范围内的单位；工作突出的，可以指定参加本批次，逐个写明理由，最多${MOST_DESIGNATED}个`,
        },
        ...beyond.map(
          ({ unit, name }): FieldDefinition => ({
            ...{ name: whyField(unit), label: `指定${name}的理由`, kind: 'longText', required: true },
            ...{ max: LONGEST_DESIGNATION, open: true, says: 'words' },
            when: { field: 'designated', among: [unit] },
          }),
        ),
      ]

export function fieldsOfCall(
  procedure: OfferedProcedure,
  catalogues: readonly CatalogueLine[],
  beyond: UsualCall['beyond'] = [],
): readonly FieldDefinition[] {
  return [
    ...HEAD,
    SCOPE,
    ...designating(beyond),
    ...CONTENT,
    ...procedure.dates.map(
      ({ step, title }): FieldDefinition => ({
        name: dateField(step),
        label: `${title}截止日`,
        kind: 'date',
        required: true,
        help: '当日24时截止',
      }),
    ),
    listField('standard', catalogues),
    listField('conditions', catalogues),
    listField(
      'vetoes',
      catalogues.filter(({ vetoes }) => vetoes > 0),
    ),
    ...fieldsOfScoring(procedure),
    ...PERIODS,
    ...(procedure.limited
      ? [
          {
            name: 'quota',
            label: '名额',
            kind: 'number',
            required: false,
            unit: 'places',
            min: 1,
            max: MOST_IN_CALL.quota,
            help: '本县有规定的填写',
          } as const,
        ]
      : []),
    ...procedure.forms.flatMap(({ form, title: formTitle, signOffs }) =>
      signOffs.map(
        ({ name, title }): FieldDefinition => ({
          name: boxField(form, name),
          label: `${ofForm(procedure, formTitle)}${title}`,
          kind: 'choice',
          required: true,
          choices: MODES,
        }),
      ),
    ),
    TRIAL,
  ]
}
