/** Correction 更正 of a judgement: drafted by one, signed by another, while nothing rests on the decision yet. */
import { mustNameNobody } from '#batch/names-somebody.ts'
import { said } from '#calendar/said.ts'
import { type Case, makersOf, seenIn } from '#case/case.ts'
import type { Corrected, CorrectionDrafted, Decided } from '#case/case-events.ts'
import { type Asked, asked, type Deciding } from '#case/standing.ts'
import type { ReturnTerms } from '#case/until-when.ts'
import { mustGiveWay } from '#ledger/by-two.ts'
import { Refused } from '#ledger/refused.ts'
import { outcomeTitle, stepOf, targetOf, titleOf } from '#procedure/procedure.ts'
import {
  draftOf,
  type Judging,
  mustBeAhead,
  type Replacing,
  returnDate,
  saysAlike,
  saysTheSame,
  takenAlong,
} from './decide-step.ts'
import { mustBeMended } from './sent-back.ts'

export type Correction = Omit<Judging, 'checklist'> & {
  /** The visit at which the version was decided that the officer saw. */
  readonly corrects: number
  /** Whether a published notice or a list names the case, which may not have followed it yet. */
  readonly listed: boolean
}

/** Proposes what replaces a judgement's decision. A newer draft takes the place of an older one, another's only of one that was seen. */
export const draftCorrection =
  (step: string, { replaces, ...correction }: Correction & Replacing, by: Asked, terms: ReturnTerms): Deciding =>
  (state) => {
    const standing = mustStand(state, step, correction)
    mustNotHaveMade(state, by.by)
    const value = stepOf(state.procedure, step, 'judgement')
    if (!value) return []
    const { outcome, reason, corrects } = correction
    const content = { outcome, reason, ...takenAlong(value, correction) }
    mustBeAhead(content.lateFrom, by.received)
    if (saysTheSame(standing, { ...content, lateFrom: returnDate(state, value, correction, by.received, terms) }))
      throw new Refused('incomplete', '更正后的结论和理由与现在的相同，不需要更正。', { outcome: '请选择不同的结论' })
    const { correction: pending } = state
    if (pending?.by === by.by && saysTheSame(pending, content)) return []
    mustGiveWay(pending, { by: by.by, replaces }, draftOf(state, pending, '更正'))
    mustNameNobody('更正的理由要给单位看', { reason })
    // Whoever took their own back, or let it rest, may think again.
    const { correctionReturned } = state
    const before = correctionReturned?.correction
    mustBeMended(correctionReturned, {
      what: '更正',
      same: before !== undefined && before.by !== correctionReturned?.by && saysAlike(before, content),
    })
    return [{ type: 'correctionDrafted', ...asked(by), step, corrects, ...content }]
  }

/**
 * Sends a correction back to whoever drafted it, saying why, or takes one's own back; of one that went back its author
 * says so that they let it rest. `drafted`: what was seen. `signs`: whether they could sign it; others take back their
 * own alone.
 */
export const returnCorrection =
  (
    step: string,
    { drafted, reason }: { drafted: string; reason?: string | undefined },
    by: Asked,
    signs: boolean,
  ): Deciding =>
  (state) => {
    const { correctionReturned: before } = state
    if (!state.correction && before && before.step === step && before.reason === reason && before.by === by.by)
      return []
    const correction = state.correction ?? (isWaitedFor(before, by.by) ? before.correction : undefined)
    if (!correction) throw new Refused('elsewhere', '没有待签发的更正；请刷新后再办。')
    mustBeSeen(state, correction, step, drafted)
    mustNotHaveMade(state, by.by)
    if (correction.by !== by.by && !signs)
      throw new Refused('forbidden', '更正是其他人员拟订的，由有权签发的人员退回；您可以收回自己拟订的更正。')
    if (correction.by !== by.by && !reason)
      throw new Refused('incomplete', '退回更正要说明理由。', { reason: '请填写退回理由' })
    const { corrects } = correction
    return [{ type: 'correctionReturned', ...asked(by), step, corrects, ...(reason && { reason }) }]
  }

