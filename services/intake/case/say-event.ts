/** One event of a case, as its timeline says it. */

import type { CallTerms } from '#batch/batch.ts'
import { vetoTitle } from '#batch/veto-title.ts'
import { saidEnd } from '#calendar/said.ts'
import type { Case } from '#case/case.ts'
import type { CaseEvent, Corrected } from '#case/case-events.ts'
import { forms, labelOf } from '#procedure/forms.ts'
import { decidedTitle, outcomeTitle, type Procedure, stepOf, titleOf } from '#procedure/procedure.ts'
import { RECORDS } from '#procedure/records.ts'
import { MODE_WORDS } from '#procedure/sign-off-mode.ts'
import { withRank } from '#steps/resolution/ranks.ts'
import type { Naming } from '../name-people.ts'
import type { Finding } from './findings.ts'

export type Said = {
  readonly event: string
  readonly on?: string
  readonly outcomeTitle?: string
  readonly by: string
  readonly reason?: string
  readonly isOpinion?: true
  readonly files?: readonly string[]
  readonly note?: string
}
/** `findings`: of the objections of whose end it tells. */
type Around = { readonly before: Case; readonly after: Case; readonly findings: readonly Finding[] }

export function sayEvent(
  event: CaseEvent,
  around: Around,
  { terms, naming }: { readonly terms: CallTerms; readonly naming: Naming },
): Said {
  const { who, act, on } = naming
  const { before, after, findings } = around
  const by = 'by' in event ? who(event.by, event.at) : ''
  const outcome = (step: string, name: string) => outcomeTitle(after.procedure, step, name)
  switch (event.type) {
    case 'opened':
      return { event: `${entering(event)}开始${titleOf(after.procedure, after.step)}`, by }
    case 'saved':
      return { event: `${entering(event)}保存${formTitle(event.form)}`, by }
    case 'signed':
      return {
        event: `${entering(event)}${MODE_WORDS[event.mode].enter}：${boxTitle(event)}`,
        by,
        reason: event.opinion,
        isOpinion: true,
        ...(event.scan && { files: [event.scan] }),
      }
    case 'signingDeclined':
      return { event: `退回经办人修改：${boxTitle(event)}`, by, reason: event.reason }
    case 'drafted':
      return { event: `拟办：${outcome(event.step, event.outcome)}`, by, reason: event.reason }
    case 'draftReturned':
      return { event: '退回拟办', by, reason: event.reason }
    case 'decided': {
      const title = decidedTitle(after.procedure, event)
      const reason = event.reason ?? findings.map((found) => found.reason).join('\n')
      return {
        event: `${entering(event)}${withRank(title, event)}`,
        outcomeTitle: title,
        ...statedDay(event.act && on(event.act)),
        by: (event.act && act(event.act)) ?? by,
        ...(reason && { reason }),
      }
    }
    case 'recalled':
      return { event: '撤回，可以修改后重新提交', by }
    case 'correctionDrafted':
      return {
        ...{ event: `拟更正为：${outcome(event.step, event.outcome)}`, by, reason: event.reason },
        ...inRecord(event, around, act),
      }
    case 'correctionReturned':
      return {
        event: !before.correction
          ? '不再更正，原结论不变'
          : `${before.correction.by === event.by ? '收回' : '退回'}更正，原结论不变`,
        by,
        ...(event.reason && { reason: event.reason }),
      }
    case 'corrected': {
      const title = outcome(event.step, event.outcome)
      return {
        event: `更正为：${title}`,
        outcomeTitle: title,
        by,
        reason: event.reason,
        ...whatBecameOfTheForm(event, around),
        ...inRecord(event, around, act),
      }
    }
    case 'listed':
      return { event: '列入公示', by: act(event.act) ?? '' }
    case 'vetoRaised':
      return {
        event: `提出一票否决：${vetoTitle(terms, event.item)}`,
        by,
        reason: event.source,
        ...(event.evidence && { files: [event.evidence] }),
      }
    case 'vetoDismissed':
      return { event: '不予确认一票否决', by, reason: event.reason }
    case 'withdrawalEntered':
      return { event: '录入退出申请', by, reason: event.reason, ...(event.scan && { files: [event.scan] }) }
    // The unit's head did not agree, or the office's gave up waiting; who it was stands beside it.
    case 'withdrawalCancelled':
      if (!before.withdrawal) return { event: '知悉退出申请未获确认', by }
      return before.withdrawal.by === event.by
        ? { event: '撤销退出申请', by }
        : { event: '退出申请未获确认，已撤销', by, ...(event.reason && { reason: event.reason }) }
    case 'extended':
      return { event: `期限延长至${saidEnd(event.lateFrom)}`, by, reason: event.reason }
    case 'rescheduled':
      return {
        event: `通知变更：${Object.entries(event.dates)
          .map(([step, lateFrom]) => `“${titleOf(after.procedure, step)}”的期限改为${saidEnd(lateFrom)}`)
          .join('，')}`,
        by,
      }
    case 'held':
      return { event: `收到期内异议（${event.objection}），办结以前暂不列入名单`, by }
    case 'released': {
      const [found] = findings
      const ended = `期内异议（${event.objection}）已办结`
      return found ? { event: `${ended}：${found.title}`, by, reason: found.reason } : { event: ended, by }
    }
  }
}

/** 《会议》（编号）会议纪要的记载：第三项 */
export const saidInRecord = (
  procedure: Procedure,
  { step, inMinutes }: Pick<Corrected, 'step' | 'inMinutes'>,
  meeting: string | undefined,
): string | undefined => {
  const value = stepOf(procedure, step, 'resolution')
  return value && inMinutes && `${meeting ?? ''}${RECORDS[value.record]}的记载：${inMinutes}`
}

/** What a correction of a meeting's line rests on. */
function inRecord(
  event: Pick<Corrected, 'step' | 'inMinutes'>,
  { before: { last, procedure } }: Around,
  act: Naming['act'],
): Pick<Said, 'note'> {
  const note = saidInRecord(procedure, event, last?.act && act(last.act))
  return note ? { note } : {}
}

const statedDay = (on: string | undefined): Pick<Said, 'on'> => (on === undefined ? {} : { on })

/** What the office entered from the unit's paper says so. */
const entering = ({ byOffice }: { readonly byOffice?: true | undefined }): string => (byOffice ? '代录：' : '')
const formTitle = (name: string): string => forms[name]?.title ?? name
const boxTitle = ({ form, signOff }: { readonly form: string; readonly signOff: string }): string =>
  forms[form] ? labelOf(forms[form], signOff) : signOff

/** What a correction did to the form that a return had opened: the form went back, or came again. */
function whatBecameOfTheForm({ step }: Corrected, { before, after }: Around): Pick<Said, 'note'> {
  const { judged } = after
  if (!judged) return {}
  const digest = (state: Case) => state.papers[judged.form]?.form?.digest
  if (digest(before) === digest(after)) return {}
  const title = formTitle(judged.form)
  return judged.mended?.form?.digest === digest(after)
    ? { note: `单位退回后保存的${title}恢复使用，可以接着补正` }
    : {
        note: `${title}恢复为“${titleOf(after.procedure, step)}”时的内容；单位退回后保存的修改没有采用，仍留在办理过程中`,
      }
}
