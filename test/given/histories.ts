/**
 * Histories of one case, drawn by clicks: people ask what they like, sensible or not, and what a permission row, the
 * signer's rule or the decider refuses does not happen. By both listed procedures and by generated ones; a test that
 * uses these mocks `procedures.ts` with `generated`, by digest.
 */

import fc from 'fast-check'
import { dateOf } from '#calendar/deadline.ts'
import { applyLine } from '#case/apply-line.ts'
import { type Case, caseKind, lapsedAt, seenIn } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { extendCase } from '#case/extend.ts'
import { correctedStep, factsOf } from '#case/facts.ts'
import { hold, settleHold } from '#case/hold.ts'
import { lapse } from '#case/lapse.ts'
import { cancelCase, reschedule } from '#case/reschedule.ts'
import type { Deciding } from '#case/standing.ts'
import { confirmVeto, dismissVeto, raiseVeto } from '#case/veto.ts'
import { cancelWithdrawal, confirmWithdrawal, enterWithdrawal } from '#case/withdraw.ts'
import { declinedOf } from '#case/withdrawals.ts'
import { Refused } from '#ledger/refused.ts'
import type { Command } from '#procedure/commands.ts'
import { isListStep, type Step } from '#procedure/kinds.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { datedSteps, lapseOf, type Procedure, stepAt, stepOf } from '#procedure/procedure.ts'
import { variantOf } from '#procedure/procedures.ts'
import type { SignOffModes } from '#procedure/sign-off-mode.ts'
import { openCase, recallForm, saveForm, submitForm } from '#steps/entry/fill-in-form.ts'
import { boxesOf, declineSigning, modeOf, nextBox, signForm } from '#steps/entry/sign-form.ts'
import { draftCorrection, returnCorrection, signCorrection } from '#steps/judgement/correct-decision.ts'
import { decideStep, draftDecision, returnDraft, signDraft } from '#steps/judgement/decide-step.ts'
import { listInNotice } from '#steps/notice/list-in-notice.ts'
import { takeCorrectedLine } from '#steps/resolution/correct-line.ts'
import { isOfUnit, type Looking } from '#steps/todo-shape.ts'
import { EARLY, form, SHORT, sha } from './cases.ts'
import { WHOLE } from './cases-2018.ts'
import {
  clerk,
  everybody,
  leader,
  legal,
  ofBoth,
  officeHead,
  officer,
  second,
  secretary,
  unitHead,
  wholeOffice,
} from './people.ts'
import { anyProcedure } from './procedures.ts'

const DAY = 86_400_000
/** No page of a form. */
const WITHDRAWAL = '9f'.repeat(32)
const UNIT = 'dazhuang'
const QUESTIONS = ['reason', 'project', 'creationPlan'] as const
const at = (ms: number): string => new Date(ms).toISOString()
const entryOf = ({ procedure, step }: Case) => stepOf(procedure, step, 'entry')

export type Modes = Readonly<Record<string, SignOffModes>>
/** `enters`: who mostly enters the first form, the unit's clerk or an officer from its paper 代录. */
export type Scene = { readonly procedure: Procedure; readonly modes: Modes; readonly enters: Looking }
/** Who asks, when it is received, a number that the content of the request is drawn by, and whether it is sensible. */
export type Asking = { readonly by: Looking; readonly received: string; readonly n: number; readonly i: number }

/** What the call says of returns. */
export const calledFor = (procedure: Procedure) => ({ returnDays: 10, dates: dates(procedure) })
const dates = (procedure: Procedure): Record<string, string> =>
  Object.fromEntries(datedSteps(procedure).map((step, i) => [step, at(Date.parse(EARLY) + (i + 1) * 60 * DAY)]))

