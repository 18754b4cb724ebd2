/** A meeting's line that was recorded wrongly: the meetings' stream takes the corrected one, and the case follows it at once. */
import { caseStream } from '#case/case.ts'
import { correctingLineForm } from '#contracts/case-forms.ts'
import { wrongFields } from '#contracts/field-errors.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { execute, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { StepOf } from '#procedure/kinds.ts'
import { NOTHING_KNOWN } from '#rows/known.ts'
import { correctLine, signedLine, takeCorrectedLine } from '#steps/resolution/correct-line.ts'
import { given, mustKeepQuota } from '#steps/resolution/lines-taken.ts'
import { type Resolution, resolutionKind, resolutionStream } from '#steps/resolution/resolution.ts'
import type { Prepared, Trying } from '../case/decide-case.ts'
import type { Looked } from '../case/look-at-case.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'
import { listStep } from '../list/list-step.ts'
import { type MeetingStep, rulesOf } from '../list/meeting-step.ts'
import { hasLeftOf } from '../list/read-resolutions.ts'
import type { JudgingBody } from './read-judging.ts'

type Line = Pick<JudgingBody, 'outcome' | 'reason'> & { readonly inMinutes?: string | undefined }
/** What a line has no field for is refused, not dropped. */
type Sent = Line & Omit<JudgingBody, 'checklist' | 'despite'>
type Read = Line & { readonly indicators?: undefined }

/** @throws Refused naming every field that is wrong */
export function readLine(value: StepOf<'resolution'>, sent: Sent): Read {
  const { outcome, reason, inMinutes } = sent
  const given = Object.entries(sent).filter(([, one]) => one !== undefined)
  const fields = wrongFields(correctingLineForm(value), Object.fromEntries(given))
  const count = Object.keys(fields).length
  if (count > 0) throw new Refused('incomplete', `“${value.title}”的更正有${count}处需要修改。`, fields)
  return { outcome, reason, inMinutes }
}

/**
 * Whoever drafts is told when no more of such lines fit; signed later, it is counted once more.
 * @throws Refused when more than the quota would have the outcome
 */
export async function mustFit(
  deps: IntakeDeps,
  { params }: Call<typeof intakeEndpoints.draftCorrection>,
  { terms }: Looked,
  { outcome }: Line,
): Promise<void> {
  const meeting = listStep(terms, params, 'resolution', '不由会议决定')
  const { limited } = rulesOf(meeting)
  if (limited?.outcome !== outcome) return
  const { state } = await readStream(deps.ledger, resolutionKind, resolutionStream(params.batch, params.step))
  const hasLeft = await whoHasLeft(deps, meeting, state)
  mustKeepQuota(state, [{ case: params.unit, outcome }], { limited, hasLeft })
}

type Signing = {
  readonly looked: Looked
  readonly trying: Trying
  readonly seen: { readonly drafted: string; readonly listed: boolean }
}

/** What the case then takes, under the name by which whatever follows the meetings would ask it. */
export async function signLine(
  deps: IntakeDeps,
  call: Call<typeof intakeEndpoints.signCorrection>,
  { looked, trying, seen }: Signing,
): Promise<Prepared> {
  const { batch, unit, step } = call.params
  const { drafted } = seen
  const { state } = looked.read
  const stream = resolutionStream(batch, step)
  const by = askedBy(call)
  const read = await readStream(deps.ledger, resolutionKind, stream)
  const taking = (number: number, listed: boolean) =>
    takeCorrectedLine(step, { drafted, listed, act: { stream, number } }, by)
  let signed = signedLine(read.state, { case: unit, drafted })
  if (!signed) {
    // Refused before anything is written, as far as the case is known.
    trying(taking(0, seen.listed))
    const { correction, last } = state
    if (!correction || !last?.act) throw new Refused('elsewhere', '没有待签发的更正；请刷新后再办。')
    const { outcome, reason, inMinutes = '', by: draftedBy } = correction
    const meeting = listStep(looked.terms, call.params, 'resolution', '不由会议决定')
    const rules = {
      ...rulesOf(meeting),
      hasLeft: await whoHasLeft(deps, meeting, read.state),
      followed: () => Math.max(0, ...state.taken.flatMap((act) => (act.stream === stream ? [act.number] : []))),
    }
    const line = { number: last.act.number, case: unit, outcome, reason, inMinutes, draftedBy, drafted }
    const { state: after } = await execute(deps.ledger, resolutionKind, {
      ...{ stream, command: call.command, by: by.by, first: read },
      decide: correctLine(line, rules, by),
    })
    signed = signedLine(after, { case: unit, drafted })
  }
  if (!signed || signed.by !== by.by) throw new Refused('elsewhere', '更正已由其他人员签发；请刷新后再看。')
  const act = { stream, number: signed.commit }
  return {
    command: `line ${stream}#${signed.commit}`,
    decide: takeCorrectedLine(step, { drafted, act }, { by: signed.by, received: signed.at }),
  }
}

/** Of the cases that the quota counts, by their rows. */
async function whoHasLeft(deps: IntakeDeps, meeting: MeetingStep, resolution: Resolution) {
  const { limited } = rulesOf(meeting)
  const counted = limited ? [...given(resolution, limited.outcome)] : []
  const known =
    counted.length > 0 ? await deps.rows.many(counted.map((unit) => caseStream(meeting.batch, unit))) : NOTHING_KNOWN
  return hasLeftOf({ known, meeting })
}
