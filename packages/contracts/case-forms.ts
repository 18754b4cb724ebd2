/** The forms of what is done to one case. Basic conditions and vetoes: 泗政办秘〔2018〕22号, part 二 and 附件1 part 七; short titles are ours. */
import { z } from 'zod/mini'
import { checklist, choice, choices, date, file, files, longText, phone, text } from './forms.ts'

/** 附件2 创建申请表. */
export const applicationForm = z.strictObject({
  contact: text('联系人', 30, { personal: true }),
  phone: phone('联系电话'),
  reason: longText('申请理由', 3000),
  project: text('创建示范项目名称', 100),
  creationPlan: files('创建方案'),
  workPlan: files('工作计划'),
  creationReport: files('创建报告'),
})
export type Application = z.infer<typeof applicationForm>
/** What may be kept before it is complete: what is there must be right, what is missing may be. */
export const applicationDraft = z.partial(applicationForm)
export type ApplicationDraft = z.infer<typeof applicationDraft>
/** A draft on its way: `base` names the form that was changed ('' for none), so that nobody overwrites what they have not seen. */
export const applicationSaving = z.strictObject({ ...applicationDraft.shape, base: z.optional(z.string()) })
/** Fields that lie in `persons`, never in the ledger. */
export const PERSONAL_FIELDS = ['contact', 'phone'] as const

export const APPLICATION_QUESTIONS = {
  contact: '联系人',
  phone: '联系电话',
  reason: '申请理由',
  project: '创建示范项目名称',
  creationPlan: '创建方案',
  workPlan: '工作计划',
  creationReport: '创建报告',
} as const

const REVIEW_POINTS = {
  scope: '在创建范围内',
  condition1: '条件一：部署落实到位',
  condition2: '条件二：职能转变见成效',
  condition3: '条件三：决策依法科学民主',
  condition4: '条件四：执法规范高效',
  condition5: '条件五：规范性文件质量较高',
  condition6: '条件六：人员依法行政能力较高',
  condition7: '条件七：法制机构队伍健全',
  condition8: '条件八：工作有创新',
  externalResults: '外部结果已核对（年度考核、案卷评查、复议诉讼）',
} as const

export const reviewForm = z.strictObject({
  outcome: choice('初审结论', ['accepted', 'returned', 'refused'], {
    accepted: '通过',
    returned: '退回补正',
    refused: '不予通过',
  }),
  reason: longText('意见和理由', 1000),
  checklist: z.optional(checklist('核对清单', REVIEW_POINTS)),
  reopens: z.optional(
    choices('退回修改的问题', APPLICATION_QUESTIONS, { help: '退回补正时选择，只有选中的问题可以修改' }),
  ),
  lastDay: z.optional(date('补正截止日期', { help: '不填则取通知规定的日期和退回后规定天数中较晚的一个' })),
})

/** What replaces a review's decision, as far as it is filled in on screen. */
export const correctionForm = z.strictObject({
  outcome: choice('更正后的结论', ['accepted', 'returned', 'refused'], {
    accepted: '通过',
    returned: '退回补正',
    refused: '不予通过',
  }),
  reason: longText('更正理由', 1000),
  reopens: reviewForm.shape.reopens,
  lastDay: reviewForm.shape.lastDay,
})
/** `corrects`: the visit at which the version was decided that the officer saw. */
export const correctionBody = z.strictObject({
  ...correctionForm.shape,
  corrects: z.int({ error: '缺少所更正结论的编号；请刷新，核对后再更正' }),
})

const opinion = longText('意见', 500)
/** What the signer fills in on screen; the day is the day of receipt. */
export const onlineSignForm = z.strictObject({ opinion })
/** What the clerk enters from the stamped paper. */
export const paperSignForm = z.strictObject({
  opinion,
  on: date('签署日期'),
  signer: text('签署人姓名', 30, { personal: true }),
  scan: file('签字盖章页扫描件'),
})
/** Which of the two it is, the batch says. `covers`: the digest of the form that the signer saw. */
export const signForm = z.strictObject({
  signOff: z.enum(['legalOffice', 'unitHead'], { error: '请选择签署栏' }),
  covers: z.string({ error: '缺少所签申请表的编号；请刷新，核对后再签署' }),
  ...z.partial(paperSignForm).shape,
  opinion,
})

export const withdrawForm = z.strictObject({ reason: longText('退出理由', 500) })

export const VETO_ITEMS = {
  '1': '班子成员受撤职以上处分',
  '2': '违法规范性文件造成不良影响并被责令纠正',
  '3': '违法行政引发恶劣事件并被追责',
  '4': '重大群体性事件或恶劣影响事件',
  '5': '拒不履行生效裁判、复议或责令改正决定',
  '6': '处罚案件数与违法现状明显不符（限有处罚权的部门）',
} as const

export const vetoForm = z.strictObject({
  item: choice('一票否决情形', ['1', '2', '3', '4', '5', '6'], VETO_ITEMS),
  source: longText('来源和依据', 1000),
  evidence: z.optional(file('证明材料')),
})
export const dismissForm = z.strictObject({ reason: longText('不予确认的理由', 500) })
export const nothing = z.strictObject({})