/** What is asked on a case, by the name of the command that a permission row allows. */
export function commandOn(command: CaseCommand, { procedure, modes }: Scene, asking: Asking): Deciding {
  const { by, received, n, i } = asking
  const asked = { by: by.person, received }
  const entering = isOfUnit(by, { unit: UNIT }) ? asked : ({ ...asked, byOffice: true } as const)
  const confirms = permissionFor('confirm-veto', by.holdings, { unit: UNIT, procedure }) !== undefined
  const lateFrom = at(Date.parse(received) + n * DAY)
  const reason = `理由${n}。`
  const called = calledFor(procedure)
  return (state) => {
    const name = entryOf(state)?.form ?? Object.keys(state.papers).at(-1) ?? ''
    const paper = state.papers[name]
    const digest = paper?.form?.digest ?? sha('0')
    const judged = (outcomes: Step['outcomes'] = {}) => {
      const names = Object.keys(outcomes)
      const outcome = names[n % Math.max(1, names.length)] ?? 'none'
      // Now and then nobody chooses a day.
      return { outcome, reason, reopens: [QUESTIONS[n % 3] ?? 'reason'], ...(n % 2 === 1 && { lateFrom }) }
    }
    const { last, step, veto } = state
    const withdrawal = declinedOf(state, by.person) ?? state.withdrawal
    const entered = withdrawal ? seenIn(state, withdrawal) : ''
    const raised = veto ? seenIn(state, veto) : ''
    switch (command) {
      case 'open-case':
        return openCase(
          { batch: '2018-2', unit: UNIT, trial: false, procedure: variantOf(procedure), dates: dates(procedure) },
          entering,
        )(state)
      case 'save-form':
        return saveForm(name, contentOf(state, name, n), entering, paper?.form?.digest ?? '')(state)
      case 'sign-form':
      case 'decline-signing': {
        const signOff =
          (n === 4 ? boxesOf(name)[0] : nextBox(name, Object.keys(paper?.signOffs ?? {})))?.name ??
          boxesOf(name)[0]?.name ??
          ''
        const signer = { id: 'x', digest: sha('1') }
        // Of the day, on a page of its own for each visit: after a return none of before is taken.
        const scan = `a${(state.visit % 16).toString(16)}`.repeat(32)
        const more = { on: dateOf(received), opinion: '同意。', signer, scan }
        const about = { form: name, signOff, covers: n === 5 ? sha('0') : digest }
        return command === 'sign-form'
          ? signForm({ ...about, ...more }, modes[name] ?? {}, entering)(state)
          : declineSigning({ ...about, reason }, modes[name] ?? {}, entering)(state)
      }
      case 'submit-form':
        return submitForm(name, entering)(state)
      case 'recall-form':
        return recallForm((last && stepOf(procedure, last.step, 'entry')?.form) ?? name, asked)(state)
      case 'draft-decision':
        return draftDecision(
          step,
          { ...judged(stepAt(procedure, step)?.outcomes), replaces: state.draft && seenIn(state, state.draft) },
          asked,
        )(state)
      case 'return-draft':
        return returnDraft(step, { drafted: state.draft ? seenIn(state, state.draft) : '', reason }, asked)(state)
      case 'decide-step': {
        const content = judged(stepAt(procedure, step)?.outcomes)
        return state.draft?.outcome === content.outcome && n !== 5
          ? signDraft(step, seenIn(state, state.draft), asked, called)(state)
          : decideStep(step, { ...content, replaces: state.draft && seenIn(state, state.draft) }, asked, called)(state)
      }
      case 'draft-correction': {
        const corrected = last?.step ?? step
        const replaces = state.correction && seenIn(state, state.correction)
        const isLine = stepOf(procedure, corrected, 'resolution') !== undefined
        const correction = {
          ...judged(stepAt(procedure, corrected)?.outcomes),
          ...(isLine && { inMinutes: `第${n}项。` }),
          ...{ listed: false, replaces },
        }
        return draftCorrection(
          corrected,
          { ...correction, corrects: n === 5 ? state.visit : (last?.visit ?? 0) },
          asked,
          called,
        )(state)
      }
      case 'return-correction': {
        const correction = state.correction ?? state.correctionReturned?.correction
        const seen = { drafted: correction ? seenIn(state, correction) : '', reason: '原结论有据。' }
        const about = { unit: UNIT, procedure, step: correction?.step ?? step }
        const signs = permissionFor('sign-correction', by.holdings, about) !== undefined
        return returnCorrection(about.step, seen, asked, signs)(state)
      }
      case 'sign-correction': {
        const { correction } = state
        const corrected = correction?.step ?? step
        const seen = { drafted: correction ? seenIn(state, correction) : '', listed: false }
        // Of a meeting's line, as the meetings' stream has taken it.
        if (stepOf(procedure, corrected, 'resolution')) {
          const act = { stream: `act/2018-2/${corrected}`, number: 3 + i }
          return takeCorrectedLine(corrected, { ...seen, act }, asked)(state)
        }
        return signCorrection(corrected, seen, asked, called)(state)
      }
      case 'enter-withdrawal':
        return enterWithdrawal({ reason, scan: n % 3 === 0 ? WITHDRAWAL : undefined }, asked)(state)
      case 'confirm-withdrawal':
        return confirmWithdrawal(entered, asked)(state)
      case 'cancel-withdrawal':
        return cancelWithdrawal({ entered }, asked)(state)
      case 'raise-veto':
        return raiseVeto({ item: `yi-${n}`, source: '通报' }, asked, confirms)(state)
      case 'confirm-veto':
        return confirmVeto(raised, asked)(state)
      case 'dismiss-veto':
        return dismissVeto({ raised, reason }, asked)(state)
      case 'extend-case': {
        const to = lapsedAt(state) ?? step
        const longer = at(Math.max(Date.parse(received), Date.parse(state.dates[to] ?? EARLY)) + (1 + n) * DAY)
        const extension = { batch: '2018-2', unit: UNIT, step: to, lateFrom: longer, reason }
        return extendCase(extension, { procedure, dates: dates(procedure) }, asked)(state)
      }
      case 'lapse':
        return lapse(received)(state)
      case 'list': {
        const act = { stream: `notice/2018-2/${n === 5 ? 1 : state.visit}`, number: 2 }
        return listInNotice({ step, act, lateFrom: at(Date.parse(received) + 7 * DAY) }, received)(state)
      }
      case 'line': {
        const kind = stepAt(procedure, step)?.kind
        const stream = kind === 'notice' ? (state.notice?.stream ?? 'notice/2018-2/9') : `act/2018-2/${step}`
        const known = state.taken.at(-1)
        const act = n === 5 && known ? known : { stream, number: 3 + i }
        return applyLine({ step, outcome: judged(stepAt(procedure, step)?.outcomes).outcome, act }, asked)(state)
      }
      case 'reschedule':
      case 'cancel': {
        const act = { stream: 'batch/2018-2', number: 2 + i }
        if (command === 'cancel') return cancelCase({ act, reason }, asked)(state)
        // Whatever somebody might amend, earlier days too.
        const moved = Object.entries(dates(procedure)).map(([name, end]) => [
          name,
          at(Date.parse(end) + (n - 1) * 9 * DAY),
        ])
        return reschedule({ act, dates: Object.fromEntries(moved) }, asked)(state)
      }
      case 'hold':
      case 'settle': {
        const notices = state.taken.filter(({ stream }) => stream.startsWith('notice/'))
        const act = { stream: notices[n % Math.max(1, notices.length)]?.stream ?? 'notice/2018-2/1', number: 9000 + i }
        if (command === 'hold') return hold({ act, objection: `yi-${n}` }, asked)(state)
        const result = (['released', 'objection', 'reassessment'] as const)[n % 3] ?? 'released'
        return settleHold({ act, objection: state.held.at(-1)?.objection ?? `yi-${n}`, result }, asked)(state)
      }
    }
  }
}

