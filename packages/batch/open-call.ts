/**
 * The call 通知 is prepared by one person and opened by another, who has read it: what is frozen then is named by the
 * digest of what they saw. It may go back with a reason, and is mended and prepared again.
 */
import { nameOfUse } from '#evidence/cited-file.ts'
import type { Approving } from '#ledger/by-two.ts'
import type { Decision as Deciding } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { forms, unitSignOffs } from '#procedure/forms.ts'
import { datedSteps, type Procedure, titleOf } from '#procedure/procedure.ts'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import { type Asked, approved, prepared, returned } from './approve-change.ts'
import { type Batch, type BatchEvent, batchStream, type CallTerms, datesOf } from './batch.ts'
import { NUMBER_TAKEN, problemsOfDays } from './call-rules.ts'
import { mustNameNobody } from './names-somebody.ts'
import { methodsOf, problemsOfScoring } from './scoring/problems-of-scoring.ts'

type Decision = Deciding<BatchEvent, Batch>
const preparing = (batch: string) => ({ stream: batchStream(batch), what: '创建通知' })

/** Prepares the call for whoever opens it; a newer preparation takes the place of an older one. */
export const prepareCall =
  (
    id: string,
    { terms, replaces }: { readonly terms: CallTerms; readonly replaces?: string | undefined },
    { by, received }: Asked,
  ): Decision =>
  (batch) => {
    mustNotBeOpen(batch)
    const call = { type: 'callPrepared', v: 1, at: received, by, terms } as const
    return prepared(batch.call, call, { replaces, preparing: preparing(id) }, () => {
      const wrong = problemsOfCall(terms, received)
      if (Object.keys(wrong).length > 0)
        throw new Refused('incomplete', `通知有${Object.keys(wrong).length}处需要修改。`, wrong)
    })
  }

/** Sends what was prepared back. */
export const returnCall =
  (id: string, seen: { readonly prepared: string; readonly reason: string }, { by, received }: Asked): Decision =>
  (batch) => {
    mustNotBeOpen(batch)
    const { reason } = seen
    const back = { type: 'callReturned', v: 1, at: received, by, reason } as const
    return returned(batch.call, back, seen.prepared, preparing(id))
  }

/** Another person opens it: from then on it is frozen. What has passed since it was prepared, goes back. */
export const openCall =
  (id: string, approving: Approving, { by, received }: Asked): Decision =>
  (batch) => {
    if (batch.opened?.by === by && batch.opened.digest === approving.prepared) return []
    mustNotBeOpen(batch)
    const { terms } = approved(batch.call, approving, by, preparing(id))
    const wrong = Object.values(problemsOfCall(terms, received))
    if (wrong.length > 0) throw new Refused('conflict', `还不能签发：${wrong.join('；')}。请退回，修改后重新拟制。`)
    return [{ type: 'callOpened', v: 1, at: received, by, prepared: approving.prepared }]
  }

/** @throws Refused when it is open: what was called stays */
function mustNotBeOpen({ terms }: Batch): void {
  if (terms)
    throw new Refused(
      'conflict',
      `本批次通知已发布（${terms.title}），其内容不能再改；如需调整日期，请另行发布变更通知。`,
      { batch: NUMBER_TAKEN },
    )
}

/** Why it cannot be called so now, by field. @throws Refused where nothing else can be said before that is mended */
function problemsOfCall(terms: CallTerms, received: string): Record<string, string> {
  const { title, approval, document, scope, text, papers, files = [], contact, designated } = terms
  if (approval.reference.trim() === '')
    throw new Refused('incomplete', '没有党委、政府的批准文号，不能发布通知。', { approval: '请填写批准文号' })
  mustNameNobody('通知向社会公开', {
    ...{ title, scope, text, papers: papers?.join('\n') },
    files: files.map(nameOfUse).join('\n'),
    designated: designated?.map(({ name, reason }) => `${name}：${reason}`).join('\n'),
    ...{ 'document.number': document?.number, 'document.organ': document?.organ },
    ...{ 'approval.reference': approval.reference, 'approval.by': approval.by, 'approval.allows': approval.allows },
    ...{ 'contact.phone': contact?.phone, 'contact.address': contact?.address },
  })
  const { name, version, digest } = terms.procedure
  const procedure = procedureAt(`${name}@${version}`)
  if (!procedure || variantOf(procedure).digest !== digest)
    throw new Refused('incomplete', '没有通知选择的程序，或者内容与登记的不一致。', { procedure: '请选择列出的程序' })
  const ends = datesOf(terms)
  const dated = datedSteps(procedure).map((step) => ({ step, title: titleOf(procedure, step), lateFrom: ends[step] }))
  return {
    ...problemsOfTerms(terms, procedure),
    // A trial is no document of anybody's.
    ...(!terms.trial && !document && { 'document.number': '请填写通知的文号' }),
    ...problemsOfDays({ approved: approval.date, issued: document?.date, dated }, received),
  }
}

/** What the procedure asks of a call and these terms lack, by field. */
function problemsOfTerms(terms: CallTerms, procedure: Procedure): Record<string, string> {
  const { dates, signOffs, trial } = terms
  const dated = datedSteps(procedure)
  const instants = datesOf(terms)
  const named = Object.values(procedure.steps).flatMap((step) => (step.kind === 'entry' ? [step.form] : []))
  return {
    ...Object.fromEntries(
      dated.flatMap((step) =>
        instants[step] ? [] : [[`dates.${step}`, `请填写“${titleOf(procedure, step)}”的截止日期`]],
      ),
    ),
    ...Object.fromEntries(
      Object.entries(dates).flatMap(([step, one]) => [
        ...(dated.includes(step) ? [] : [[`dates.${step}`, '程序中没有这一期限']]),
        ...('lateFrom' in one && !trial ? [[`dates.${step}`, '只有演练批次可以用时刻作截止时间']] : []),
      ]),
    ),
    ...Object.fromEntries(
      named.flatMap((form) =>
        (forms[form] ? unitSignOffs(forms[form]) : [])
          .filter(({ name }) => !signOffs[form]?.[name])
          .map(({ name, title }) => [`signOffs.${form}.${name}`, `请选择“${title}”的签署方式`]),
      ),
    ),
    ...strangeSignOffs(signOffs, named),
    ...problemsOfScoring(terms.scoring, { methods: methodsOf(procedure), hasStandard: terms.standard !== undefined }),
  }
}

/** Sign-offs that no form of the procedure has: somebody means another form, and the right one goes unsigned. */
const strangeSignOffs = (signOffs: CallTerms['signOffs'], named: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(signOffs).flatMap(([form, boxes]) => {
      const own = named.includes(form) && forms[form]
      if (!own) return [[`signOffs.${form}`, '程序中没有这一表格']]
      return Object.keys(boxes)
        .filter((box) => !unitSignOffs(own).some(({ name }) => name === box))
        .map((box) => [`signOffs.${form}.${box}`, '表格中没有这一签署栏'])
    }),
  )
