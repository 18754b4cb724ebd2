/** The forms of what is done to one case. What a procedure, a call or a form says is data, and made into a form here. */
import { z } from 'zod/mini'
import type { Judgement, StepOf } from '#procedure/kinds.ts'
import { RECORDS } from '#procedure/records.ts'
import { effectOf } from '#steps/judgement/at-odds.ts'
import {
  type Choice,
  checklist,
  choice,
  choices,
  date,
  explaining,
  type FormSchema,
  file,
  files,
  longText,
  personName,
  reference,
  replaces,
  sentence,
} from './forms.ts'
import { listOf, recordOf } from './rules.ts'

/**
 * A form on its way: `base` names the form that was changed ('' for none), so that nobody overwrites what they have not
 * seen. `manifest`: what was finished of the self-assessment and the form takes in; left out, it keeps what it has.
 */
export const formSaving = z.looseObject({
  base: z.optional(reference('所改表格的编号不对；请刷新后再办')),
  manifest: z.optional(reference('自评定稿的编号不对；请刷新后重新定稿')),
})

/** What the call froze of a list: conditions, or situations of a veto. */
export type AskedItem = { readonly id: string; readonly title: string }

/** A form by its questions, the self-assessment among them where it holds one. */
type ReturnedForm = { readonly fields: readonly { readonly name: string; readonly label: string }[] }

/** What a judgement asks: an outcome, an opinion, the points and conditions, and of a return its questions and date. */
export function judgingForm(
  { title, outcomes, points, checks = '核对清单' }: Judgement,
  form: ReturnedForm,
  conditions: readonly AskedItem[],
): FormSchema {
  const asked = { ...points, ...Object.fromEntries(conditions.map(({ id, title: said }) => [id, said])) }
  // 同意 is an opinion; whoever refuses or returns explains it.
  const among = Object.entries(outcomes).flatMap(([name, { on }]) => (on ? [] : [name]))
  return explaining(
    z.strictObject({
      outcome: judgedOutcome(`${title}结论`, outcomes),
      reason: longText('意见和理由', 1000, { says: 'words', sentenceFor: { field: 'outcome', among } }),
      ...(Object.keys(asked).length > 0 && { checklist: z.optional(checklist(checks, asked)) }),
      ...returnFields(form, outcomes),
    }),
  )
}

/** What replaces a judgement's decision, as far as it is filled in on screen. */
export const correctingForm = ({ outcomes }: Judgement, form: ReturnedForm): FormSchema =>
  z.strictObject({
    outcome: judgedOutcome('更正后的结论', outcomes),
    reason: sentence('更正理由', 1000),
    ...returnFields(form, outcomes),
  })

/** What replaces the line of a meeting, and what its record says of the unit. */
export const correctingLineForm = ({ outcomes, record, votes }: StepOf<'resolution'>): FormSchema =>
  z.strictObject({
    outcome: judgedOutcome('更正后的结论', outcomes),
    inMinutes: longText(`${RECORDS[record]}的记载`, 500, {
      says: 'recorded',
      help: `写明${RECORDS[record]}第几项、怎样写的${votes ? '，表决的写明票数' : ''}`,
    }),
    reason: sentence('更正理由', 1000),
  })

function outcomeChoice(
  label: string,
  labels: Readonly<Record<string, string>>,
  effects: Readonly<Record<string, Choice['effect']>> = {},
) {
  const [first = '', ...rest] = Object.keys(labels)
  return choice(label, [first, ...rest], labels, { effects })
}
function judgedOutcome(label: string, outcomes: Judgement['outcomes']) {
  const all = Object.entries(outcomes)
  return outcomeChoice(
    label,
    Object.fromEntries(all.map(([name, { title }]) => [name, title])),
    Object.fromEntries(all.map(([name, way]) => [name, effectOf(way)])),
  )
}