export const PEOPLES = [
  ...(['open-case', 'save-form', 'sign-form', 'decline-signing', 'submit-form', 'recall-form'] as const),
  ...([
    'draft-decision',
    'return-draft',
    'decide-step',
    'draft-correction',
    'return-correction',
    'sign-correction',
  ] as const),
  ...(['enter-withdrawal', 'confirm-withdrawal', 'cancel-withdrawal'] as const),
  ...(['raise-veto', 'confirm-veto', 'dismiss-veto', 'extend-case'] as const),
] as const satisfies readonly Command[]
const MACHINES = ['lapse', 'list', 'line', 'hold', 'settle', 'reschedule', 'cancel'] as const
export type PeoplesCommand = (typeof PEOPLES)[number]
export type CaseCommand = PeoplesCommand | (typeof MACHINES)[number]
export const isPeoples = (command: CaseCommand): command is PeoplesCommand => PEOPLES.some((one) => one === command)

/** The digest of each answer by a number; the form's follows from all of them. After a return mostly what is open changes. */
function contentOf({ papers }: Case, name: string, n: number) {
  const paper = papers[name]
  const question = (n < 4 ? paper?.reopens?.[0] : undefined) ?? QUESTIONS[n % 3] ?? 'reason'
  const answers = { ...(paper?.form?.answers ?? form().answers), [question]: sha(String(n)) }
  const digest = Object.values(answers)
    .map((one) => one[0])
    .join('')
    .padEnd(64, name.endsWith('application') ? 'a' : 'b')
  return form({ answers, digest, missing: n === 5 ? ['workPlan'] : [] })
}

