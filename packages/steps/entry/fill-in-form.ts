/** The unit's own steps: a form is begun, kept, handed in, and taken back. */
import { said, saidEnd } from '#calendar/said.ts'
import type { Case } from '#case/case.ts'
import type { Saved } from '#case/case-events.ts'
import { laterDates } from '#case/later-dates.ts'
import { changedAnswers, indicatorsLeft, isAsReturned, NO_PAPER, wantsExplaining } from '#case/paper.ts'
import {
  type Asked,
  asked,
  type Deciding,
  decide,
  entered,
  justDecided,
  mustBeInTime,
  mustFillIn,
  mustStandAt,
} from '#case/standing.ts'
import { Refused } from '#ledger/refused.ts'
import { forms, labelOf, unitSignOffs } from '#procedure/forms.ts'
import { outcomeTitle, stepOf, titleOf } from '#procedure/procedure.ts'
import { procedureOf, type Variant } from '#procedure/procedures.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { isSentence } from '#typed/says/says.ts'
import { whyNoReason } from './no-reason.ts'

type Opening = {
  readonly batch: string
  readonly unit: string
  readonly trial: boolean
  readonly procedure: Variant
  /** The first late instant of each step that has a date in the batch. */
  readonly dates: Readonly<Record<string, string>>
}

/** The unit begins its case in the batch. */
export const openCase =
  (opening: Opening, by: Asked): Deciding =>
  (state) => {
    if (state.visit > 0) return []
    const procedure = procedureOf(opening.procedure)
    // An extension may be the case's first event.
    const lateFrom = laterDates(state.dates, opening.dates)[procedure.start]
    if (lateFrom && by.received >= lateFrom)
      throw new Refused(
        'late',
        `本批次“${titleOf(procedure, procedure.start)}”已于${saidEnd(lateFrom)}截止，不能再开始。`,
      )
    return [{ type: 'opened', ...entered(by), ...opening }]
  }

export type FormContent = Pick<
  Saved,
  'content' | 'answers' | 'personal' | 'attachments' | 'missing' | 'selfAssessment' | 'says' | 'digest'
>

/**
 * Keeps a form as it stands, complete or not. After a return only the reopened questions may differ.
 * @param base the digest of the form that was changed ('' for none); left out: of one's own, and nobody else's
 */
export const saveForm =
  (form: string, content: FormContent, by: Asked, base?: string): Deciding =>
  (state) => {
    mustFillIn(state, form)
    mustBeInTime(state, by.received)
    const paper = state.papers[form] ?? NO_PAPER
    if (paper.form?.digest === content.digest) return []
    const isSeen = base === undefined ? !paper.form || paper.form.by === by.by : base === (paper.form?.digest ?? '')
    if (!isSeen) throw new Refused('conflict', '表格在别处修改过，本次没有保存；请核对两处内容后再保存。')
    const { reopens, returned } = paper
    const touched = reopens ? changedAnswers(returned, content).filter((name) => !reopens.includes(name)) : []
    if (touched.length > 0)
      throw new Refused(
        'incomplete',
        '退回补正时只能修改列明的栏目。',
        Object.fromEntries(touched.map((name) => [name, '此项未退回，不能修改'])),
      )
    return [{ type: 'saved', ...entered(by), form, ...content }]
  }