/** What only a return asks. */
function returnFields({ fields }: ReturnedForm, outcomes: Judgement['outcomes']) {
  const among = Object.entries(outcomes).flatMap(([name, { back }]) => (back ? [name] : []))
  if (among.length === 0) return {}
  const when = { field: 'outcome', among }
  return {
    reopens: z.optional(
      choices('需补正的栏目', Object.fromEntries(fields.map(({ name, label }) => [name, label])), {
        when,
        help: '退回补正时选择，只有选中的栏目可以修改',
      }),
    ),
    lastDay: z.optional(date('补正截止日期', { when, help: '不填则取通知规定的日期和退回后规定天数中较晚的一个' })),
  }
}

/** Of a form that was returned and is handed in with something of that as it was. */
export const explainForm = z.strictObject({
  explanation: sentence('不作修改的理由', 500, {
    help: '退回的内容没有都改的才需要填写，不少于三个字，审核人员会看到',
  }),
})
/** `covers`: the digest of the form that was seen when it was handed in. */
export const submitBody = z.strictObject({
  ...z.partial(explainForm).shape,
  covers: reference('缺少所提交表格的编号；请刷新，核对后再提交'),
})

/** The stay of the case at its step that was seen, as the page counts it: between two of them everything may change. */
export const visit = z.int({ error: '缺少所见申报件的编号；请刷新，核对后再办' })
/** Of what asks for nothing else. */
export const seenBody = z.strictObject({ visit })

/** More than any standard has. */
const MOST_INDICATORS = 2000
const TOO_MANY = `需补正的指标最多${MOST_INDICATORS}个`

/** What the API takes; the step's own form, made of the procedure, says the rest. */
export const judgingBody = z.strictObject({
  outcome: reference('请选择结论'),
  reason: longText('意见和理由', 1000, { says: 'words' }),
  checklist: z.optional(recordOf(z.boolean('请逐项核对'), '请逐项核对')),
  reopens: z.optional(listOf(reference('请选择需补正的栏目'), '请选择需补正的栏目', 200, '需补正的栏目最多200个')),
  /** Of a return that reopens the self-assessment: which of its indicators; all where none is named. */
  indicators: z.optional(listOf(reference('请选择需补正的指标'), '请选择需补正的指标', MOST_INDICATORS, TOO_MANY)),
  lastDay: z.optional(date('补正截止日期')),
  /** That the checklist or the opinion says otherwise is known. */
  despite: z.optional(z.literal(true, { error: '结论与核对清单或意见不一致的，请确认确实如此' })),
  visit,
  replaces,
})
/** `corrects`: the visit at which the version was decided that the officer saw. */
export const correctionBody = z.strictObject({
  outcome: judgingBody.shape.outcome,
  reason: sentence('更正理由', 1000),
  reopens: judgingBody.shape.reopens,
  indicators: judgingBody.shape.indicators,
  lastDay: judgingBody.shape.lastDay,
  /** Of a meeting's line. */
  inMinutes: z.optional(longText('会议纪要的记载', 500, { says: 'recorded' })),
  corrects: z.int({ error: '缺少所更正结论的编号；请刷新，核对后再更正' }),
  replaces,
})
/** `drafted`: the draft that was seen, as the page names it. */
const drafted = reference('缺少拟办意见的编号；请刷新，核对后再办')
export const signDraftBody = z.strictObject({ drafted })
export const returnDraftForm = z.strictObject({ reason: sentence('退回理由', 500) })
/** Of whoever drafted it. */
export const takeBackForm = z.strictObject({ reason: z.optional(longText('收回的原因', 500, { says: 'words' })) })
export const returnCorrectionBody = z.strictObject({ ...takeBackForm.shape, drafted })
export const returnDraftBody = z.strictObject({ ...returnDraftForm.shape, drafted })