const CORRECTING: ReadonlySet<string> = new Set(['draft-correction', 'sign-correction', 'return-correction'])

/** What stands before every decider: a permission row where the case stands, and who gives a sign-off. */
export function isLetThrough(command: PeoplesCommand, { modes }: Scene, { by }: Asking, state: Case): boolean {
  const { procedure, step, visit } = state
  // A correction is given where its decision was.
  const at = CORRECTING.has(command) ? (correctedStep(factsOf(state)) ?? step) : step
  if (!permissionFor(command, by.holdings, { unit: UNIT, ...(visit > 0 && { procedure, step: at }) })) return false
  const entry = entryOf(state)
  if ((command !== 'sign-form' && command !== 'decline-signing') || !entry) return true
  const box = nextBox(entry.form, Object.keys(state.papers[entry.form]?.signOffs ?? {}))
  const ofUnit = isOfUnit(by, { unit: UNIT })
  const isPaper =
    command === 'sign-form' && modeOf(box?.name ?? '', modes[entry.form] ?? {}, !ofUnit || undefined) !== 'online'
  if (isPaper && !ofUnit) return true
  const signer = isPaper ? entry.fills : box?.signer
  return by.holdings.some((held) => held.unit === UNIT && held.appointment === signer)
}

type Click = {
  readonly command: CaseCommand | 'go'
  readonly by: Looking
  readonly when: (now: number, late: number) => number
  readonly n: number
}
/** Moments at which rules change, measured from the end of the case's step, and ordinary ones. */
const when = fc.constantFrom<Click['when']>(
  (now) => now,
  (now) => now + 1,
  (now) => now + 3_600_000,
  (now) => now + 5 * DAY,
  (_, late) => late - 1,
  (_, late) => late,
  (_, late) => late + 119_999,
  (_, late) => late + 120_000,
)
/** Whoever mostly gives a command. */
function fitting(command: CaseCommand | 'go'): readonly Looking[] {
  switch (command) {
    case 'draft-decision':
      return [officer, second]
    case 'confirm-veto':
    case 'dismiss-veto':
    case 'extend-case':
    case 'return-draft':
      return [officeHead, wholeOffice]
    case 'decide-step':
    case 'draft-correction':
    case 'return-correction':
    case 'sign-correction':
      return [officeHead, officer, wholeOffice, second]
    case 'raise-veto':
      return [officer, second]
    case 'sign-form':
    case 'decline-signing':
      return [legal, unitHead, clerk]
    case 'enter-withdrawal':
      return [clerk, ofBoth]
    case 'confirm-withdrawal':
      return [unitHead, ofBoth]
    case 'save-form':
      return [clerk, legal, second]
    default:
      return [clerk]
  }
}
const n = fc.nat(5)
const one = (command: CaseCommand | 'go'): fc.Arbitrary<Click> =>
  fc.record({
    command: fc.constant(command),
    by: fc.oneof(
      fc.constantFrom(...fitting(command)),
      fc.constantFrom(...fitting(command)),
      fc.constantFrom(...everybody),
    ),
    when,
    n,
  })
const now: fc.Arbitrary<Click['when']> = fc.constant((at) => at + 1000)
const likely = (command: CaseCommand | 'go'): fc.Arbitrary<Click> =>
  fc.record({ command: fc.constant(command), by: fc.constantFrom(...fitting(command)), when: now, n })
/** What two people do one after the other. */
const TOGETHER: readonly (readonly (CaseCommand | 'go')[])[] = [
  ['draft-correction', 'sign-correction'],
  ['draft-correction', 'sign-correction', 'draft-correction', 'sign-correction'],
  ['go', 'draft-correction', 'sign-correction'],
  ['draft-correction', 'return-correction', 'draft-correction', 'sign-correction'],
  ['save-form', 'draft-correction', 'sign-correction'],
  ['save-form', 'draft-correction', 'sign-correction', 'draft-correction', 'sign-correction'],
  ['draft-decision', 'return-draft'],
  ['go', 'recall-form'],
  ['raise-veto', 'dismiss-veto'],
  ['raise-veto', 'go', 'confirm-veto'],
  ['hold', 'go', 'settle'],
  ['enter-withdrawal', 'go', 'confirm-withdrawal'],
]
const clicks: fc.Arbitrary<readonly Click[]> = fc.oneof(
  // What people mostly do comes more often, so that stories reach the last step.
  { weight: 4, arbitrary: fc.array(likely('go'), { minLength: 1, maxLength: 4 }) },
  { weight: 3, arbitrary: fc.constantFrom(...PEOPLES, ...MACHINES).chain((command) => fc.tuple(one(command))) },
  { weight: 2, arbitrary: fc.constantFrom(...TOGETHER).chain((some) => fc.tuple(...some.map(likely))) },
)
/** On the straight way, and then the last step of it decided one way or another. */
const walked = fc.tuple(fc.nat(26), n).map(([length, last]) =>
  Array.from(
    { length },
    (_, i): Click => ({
      ...{ command: 'go', by: officer, n: i === length - 1 ? last : 0 },
      when: (at) => at + 3_600_000,
    }),
  ),
)