/** Hands a form in. @param explanation why what a return names was not changed, or not all of it */
export const submitForm =
  (form: string, by: Asked, explanation?: string): Deciding =>
  (state) => {
    const [name, entry] =
      Object.entries(state.procedure.steps).find(([, one]) => one.kind === 'entry' && one.form === form) ?? []
    if (name && entry?.kind === 'entry' && state.step !== name && justDecided(state, name, entry.submits, by)) return []
    const { submits } = mustFillIn(state, form)
    mustBeInTime(state, by.received)
    const paper = state.papers[form] ?? NO_PAPER
    const { form: content, signOffs, byOffice } = paper
    // What a unit fills in and signs itself its own people hand in.
    if (by.byOffice && !byOffice)
      throw new Refused('forbidden', '本表由单位自行填写，请由单位提交；法制办只提交代录的表格。')
    if (!content) throw new Refused('incomplete', '表格还没有填写。')
    const explains = wantsExplaining(paper)
    const boxes = forms[form] ? unitSignOffs(forms[form]) : []
    const lacking = boxes.filter((box) => !Object.hasOwn(signOffs, box.name))
    const fields = {
      ...Object.fromEntries(
        content.missing.map((one) => [one, one === ASSESSMENT.name ? UNFINISHED : '此项还没有填好']),
      ),
      ...Object.fromEntries(lacking.map((box) => [box.name, `尚缺“${box.title}”`])),
      ...(explains && whyNotExplained(explanation, indicatorsLeft(paper))),
    }
    if (Object.keys(fields).length > 0)
      throw new Refused(
        'incomplete',
        `${whyBack(state, form, lacking.length > 0)}还不能提交，以下${Object.keys(fields).length}项需要补齐。`,
        fields,
      )
    return decide(state, submits, by, {
      covers: content.digest,
      ...(content.selfAssessment && { manifest: content.selfAssessment.manifest }),
      ...(by.byOffice && { byOffice: true }),
      ...(explains && explanation && { reason: explanation }),
    })
  }

const UNFINISHED = '自评还没有定稿；请逐项填写，再点“自评定稿”'

function whyNotExplained(said: string | undefined, left: number) {
  if (!said)
    return {
      explanation: `${left > 0 ? `自评中退回的${left}项指标没有修改；` : ''}请修改退回的内容；确实不需要修改的，请写明理由`,
    }
  const repeated = whyNoReason(said)
  if (repeated) return { explanation: repeated }
  return isSentence(said) ? undefined : { explanation: `“${said}”没有写明不作修改的理由；请用文字写明，不少于三个字` }
}

/** When, by what and why the form was sent back, and what is still lacking; nothing where it was not. */
function whyBack({ papers, procedure }: Case, name: string, isUnsigned: boolean): string {
  const paper = papers[name] ?? NO_PAPER
  const { sentBack: sent, reopens } = paper
  if (!sent) return ''
  const { at, step, outcome, reason } = sent.by
  const form = forms[name]
  const questions = form && reopens ? `退回${reopens.map((one) => `“${labelOf(form, one)}”`).join('、')}，` : ''
  const why = reason ? `理由：${reason.replace(/[。；]$/, '')}。` : ''
  const now = isAsReturned(paper) ? '退回后没有修改；' : ''
  return `本表已于${said(at)}退回（${titleOf(procedure, step)}：${outcomeTitle(procedure, step, outcome)}），${questions}${why}${now}${isUnsigned ? '退回前的签署已经失效，须重新签署。' : ''}`
}

/** The unit takes its form back as long as nobody has begun to judge it and its date has not passed. */
export const recallForm =
  (form: string, by: Asked): Deciding =>
  (state) => {
    const { last, procedure, step, visit, dates, draft, draftReturned } = state
    if (stepOf(procedure, step, 'entry')?.form === form) return []
    const entry = last && stepOf(procedure, last.step, 'entry')
    if (!last || entry?.form !== form || last.outcome !== entry.submits || !stepOf(procedure, step, 'judgement')) {
      mustStandAt(state, last?.step ?? procedure.start)
      throw new Refused('elsewhere', '本件已经办理到下一环节，不能撤回。')
    }
    if (draft || draftReturned)
      throw new Refused('elsewhere', '法制办已经开始审核，不能撤回；如需修改，请联系法制办退回补正。')
    const lateFrom = dates[last.step]
    if (lateFrom && by.received >= lateFrom)
      throw new Refused(
        'late',
        `“${titleOf(procedure, last.step)}”已于${saidEnd(lateFrom)}截止，撤回后不能再提交，所以不能撤回。`,
      )
    return [{ type: 'recalled', ...asked(by), step: last.step, visit, from: step }]
  }