const opinion = longText('意见', 500, { says: 'words' })
/** What the signer fills in on screen; the day is the day of receipt. */
export const onlineSignForm = z.strictObject({
  opinion: longText('意见', 500, { says: 'words', help: '在线签署是系统内的确认，不是可靠电子签名' }),
})
/** What the clerk enters from the stamped paper. */
export const paperSignForm = z.strictObject({
  opinion,
  on: date('签署日期'),
  signer: personName('签署人姓名', 30, { personal: true }),
  scan: file('签字盖章页扫描件'),
})
/** What the clerk enters of a file that bears the electronic seal. */
export const sealedSignForm = z.strictObject({
  opinion,
  on: date('签章日期'),
  signer: personName('签章人姓名', 30, { personal: true }),
  scan: file('加盖电子印章的文件', { help: 'PDF或OFD；系统不验证印章，请先用阅读软件验章' }),
})
const signing = {
  signOff: reference('请选择签署栏'),
  covers: reference('缺少所签表格的编号；请刷新，核对后再签署'),
}
/** Which of the three it is, the batch says. `covers`: the digest of the form that the signer saw. */
export const signForm = z.strictObject({ ...signing, ...z.partial(paperSignForm).shape, opinion })
export const declineForm = z.strictObject({ reason: sentence('退回修改的理由', 500) })
export const declineBody = z.strictObject({ ...signing, ...declineForm.shape })

export const withdrawForm = z.strictObject({
  reason: sentence('退出理由', 500),
  scan: z.optional(file('盖章的书面申请扫描件', { help: '不上传则由主要负责人登录确认' })),
})
/** In place of one that waits for the unit's head. */
export const withdrawOnPaperForm = z.strictObject({
  reason: withdrawForm.shape.reason,
  scan: file('盖章的书面申请扫描件'),
})
/** Of the unit's head, who did not enter it. */
export const disagreeForm = z.strictObject({ reason: z.optional(longText('不同意的理由', 500, { says: 'words' })) })
/** `entered`: the withdrawal that was seen, as the page names it. */
const entered = reference('缺少退出申请的编号；请刷新，核对后再办')
export const confirmWithdrawalBody = z.strictObject({ entered })
export const cancelWithdrawalBody = z.strictObject({ ...disagreeForm.shape, entered })
export const vetoForm = (items: readonly AskedItem[]): FormSchema => {
  const labels = Object.fromEntries(items.map(({ id, title }) => [id, title]))
  const [first = '', ...rest] = Object.keys(labels)
  return z.strictObject({
    item: choice('一票否决情形', [first, ...rest], labels),
    source: sentence('来源和依据', 1000),
    evidence: z.optional(file('证明材料')),
  })
}
export const vetoBody = z.strictObject({
  item: reference('请选择一票否决情形'),
  source: sentence('来源和依据', 1000),
  evidence: z.optional(file('证明材料')),
})
export const dismissForm = z.strictObject({ reason: sentence('不予确认的理由', 500) })
/** `raised`: the veto that was seen, as the page names it. */
const raised = reference('缺少一票否决的编号；请刷新，核对后再办')
export const confirmVetoBody = z.strictObject({ raised })
export const dismissVetoBody = z.strictObject({ ...dismissForm.shape, raised })
/** @param after the last day that the unit has now, where it is known */
export const extendFormAfter = (after?: string) =>
  z.strictObject({ lastDay: date('新的截止日期', { ...(after && { after }) }), reason: sentence('延长理由', 500) })
export const extendBody = z.strictObject({ ...extendFormAfter().shape, visit })
export const progressForm = z.strictObject({
  text: sentence('进展情况', 2000),
  files: z.optional(files('佐证材料')),
})
export const progressBody = z.strictObject({
  ...progressForm.shape,
  /** The last month of the period. */
  period: reference('没有写明是哪一期进展报告；请刷新后再办'),
})
export const guideForm = z.strictObject({ text: sentence('指导内容', 2000) })
/** `seen`: how many records of the method were seen, since none comes after its end. */
export const endMethodBody = z.strictObject({
  visit,
  seen: z.int({ error: '缺少所见考核记录的份数；请刷新，核对后再办' }),
})
export const settleForm = (outcomes: Readonly<Record<string, string>>): FormSchema =>
  z.strictObject({ outcome: outcomeChoice('考核结果', outcomes), reason: sentence('理由', 1000) })
export const settleBody = z.strictObject({
  outcome: reference('请选择考核结果'),
  reason: sentence('理由', 1000),
  visit,
})
export const nothing = z.strictObject({})
