/** A call in words, as units read it and, but for what concerns them alone, everybody on the public page. */
import { addDays, dateOf } from '#calendar/deadline.ts'
import { saidDay, saidEnd } from '#calendar/said.ts'
import { forms, unitSignOffs } from '#procedure/forms.ts'
import { datedSteps, type Procedure, titleOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { MODE_WORDS } from '#procedure/sign-off-mode.ts'
import { type Batch, type CallTerms, datesOf, standingTerms } from './batch.ts'
import { saidDesignated } from './designated.ts'
import { type FileOfCall, filesOfCall } from './files-of-call.ts'
import { methodsOf } from './scoring/problems-of-scoring.ts'
import { saidScoring } from './scoring/said-scoring.ts'

/** `note`: what follows from a line. */
export type SaidLine = { readonly label: string; readonly said: string; readonly note?: string }
/** `text`: paragraphs. */
export type SaidPart = {
  readonly title: string
  readonly text: string[]
  readonly lines: SaidLine[]
  readonly items: string[]
  /** Files of the call, by number and name. */
  readonly files?: SaidFile[]
}
export type SaidFile = Pick<FileOfCall, 'n' | 'name'>

/** As it stands: with the dates that amendments have moved, and how they were. */
export const saidCall = (
  terms: CallTerms,
  amendments: Batch['amendments'],
): { readonly forAll: SaidPart[]; readonly forUnits: SaidPart[] } => {
  const procedure = procedureOf(terms.procedure)
  const { conditions, vetoes, scoring, text, scope, papers = [], designated = [] } = terms
  const files = filesOfCall(terms).map(({ n, name }) => ({ n, name }))
  const forAll = [
    ...(text ? [part('通知正文', { text: paragraphs(text) })] : []),
    ...(scope ? [part('创建范围', { text: paragraphs(scope) })] : []),
    ...(designated.length > 0
      ? [part('指定参加的单位', { text: [BESIDE_SCOPE], items: designated.map(saidDesignated) })]
      : []),
    part('文件', { lines: documentsOf(terms) }),
    part('期限', { lines: datesIn(terms, amendments, procedure) }),
    part('公示和异议', {
      lines: [
        { label: '公示期', said: saidNotice(terms.notice), note: '起止日期以公示页面写明的为准' },
        { label: '异议答复', said: `收到异议之日起${terms.replyDays}日内答复` },
        ...(terms.quota === undefined ? [] : [{ label: '名额', said: `不超过${terms.quota}个单位` }]),
      ],
    }),
    ...(conditions ? [part('基本条件', { items: titlesOf(conditions.items) })] : []),
    ...(vetoes ? [part('一票否决情形', { items: titlesOf(vetoes.items) })] : []),
    ...(scoring
      ? [part('考核评定办法', saidScoring(scoring, methodsOf(procedure), terms.standard !== undefined))]
      : []),
    ...(papers.length > 0 || files.length > 0 ? [part('附件', { items: papers, files })] : []),
    ...partOf('联系方式', contactOf(terms)),
  ]
  const forUnits = [
    ...partOf(
      '指定参加的理由',
      designated.map(({ name, reason }) => ({ label: name, said: reason })),
    ),
    part('补正', {
      lines: [
        {
          label: '退回补正',
          said: `退回之日起${terms.returnDays}日内，早于通知规定的截止日的，按通知规定的截止日`,
          note: '退回时另定日期的，以退回通知写明的为准',
        },
      ],
    }),
    part('签署方式', { lines: signOffsIn(terms, procedure) }),
  ]
  return { forAll, forUnits }
}

const BESIDE_SCOPE = '除创建范围内的单位外，另行指定下列单位参加：'

const part = (title: string, { text = [], lines = [], items = [], files }: Partial<SaidPart>): SaidPart => ({
  ...{ title, text, lines, items },
  ...(files && files.length > 0 && { files }),
})
const partOf = (title: string, lines: SaidLine[]): SaidPart[] => (lines.length > 0 ? [part(title, { lines })] : [])
const titlesOf = (items: readonly { readonly title: string }[]): string[] => items.map(({ title }) => title)
const paragraphs = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '')

/** The call's own number, the approval, which is another document, and the standard by which units are assessed. */
function documentsOf({ document, approval: { by, reference, date, allows }, standard }: CallTerms): SaidLine[] {
  return [
    ...(document ? [{ label: '通知', said: `${document.number}，${document.organ}，${saidDay(document.date)}` }] : []),
    { label: '批准', said: `${reference}，${by}，${saidDay(date)}`, ...(allows && { note: `批准内容：${allows}` }) },
    ...(standard ? [{ label: '标准', said: `《${standard.title}》，第${standard.version}版` }] : []),
  ]
}

function contactOf({ contact: { phone, address, email } = {} }: CallTerms): SaidLine[] {
  const said = [
    ['电话', phone],
    ['地址', address],
    ['电子邮箱', email],
  ] as const
  return said.flatMap(([label, one]) => (one ? [{ label, said: one }] : []))
}

function datesIn(terms: CallTerms, amendments: Batch['amendments'], procedure: Procedure): SaidLine[] {
  const [called, ends] = [datesOf(terms), datesOf(standingTerms(terms, amendments))]
  return datedSteps(procedure).flatMap((step) => {
    const [first, lateFrom] = [called[step], ends[step]]
    if (!first || !lateFrom) return []
    const before = first === lateFrom ? '' : `，原为${saidEnd(first)}`
    const label = `${titleOf(procedure, step)}截止`
    return [{ label, said: saidEnd(lateFrom), note: `${saidLate(lateFrom)}${before}` }]
  })
}

/** The first instant that is late: 2018年5月16日0时起为逾期. */
export const saidLate = (lateFrom: string): string =>
  lateFrom === `${addDays(dateOf(lateFrom), -1)}T16:00:00.000Z`
    ? `${saidDay(dateOf(lateFrom))}0时起为逾期`
    : '此刻起为逾期'

/** How a notice's days are counted, by the letters of `convention`. */
export function saidNotice({ days, convention }: CallTerms['notice']): string {
  const counted = {
    A: `${days}个自然日，发布当日计为第一天，节假日计入`,
    B: `${days}个自然日，发布次日计为第一天，最后一天是节假日的顺延到节假日后的第一个工作日`,
    C: `${days}个工作日，发布次日起计算`,
    D: `${days}个工作日，发布当日是工作日的计为第一天`,
  }
  return counted[convention]
}

const signOffsIn = ({ signOffs }: CallTerms, procedure: Procedure): SaidLine[] =>
  Object.values(procedure.steps).flatMap((step) => {
    const form = step.kind === 'entry' ? forms[step.form] : undefined
    return form
      ? unitSignOffs(form).flatMap(({ name, title }) => {
          const mode = signOffs[form.name]?.[name]
          return mode ? [{ label: `${form.title}：${title}`, said: MODE_WORDS[mode].asCalled }] : []
        })
      : []
  })