const modes = fc.constantFrom<Modes>(
  {},
  { 'creation-application': { unitHead: 'paper' } },
  {
    'creation-application': { legalOffice: 'paper', unitHead: 'paper' },
    'creation-declaration': { unitHead: 'paper' },
  },
  { 'creation-application': { unitHead: 'sealed' }, 'creation-declaration': { unitHead: 'sealed' } },
)
export type Story = { readonly scene: Scene; readonly clicks: readonly Click[] }
const storyOf = (
  procedure: fc.Arbitrary<Procedure>,
  then: fc.Arbitrary<readonly Click[]> = clicks,
): fc.Arbitrary<Story> =>
  fc.record({
    scene: fc.record({ procedure, modes, enters: fc.constantFrom(clerk, clerk, clerk, officer) }),
    clicks: fc.tuple(walked, fc.array(then, { maxLength: 14 })).map(([first, more]) => [...first, ...more.flat()]),
  })
/** What those do who record the meetings, and who signs for them. */
const correctingLine: fc.Arbitrary<readonly Click[]> = fc
  .tuple(
    fc.record({
      command: fc.constant('draft-correction' as const),
      by: fc.constantFrom(secretary, secretary, leader),
      when: now,
      n,
    }),
    fc.oneof(
      fc.constant([]),
      likely('go').map((go) => [go]),
      clicks,
    ),
    fc.record({
      command: fc.constant('sign-correction' as const),
      by: fc.constantFrom(officeHead, wholeOffice),
      when: now,
      n,
    }),
  )
  .map(([draft, between, sign]) => [draft, ...between, sign])
export const shortStory = storyOf(fc.constant(SHORT))
export const wholeStory = storyOf(fc.constant(WHOLE))
export const anyStory = storyOf(anyProcedure)
/** Where lines of meetings are corrected more often than they are. */
export const lineStory = storyOf(
  fc.oneof(fc.constant(SHORT), fc.constant(WHOLE), anyProcedure),
  fc.oneof(
    clicks,
    correctingLine,
    fc.tuple(likely('go')).chain((go) => correctingLine.map((some) => [...go, ...some])),
  ),
)

/** The way in which things mostly go from where the case stands: a command, and who gives it. */
function mostly({ enters }: Pick<Scene, 'enters'>, state: Case): [CaseCommand, Looking] {
  const { procedure, step, visit, papers, draft, notice } = state
  if (visit === 0) return ['open-case', enters]
  const value = stepAt(procedure, step)
  switch (value?.kind) {
    case 'entry': {
      const { form: content, signOffs = {} } = papers[value.form] ?? {}
      // The unit fills in the second form itself.
      const fills = step === procedure.start ? enters : clerk
      if (!content || content.missing.length > 0) return ['save-form', fills]
      const next = nextBox(value.form, Object.keys(signOffs))
      if (!next) return ['submit-form', fills]
      return ['sign-form', fills === officer ? officer : next.signer === 'unitHead' ? unitHead : legal]
    }
    case 'judgement':
      return value.drafts && !draft && enters === clerk ? ['draft-decision', second] : ['decide-step', officeHead]
    case 'work':
      return ['lapse', officer]
    case 'notice':
      return notice ? ['line', officer] : ['list', officer]
    default:
      return ['line', value && isListStep(value) ? secretary : leader]
  }
}

export type Told = {
  readonly asking: Asking
  readonly command: CaseCommand
  readonly before: Case
  readonly after: Case
  readonly events: readonly CaseEvent[]
}

/** What comes of a command; nothing when it is refused. */
export function outcomeOf(command: CaseCommand, scene: Scene, asking: Asking, state: Case): readonly CaseEvent[] {
  if (isPeoples(command) && !isLetThrough(command, scene, asking, state)) return []
  try {
    return commandOn(command, scene, asking)(state).map((event) => caseKind.parse(event))
  } catch (error) {
    if (error instanceof Refused) return []
    throw error
  }
}

