/**
 * Correction 更正 of a judgement, or of a line of a meeting: drafted by one, signed by another, while nothing rests on the
 * decision yet.
 */
import { mustNameNobody } from '#batch/names-somebody.ts'
import { said } from '#calendar/said.ts'
import { type Case, makersOf, seenIn } from '#case/case.ts'
import type { CorrectionDrafted } from '#case/case-events.ts'
import { standingDecision, whyLineStays } from '#case/corrigible.ts'
import { type Asked, asked, type Deciding } from '#case/standing.ts'
import type { ReturnTerms } from '#case/until-when.ts'
import { mustGiveWay } from '#ledger/by-two.ts'
import { Refused } from '#ledger/refused.ts'
import type { StepOf } from '#procedure/kinds.ts'
import { outcomeTitle, stepAt, stepOf, targetOf, titleOf } from '#procedure/procedure.ts'
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
  /** Of a meeting's line: what its minutes say of the unit. */
  readonly inMinutes?: string | undefined
}

/** Proposes what replaces the decision. A newer draft takes the place of an older one, another's only of one that was seen. */
export const draftCorrection =
  (step: string, { replaces, ...correction }: Correction & Replacing, by: Asked, terms: ReturnTerms): Deciding =>
  (state) => {
    const standing = mustBeCorrigible(state, step, correction, by)
    const value = stepAt(state.procedure, step)
    const content =
      value?.kind === 'judgement'
        ? ofJudgement(state, value, { ...correction, standing }, by, terms)
        : value?.kind === 'resolution'
          ? ofLine(value, correction, standing.outcome)
          : undefined
    if (!content) return []
    const { corrects } = correction
    const { correction: pending } = state
    const saysSo = (one: CorrectionDrafted) => one.inMinutes === content.inMinutes
    if (pending?.by === by.by && saysTheSame(pending, content) && saysSo(pending)) return []
    mustGiveWay(pending, { by: by.by, replaces }, draftOf(state, pending, '更正'))
    const { reason, inMinutes } = content
    mustNameNobody('更正的理由要给单位看', { reason, ...(inMinutes !== undefined && { inMinutes }) })
    // Whoever took their own back, or let it rest, may think again.
    const { correctionReturned } = state
    const before = correctionReturned?.correction
    mustBeMended(correctionReturned, {
      what: '更正',
      same:
        before !== undefined && before.by !== correctionReturned?.by && saysAlike(before, content) && saysSo(before),
    })
    return [{ type: 'correctionDrafted', ...asked(by), step, corrects, ...content }]
  }

type Content = Pick<CorrectionDrafted, 'outcome' | 'reason' | 'reopens' | 'indicators' | 'lateFrom' | 'inMinutes'>
type Standing = NonNullable<ReturnType<typeof standingDecision>>

function ofJudgement(
  state: Case,
  value: StepOf<'judgement'>,
  { standing, ...correction }: Correction & { readonly standing: Standing },
  { received }: Asked,
  terms: ReturnTerms,
): Content {
  const { outcome, reason } = correction
  const content = { outcome, reason, ...takenAlong(value, correction) }
  mustBeAhead(content.lateFrom, received)
  if (saysTheSame(standing, { ...content, lateFrom: returnDate(state, value, correction, received, terms) }))
    throw new Refused('incomplete', '更正后的结论和理由与现在的相同，不需要更正。', { outcome: '请选择不同的结论' })
  return content
}

/** A line was recorded with another outcome than the minutes have, which say what it is. */
function ofLine(
  { title, outcomes }: StepOf<'resolution'>,
  { outcome, reason, inMinutes }: Correction,
  stands: string,
): Content {
  if (!Object.hasOwn(outcomes, outcome))
    throw new Refused('incomplete', `“${title}”没有“${outcome}”这一结论。`, { outcome: '请从列出的结论中选择' })
  if (outcome === stands)
    throw new Refused('incomplete', '更正后的结论与登记的相同，不需要更正。', { outcome: '请选择不同的结论' })
  if (!inMinutes)
    throw new Refused('incomplete', '更正会议决定要写明会议记录如何记载。', { inMinutes: '请填写会议记录的记载' })
  return { outcome, reason, inMinutes }
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
    const { correction: pending, last } = state
    if (!pending && last?.type === 'corrected' && last.step === step && last.by === by.by) return []
    const { correction, standing } = mustBeSignable(state, step, { drafted, listed }, by)
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

/** What this person may draft a correction of. @throws Refused */
export function mustBeCorrigible(
  state: Case,
  step: string,
  seen: Pick<Correction, 'corrects' | 'listed'>,
  { by }: Pick<Asked, 'by'>,
): Standing {
  const standing = mustStand(state, step, seen)
  mustNotHaveMade(state, by)
  return standing
}

/** What waits for a signature and what it replaces. @throws Refused when it is not what was seen, or this person may not sign it */
export function mustBeSignable(
  state: Case,
  step: string,
  { drafted, listed }: { readonly drafted: string; readonly listed: boolean },
  { by }: Asked,
): { readonly correction: CorrectionDrafted; readonly standing: Standing } {
  const { correction } = state
  if (!correction) throw new Refused('elsewhere', '没有待签发的更正；请刷新后再办。')
  mustBeSeen(state, correction, step, drafted)
  const standing = mustStand(state, step, { corrects: correction.corrects, listed })
  if (correction.by === by) throw new Refused('forbidden', '更正是您拟订的，不能由您自己签发；请由其他有权人员签发。')
  mustNotHaveMade(state, by)
  return { correction, standing }
}

/** @throws Refused when the version that was seen does not stand any more, or something rests on it */
function mustStand(state: Case, step: string, { corrects, listed }: Pick<Correction, 'corrects' | 'listed'>) {
  const standing = standingDecision(state)
  const title = titleOf(state.procedure, step)
  if (!standing || standing.step !== step) throw new Refused('elsewhere', whyNothingToCorrect(state, step))
  if (standing.visit !== corrects)
    throw new Refused('elsewhere', `您看到的“${title}”结论之后又更正过；请刷新，核对现在的结论后再办。`)
  if (state.notice || listed)
    throw new Refused('elsewhere', `本件已列入名单，“${title}”结论不能再更正；确需改变的，由异议处理或者会议决定办理。`)
  if (state.draft) throw new Refused('elsewhere', `后一环节已经开始审核，“${title}”结论不能再更正。`)
  const stays = standing.act && whyLineStays(state)
  if (stays) throw new Refused('elsewhere', stays)
  return standing
}

function mustNotHaveMade(state: Case, person: string): void {
  if (makersOf(state).includes(person))
    throw new Refused('forbidden', '您填写、签署或提交过本件，不能更正结论；请由其他经办人办理。')
}

function whyNothingToCorrect({ last, procedure, step, visit }: Case, asked: string): string {
  if (visit === 0) return '本单位在本批次还没有申报件，没有可以更正的结论。'
  const title = titleOf(procedure, asked)
  if (!last || step === asked || stepOf(procedure, step, 'judgement'))
    return `本件现处“${titleOf(procedure, step)}”环节，还没有可以更正的“${title}”结论。`
  const outcome = outcomeTitle(procedure, last.step, last.outcome)
  const after = stepOf(procedure, asked, 'resolution') ? '；确需改变的，由新的会议决定办理' : ''
  return `“${title}”之后已有新的办理（${said(last.at)}：${titleOf(procedure, last.step)}·${outcome}），结论不能再更正${after}。`
}
