/** The paper of a list that is submitted to a body: what waits to be, or what was, as it stood then. */
import { dateOf } from '#calendar/deadline.ts'
import { type Case, caseKind, caseStream } from '#case/case.ts'
import type { CaseEvent, Corrected, Decided } from '#case/case-events.ts'
import { opinionOf } from '#case/paper.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { SubmissionPage } from '#contracts/papers/submission.ts'
import type { Call } from '#edge/use-case.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { forms } from '#procedure/forms.ts'
import type { StepKind } from '#procedure/kinds.ts'
import { outcomeTitle, type Procedure, stepAt, titleOf } from '#procedure/procedure.ts'
import { UNIT_KINDS, unitStream } from '#roster/unit.ts'
import { knownAs } from '#rows/known.ts'
import { taken } from '#steps/resolution/lines-taken.ts'
import { withRank } from '#steps/resolution/ranks.ts'
import { isSubmitted, submittedCases } from '#steps/resolution/resolution.ts'
import { inNameOrder } from '#typed/names.ts'
import { eventsOf } from '../case/look-beside.ts'
import { readForm } from '../form/stored-form.ts'
import type { IntakeDeps } from '../intake-deps.ts'
import { chunksOf } from './list-step.ts'
import { allowedOf, bodyOf, limitedOutcome, type MeetingStep } from './meeting-step.ts'
import { hasLeftOf, lookAtMeetings } from './read-resolutions.ts'

/** What is still to be submitted, in place of a list's number, which is its commit's. */
const NEXT = 'next'

export const readSubmission =
  (deps: IntakeDeps) =>
  async ({ params, caller }: Call<typeof intakeEndpoints.readSubmission>): Promise<SubmissionPage> => {
    const looked = await lookAtMeetings(deps, params)
    const { read, meeting, open, known, nameOf } = looked
    const { value, terms, step } = meeting
    const list = read.state.prepared.find(({ commit }) => String(commit) === params.list)
    const wanted = params.list === NEXT ? ['prepare-list' as const] : (['prepare-list', 'record-resolution'] as const)
    if (!value.prepares) throw new Refused('unknown', `“${value.title}”不需要提请。`)
    if (allowedOf([...wanted], caller.holdings, meeting).length === 0)
      throw new Refused('forbidden', `“${value.title}”的提请材料由提请和登记会议决定的人员查看。`)
    if (params.list !== NEXT && !list) throw new Refused('unknown', '没有这一次提请；请刷新后再看。')
    const before = submittedCases(read.state)
    const units =
      list?.cases ??
      open.flatMap((row) => (row.step === step && !isSubmitted(before, row.unit, row.visit) ? [row.unit] : []))
    const limited = limitedOutcome(meeting)
    const most = limited === undefined ? undefined : terms.quota
    return {
      batchTitle: terms.title,
      trial: terms.trial,
      // The approval is another document, with a number of its own.
      reference: terms.document?.number ?? '',
      stepTitle: value.title,
      body: bodyOf(meeting, deps.county),
      office: deps.county.office,
      title: value.submission?.title ?? `关于提请审议“${value.title}”名单的请示`,
      asks: value.submission?.asks ?? `提请审议“${value.title}”`,
      ...(list && { on: dateOf(list.at), text: list.text }),
      ...(most !== undefined && {
        quota: { most, taken: taken(read.state, limited ?? '', hasLeftOf(looked)) },
      }),
      units: inNameOrder(
        (await aboutUnits(deps, meeting, units, list?.at)).map(({ unit, ...more }) => {
          const kind = knownAs(known, 'unit', unitStream(unit))?.kindOfUnit
          return { unit, name: nameOf(unit), ...(kind && { kind: UNIT_KINDS[kind] }), ...more }
        }),
      ),
    }
  }

type About = Pick<SubmissionPage['units'][number], 'unit' | 'answers' | 'conclusions'>

/** @param at the instant as of which it is told; without one as it stands */
async function aboutUnits(
  deps: Pick<IntakeDeps, 'ledger' | 'contents'>,
  meeting: MeetingStep,
  units: readonly string[],
  at: string | undefined,
): Promise<About[]> {
  const all: About[] = []
  for (const some of chunksOf(units))
    all.push(
      ...(await Promise.all(
        some.map(async (unit): Promise<About> => {
          const events = eventsOf(await readStream(deps.ledger, caseKind, caseStream(meeting.batch, unit))).filter(
            (event) => at === undefined || event.at <= at,
          )
          const state = events.reduce<Case>((before, event) => caseKind.evolve(before, event), caseKind.initial)
          return { unit, answers: await listedAnswers(deps, state), conclusions: conclusionsOf(events, meeting) }
        }),
      )),
    )
  return all
}

/** The answers that the forms of the case name for lists. */
async function listedAnswers(deps: Pick<IntakeDeps, 'contents'>, { papers }: Case): Promise<About['answers']> {
  const named = Object.entries(papers).flatMap(([name, { form: saved }]) => {
    const fields = forms[name]?.fields.filter(({ listed }) => listed) ?? []
    return saved && fields.length > 0 ? [{ saved, fields }] : []
  })
  const read = await Promise.all(
    named.map(async ({ saved, fields }) => {
      const { values } = await readForm(deps, saved)
      return fields.flatMap(({ name, label }) => {
        const value = values[name]
        return typeof value === 'string' ? [{ label, text: value }] : []
      })
    }),
  )
  return read.flat()
}

/** Whoever judges, inquires or shows the list has something to say of a unit; forms and work have not. */
const CONCLUDES: ReadonlySet<StepKind> = new Set(['judgement', 'inquiry', 'notice', 'resolution'])

/** The last conclusion of each step since the same body decided on the case. */
export function conclusionsOf(
  events: readonly CaseEvent[],
  { procedure, step, value: { body } }: Pick<MeetingStep, 'procedure' | 'step' | 'value'>,
): About['conclusions'] {
  const byStep = new Map<string, About['conclusions'][number]>()
  for (const event of events) {
    if (event.type !== 'decided' && event.type !== 'corrected') continue
    const at = stepAt(procedure, event.step)
    if (!at || event.step === step || !CONCLUDES.has(at.kind)) continue
    if (at.kind === 'resolution' && at.body === body) byStep.clear()
    else {
      byStep.delete(event.step)
      byStep.set(event.step, saidOf(procedure, event))
    }
  }
  return [...byStep.values()]
}

const saidOf = (procedure: Procedure, event: Decided | Corrected) => ({
  step: titleOf(procedure, event.step),
  outcome: withRank(outcomeTitle(procedure, event.step, event.outcome), 'rank' in event ? event : {}),
  reason: opinionOf(event) ?? '',
})