export function play({ scene, clicks }: Story): Told[] {
  let state = caseKind.initial
  let now = Date.parse(EARLY)
  const told: Told[] = []
  for (const [i, one] of clicks.entries()) {
    const [command, person] = one.command === 'go' ? mostly(scene, state) : [one.command, one.by]
    // Work goes on to its date, and then time decides.
    const due = one.command === 'go' && command === 'lapse' ? (_: number, late: number) => late + 120_000 : one.when
    // Where the head signs on paper, the clerk enters it.
    const by =
      command === 'sign-form' && one.command === 'go' && person !== officer && isPaperNext(scene, state)
        ? clerk
        : person
    const ms = due(now, Date.parse(state.lateFrom ?? at(now + DAY)))
    // A request received in time may be decided after others: time does not only go forward.
    now = Math.max(now, ms)
    const asking = { by, received: at(ms), n: one.n, i }
    const before = state
    const events = outcomeOf(command, scene, asking, before)
    state = events.reduce((s, event) => caseKind.evolve(s, event), before)
    told.push({ asking, command, before, after: state, events })
  }
  return told
}
const isPaperNext = ({ modes: of }: Scene, state: Case): boolean => {
  const name = entryOf(state)?.form ?? ''
  return (
    modeOf(nextBox(name, Object.keys(state.papers[name]?.signOffs ?? {}))?.name ?? '', of[name] ?? {}, undefined) !==
    'online'
  )
}

/** Commands that bring the case to an ending without leaving the procedure: what is pending is settled, and time passes. */
export function finish(scene: Scene, from: Case): Case {
  const ends = distances(scene.procedure)
  let state = from
  for (let i = 0; i < 60 && stepAt(state.procedure, state.step); i++) {
    const [command, by] = settling(state)
    const outcomes = Object.keys(stepAt(state.procedure, state.step)?.outcomes ?? {})
    const nearest = outcomes.toSorted((one, other) => ends(state.step, one) - ends(state.step, other))[0] ?? ''
    const late = Date.parse(state.lateFrom ?? EARLY) + 2 * DAY
    const asking = { received: at(Math.max(late, Date.parse(state.last?.at ?? EARLY) + DAY)), i: 100 + i }
    // Held by an objection: it is found not to hold; a date is a day away, for the next step's may be near. Otherwise
    // small numbers ask for something odd.
    const n = ['settle', 'extend-case'].includes(command)
      ? 0
      : Math.max(0, outcomes.indexOf(nearest)) + 10 * outcomes.length
    const events = by
      .map((one) => outcomeOf(command, scene, { ...asking, n, by: one }, state))
      .find((some) => some.length > 0)
    if (!events) return state
    state = events.reduce((s, event) => caseKind.evolve(s, event), state)
  }
  return state
}
function settling(state: Case): readonly [CaseCommand, readonly Looking[]] {
  if (state.veto) return ['dismiss-veto', [officeHead, ...everybody]]
  if (state.withdrawal) return ['cancel-withdrawal', everybody]
  if (state.held.length > 0) return ['settle', [officeHead]]
  const value = stepAt(state.procedure, state.step)
  // It came when its date was past, and gets one of its own.
  if (lapseOf(value) && !state.lateFrom) return ['extend-case', [officeHead, ...everybody]]
  if (lapseOf(value)) return ['lapse', [officer]]
  const [command] = mostly({ enters: clerk }, state)
  if (command === 'draft-decision') {
    const isByOffice = Object.values(state.papers).some(({ byOffice }) => byOffice)
    return isByOffice ? ['decide-step', everybody] : ['draft-decision', everybody]
  }
  return [command, everybody]
}
/** How many steps an outcome is away from an ending. */
function distances({ steps }: Procedure): (step: string, outcome: string) => number {
  const far = new Map<string, number>()
  const to = (step: string, outcome: string) => {
    const { on, back, end } = steps[step]?.outcomes[outcome] ?? {}
    return end === undefined ? 1 + (far.get(on ?? back ?? '') ?? 1000) : 0
  }
  for (const _ of Object.keys(steps))
    for (const [name, { outcomes }] of Object.entries(steps))
      far.set(name, Math.min(...Object.keys(outcomes).map((outcome) => to(name, outcome))))
  return to
}