type Returned = NonNullable<Case['correctionReturned']>
/** Whether a correction went back to this person, who has not let it rest. */
const isWaitedFor = (returned: Returned | undefined, person: string): returned is Returned =>
  returned?.correction.by === person && returned.by !== person

function mustBeSeen(state: Case, correction: CorrectionDrafted, step: string, drafted: string): void {
  if (seenIn(state, correction) !== drafted || correction.step !== step)
    throw new Refused('elsewhere', '您看到的更正之后又修改过；请刷新，核对后再办。')
}

/**
 * Signs the correction as it was drafted: the case goes where it leads, an ended case opens again. The date of a return
 * follows from the draft and the call.
 */
export const signCorrection =
  (step: string, { drafted, listed }: { drafted: string; listed: boolean }, by: Asked, terms: ReturnTerms): Deciding =>
  (state) => {
    const { correction, last } = state
    if (!correction) {
      if (last?.type === 'corrected' && last.step === step && last.by === by.by) return []
      throw new Refused('elsewhere', '没有待签发的更正；请刷新后再办。')
    }
    mustBeSeen(state, correction, step, drafted)
    const standing = mustStand(state, step, { corrects: correction.corrects, listed })
    if (correction.by === by.by)
      throw new Refused('forbidden', '更正是您拟订的，不能由您自己签发；请由其他有权人员签发。')
    mustNotHaveMade(state, by.by)
    const value = stepOf(state.procedure, step, 'judgement')
    if (!value) return []
    const { outcome, reason, corrects } = correction
    const way = value.outcomes[outcome]
    const { covers } = standing
    const lateFrom = returnDate(state, value, correction, by.received, terms)
    mustBeAhead(lateFrom, by.received)
    return [
      {
        type: 'corrected',
        ...asked(by),
        step,
        corrects,
        visit: state.visit,
        outcome,
        to: way ? targetOf(way) : step,
        reason,
        draftedBy: correction.by,
        ...(covers && { covers }),
        ...takenAlong(value, correction),
        ...(lateFrom && { lateFrom }),
      },
    ]
  }

/** A judgement's decision as long as it is the last one: whatever is decided later rests on it. */
export function standingDecision({ last, procedure }: Case): ((Decided | Corrected) & { reason: string }) | undefined {
  const value = last && stepOf(procedure, last.step, 'judgement')
  if (!value || !Object.hasOwn(value.outcomes, last.outcome)) return undefined
  return { ...last, reason: last.reason ?? '' }
}

/** @throws Refused when the version that was seen does not stand any more, or something rests on it */
function mustStand(state: Case, step: string, { corrects, listed }: Pick<Correction, 'corrects' | 'listed'>) {
  const standing = standingDecision(state)
  const title = titleOf(state.procedure, step)
  if (!standing || standing.step !== step) throw new Refused('elsewhere', whyNothingToCorrect(state, title))
  if (standing.visit !== corrects)
    throw new Refused('elsewhere', `您看到的“${title}”结论之后又更正过；请刷新，核对现在的结论后再办。`)
  if (state.notice || listed)
    throw new Refused('elsewhere', `本件已列入名单，“${title}”结论不能再更正；确需改变的，由异议处理或者会议决定办理。`)
  if (state.draft) throw new Refused('elsewhere', `后一环节已经开始审核，“${title}”结论不能再更正。`)
  return standing
}

function mustNotHaveMade(state: Case, person: string): void {
  if (makersOf(state).includes(person))
    throw new Refused('forbidden', '您填写、签署或提交过本件，不能更正结论；请由其他经办人办理。')
}

function whyNothingToCorrect({ last, procedure, step, visit }: Case, title: string): string {
  if (visit === 0) return '本单位在本批次还没有申报件，没有可以更正的结论。'
  if (!last || stepOf(procedure, step, 'judgement'))
    return `本件现处“${titleOf(procedure, step)}”环节，还没有可以更正的“${title}”结论。`
  const outcome = outcomeTitle(procedure, last.step, last.outcome)
  return `“${title}”之后已有新的办理（${said(last.at)}：${titleOf(procedure, last.step)}·${outcome}），结论不能再更正。`
}
