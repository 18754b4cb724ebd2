import { isInvited, whyNotInvited } from '#batch/designated.ts'
import { saidEnd } from '#calendar/said.ts'
import { type Case, hasEnded } from '#case/case.ts'
import { type CaseFacts, factsOf } from '#case/facts.ts'
import { placeTitle } from '#case/place-title.ts'
import type { CasePage, OfferedCommand, TimelineEntry } from '#contracts/case-page.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { stepAt, stepOf } from '#procedure/procedure.ts'
import { whyNotStart } from '#steps/start-todo.ts'
import { mustBeShown, readingOf } from '../allow.ts'
import { showInquiry } from '../beside/show-inquiry.ts'
import { showWork } from '../beside/show-work.ts'
import { showAmendment, showCancelled } from '../call/show-changes.ts'
import { hasDossier } from '../form/self-assessment.ts'
import { type Fresh, otherForms, showForm } from '../form/show-papers.ts'
import type { CaseCall, IntakeDeps } from '../intake-deps.ts'
import { nameThose } from '../name-people.ts'
import { offeredCommands } from '../offers/offered-commands.ts'
import { startFactsOf } from '../offers/start-facts.ts'
import { caseTimeline, type Told } from './case-timeline.ts'
import { dueEntries, dueReminder } from './due-reminder.ts'
import { lastReminder } from './last-reminder.ts'
import { lastResult } from './last-result.ts'
import { isListed } from './listed.ts'
import { eventsBeside, type Looked, lookAtCase, peopleIn } from './look-at-case.ts'
import { eventsOf, workIn } from './look-beside.ts'
import { showPending } from './show-drafts.ts'
import { sinceReturn } from './since-return.ts'
import { whoIsNext } from './who-is-next.ts'
import { whyFinal } from './why-final.ts'

/** The page of a case, folded from the ledger itself. */
export const readCase =
  (deps: IntakeDeps) =>
  async (call: CaseCall): Promise<CasePage> => {
    const looked = await lookAtCase(deps, call)
    await mustBeShown(deps, call, looked.read)
    return showCase(deps, call, looked)
  }

/** The page of a case as it was read, as this caller may see it. `fresh`: a form that was kept a moment ago. */
export async function showCase(deps: IntakeDeps, call: CaseCall, looked: Looked, fresh?: Fresh): Promise<CasePage> {
  const { batch, unit } = call.params
  const { read, terms, known } = looked
  const { state } = read
  const events = eventsOf(read)
  const reading = readingOf(call, looked)
  const reminder = lastReminder(call, looked)
  const due = dueReminder(call, looked)
  const people = [...new Set([...(reminder ? [reminder.by] : []), ...peopleIn([...events, ...eventsBeside(looked)])])]
  const naming = await nameThose(deps, unit, { events, people }, known)
  const facts = factsOf(state)
  const [paper, listed, told, work, inquiry] = await Promise.all([
    showForm(deps, { call, state: asItBegins(looked), events, terms, naming, known, fresh, forms: reading.forms }),
    mayCorrect(call, looked, facts) && isListed(deps, call, state),
    caseTimeline(deps.ledger, events, { unit, terms, naming, known, ...reading }),
    stepOf(state.procedure, state.step, 'work') &&
      showWork(deps.ledger, unit, events, looked, { naming, now: call.received }),
    showInquiry(deps.ledger, call, events, looked, naming),
  ])
  const { paper: form, stored } = paper ?? {}
  const mended =
    form && isWorkedOn(state, form.name)
      ? await sinceReturn(deps, unit, events, { name: form.name, state, stored }, naming)
      : undefined
  const commands = offeredCommands(call, looked, { facts, listed }, form?.values ?? {})
  const final = whyFinal(call, looked, listed)
  const { step, procedure, visit, lateFrom } = state
  const kind = stepAt(procedure, step)?.kind
  return {
    case: `${batch}/${unit}`,
    batch: { id: batch, title: terms.title, trial: terms.trial },
    unit: { id: unit, name: looked.unit.name },
    seen: read.commits.length,
    step,
    stepTitle: visit === 0 ? notBegun(looked, call) : placeTitle(procedure, state, call.received),
    ...(kind && { kind }),
    visit,
    ended: hasEnded(state),
    ...(Object.hasOwn(procedure.endings, step) &&
      procedure.endings[step]?.confers &&
      !terms.trial && { title: true as const }),
    ...(lateFrom && { due: { lateFrom, said: saidEnd(lateFrom) } }),
    ...(reminder && { reminder: { ...reminder, by: naming.name(reminder.by) } }),
    ...(due && { dueReminder: due }),
    amendments: terms.amendments.map((one) => showAmendment(one, looked.procedure, deps.county)),
    ...(terms.cancelled && { cancelled: showCancelled(terms.cancelled, deps.county) }),
    ...invitation(looked),
    ...(form && { form }),
    others: otherForms(state, reading.forms),
    ...(mended && { sinceReturn: mended }),
    ...showPending(looked, naming, reading, call.received),
    ...whoIsNext(call, looked, facts),
    ...(work && { work }),
    ...(hasDossier(call, looked) && { dossier: true as const }),
    worked: !work && workIn(events, state.procedure) !== undefined,
    ...(inquiry && { inquiry }),
    ...lastResult(state, naming),
    timeline: inOrder([...withUndo(told, commands), ...dueEntries(call, looked)]),
    ...(final && { final }),
    commands,
  }
}

/** Before a case has begun its first form is shown empty, so that somebody sees what will be asked. */
const asItBegins = ({ read: { state }, procedure }: Looked) =>
  state.visit === 0 ? { ...state, procedure, step: procedure.start } : state

/** Where a form is filled in or judged it is compared with what went back; later it is only read. */
function isWorkedOn({ procedure, step }: Case, form: string): boolean {
  const value = stepAt(procedure, step)
  return (value?.kind === 'entry' || value?.kind === 'judgement') && value.form === form
}

/** Whether it matters to this caller that an act names the case which it has not followed yet. */
const mayCorrect = ({ caller, params }: CaseCall, { procedure }: Looked, { corrigible }: CaseFacts): boolean =>
  corrigible !== undefined &&
  permissionFor('draft-correction', caller.holdings, { unit: params.unit, procedure, step: corrigible.step }) !==
    undefined

const inOrder = (entries: readonly TimelineEntry[]): TimelineEntry[] =>
  entries.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))

/** Where a decision is corrected: at itself, in the course of things. */
function withUndo(told: readonly Told[], commands: readonly OfferedCommand[]): TimelineEntry[] {
  const undo = commands.find(({ name }) => name === 'draft-correction')?.name
  const last = told.findLastIndex(({ event: { type } }) => type === 'decided' || type === 'corrected')
  return told.map(({ entry }, i) => (undo && i === last ? { ...entry, undo } : entry))
}

function invitation({ terms, unit, read }: Looked): Pick<CasePage, 'designated' | 'uninvited'> {
  const named = terms.designated?.find((one) => one.unit === unit.unit)
  if (named) return { designated: named.reason }
  return read.state.visit === 0 && !isInvited(terms, unit) ? { uninvited: whyNotInvited(terms, unit) } : {}
}

/** A unit that has not begun by the deadline does not begin any more. */
const notBegun = (looked: Looked, { params: { unit }, received }: CaseCall): string =>
  whyNotStart(startFactsOf(unit, looked), received) === 'late' ? '未在期限内开始' : '尚未开始'
