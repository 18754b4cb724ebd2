import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lapsesFrom } from '#calendar/deadline.ts'
import { Refused } from '#ledger/refused.ts'
import { CLERK, EARLY, form, HEAD, LATE, LEGAL, OFFICE_HEAD, OFFICER, SECOND, sha } from '../../test/given/cases.ts'
import { openCase, saveApplication, submitApplication } from './apply-for-creation.ts'
import { type Case, caseKind, hasEnded, isOpen } from './case.ts'
import type { CaseEvent } from './case-events.ts'
import { correctReview } from './correct-review.ts'
import { applyLine, listInNotice } from './follow-list-acts.ts'
import { lapse } from './lapse.ts'
import { decideReview } from './review.ts'
import { signApplication } from './sign-application.ts'
import type { Deciding } from './standing.ts'
import { confirmVeto, dismissVeto, raiseVeto } from './veto.ts'
import { withdraw } from './withdraw.ts'

const PEOPLE = [CLERK, LEGAL, HEAD, OFFICER, SECOND, OFFICE_HEAD]
/** These enter what they enter from the unit's paper form 代录. */
const OFFICE: readonly string[] = [OFFICER, SECOND, OFFICE_HEAD]
const QUESTIONS = ['reason', 'project', 'creationPlan']

/** Moments at which rules change, measured from the end of the case's step, and ordinary ones. */
const when = fc.constantFrom<(now: number, late: number) => number>(
  (now) => now,
  (now) => now + 1,
  (now) => now + 3_600_000,
  (now) => now + 5 * 86_400_000,
  (_, late) => late - 1,
  (_, late) => late,
  (_, late) => late + 119_999,
  (_, late) => late + 120_000,
)
const click = fc.record({
  // What people mostly do comes more often, so that stories reach the meeting.
  command: fc.constantFrom(
    ...['open', 'save', 'save', 'sign', 'sign', 'submit', 'submit', 'accept', 'accept', 'return', 'refuse'],
    ...[
      'correct',
      'correct',
      'correct',
      'list',
      'clear',
      'name',
      'defer',
      'withdraw',
      'raise',
      'confirm',
      'dismiss',
      'lapse',
      'lapse',
    ],
  ),
  by: fc.constantFrom(...PEOPLE),
  when,
  n: fc.nat(5),
})
type Click = typeof click extends fc.Arbitrary<infer T> ? T : never

/** An answer's digest by a number; the form's digest follows from all of them. */
function formOf(state: Case, n: number) {
  const answers = { ...(state.form?.answers ?? form().answers), [QUESTIONS[n % 3]!]: sha(String(n)) }
  const digest = Object.values(answers)
    .map((one) => one[0])
    .join('')
    .padEnd(64, 'a')
  return form({ answers, digest, missing: n === 5 ? ['workPlan'] : [] })
}

function decision({ command, by, n }: Click, received: string, state: Case): Deciding {
  const asked = { by, received }
  const entering = OFFICE.includes(by) ? ({ ...asked, byOffice: true } as const) : asked
  const modes = { legalOffice: 'online', unitHead: n % 2 ? 'paper' : 'online' } as const
  const notice = { stream: `notice/2018-2/${1 + (n % 2)}`, number: 1 }
  const meeting = { stream: 'resolution/2018-2/executiveMeeting', number: 1 + n }
  const commands: Record<string, Deciding> = {
    open: openCase(
      { batch: '2018-2', unit: 'dazhuang', trial: false, procedure: 'creation', lateFrom: LATE },
      entering,
    ),
    save: saveApplication(formOf(state, n), entering),
    sign: signApplication(
      {
        signOff: n % 3 ? 'unitHead' : 'legalOffice',
        on: '2018-04-12',
        opinion: '同意。',
        signer: { id: 'x', digest: sha('1') },
        scan: sha('2'),
        covers: state.form?.digest ?? sha('0'),
      },
      modes,
      entering,
    ),
    submit: submitApplication(entering),
    accept: decideReview({ outcome: 'accepted', reason: '符合。' }, asked),
    return: decideReview(
      {
        outcome: 'returned',
        reason: '补正。',
        reopens: [QUESTIONS[n % 3]!],
        lateFrom: new Date(Date.parse(received) + n * 86_400_000).toISOString(),
      },
      asked,
    ),
    refuse: decideReview({ outcome: 'refused', reason: '不符。' }, asked),
    correct: correctReview(
      {
        outcome: (['accepted', 'returned', 'refused'] as const)[n % 3]!,
        reason: `更正${n}。`,
        reopens: [QUESTIONS[n % 3]!],
        lateFrom: new Date(Date.parse(received) + n * 86_400_000).toISOString(),
        corrects: n === 5 ? state.visit : (state.last?.visit ?? 0),
        listed: false,
      },
      asked,
    ),
    list: listInNotice(
      { act: notice, lateFrom: new Date(Date.parse(received) + 7 * 86_400_000).toISOString() },
      received,
    ),
    clear: applyLine({ step: 'notice', outcome: n === 5 ? 'upheld' : 'clear', act: { ...notice, number: 2 } }, asked),
    name: applyLine({ step: 'executiveMeeting', outcome: 'named', act: meeting }, asked),
    defer: applyLine({ step: 'executiveMeeting', outcome: 'deferred', act: meeting }, asked),
    withdraw: withdraw('退出。', asked),
    raise: raiseVeto({ item: 1 + n, source: '通报' }, asked),
    confirm: confirmVeto(asked),
    dismiss: dismissVeto('不属实。', asked),
    lapse: lapse(received),
  }
  return commands[command]!
}

/** A prefix that people really walk, so that the random rest begins at every step. */
const WALK = ['open', 'save', 'sign', 'sign', 'submit', 'accept', 'list', 'clear', 'name']
const RETURN = [...WALK.slice(0, 5), 'return', 'save']
const REFUSE = [...WALK.slice(0, 5), 'refuse']
const prefix = fc.oneof(
  fc.nat(WALK.length).map((length) => WALK.slice(0, length)),
  fc.constantFrom(RETURN, REFUSE),
)
const story = fc.tuple(prefix, fc.array(click, { maxLength: 40 })).map(([walked, clicks]): Click[] => [
  ...walked.map(
    (command, i): Click => ({
      command,
      by: [CLERK, CLERK, LEGAL, HEAD, CLERK, OFFICER, command === 'save' ? CLERK : OFFICER, 'time', SECOND][i]!,
      when: (now) => now + 3_600_000,
      n: command === 'sign' ? (i === 2 ? 0 : 4) : command === 'return' ? 3 : 0,
    }),
  ),
  ...clicks,
])

type Told = { before: Case; after: Case; events: readonly CaseEvent[]; received: string }

function play(clicks: readonly Click[]): Told[] {
  let state = caseKind.initial
  let now = Date.parse(EARLY)
  const told: Told[] = []
  for (const one of clicks) {
    const at = one.when(now, Date.parse(state.lateFrom ?? LATE))
    const received = new Date(at).toISOString()
    // A request received in time may be decided after others: time does not only go forward.
    now = Math.max(now, at)
    const before = state
    let events: readonly CaseEvent[] = []
    try {
      events = decision(one, received, before)(before).map((event) => caseKind.parse(event))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
    state = events.reduce((s, event) => caseKind.evolve(s, event), before)
    told.push({ before, after: state, events, received })
  }
  return told
}

const always = (holds: (told: Told[]) => void, seed?: number) =>
  fc.assert(
    fc.property(story, (clicks) => holds(play(clicks))),
    { numRuns: 1500, ...(seed !== undefined && { seed }) },
  )
const flat = (told: Told[]) => told.flatMap(({ events }) => events)

it('reaches every step and every ending in these stories, and corrections of each kind', () => {
  const reached = new Set<string>()
  const corrected = new Set<string>()
  always((told) => {
    for (const { before, after, events } of told) {
      reached.add(after.step)
      if (events[0]?.type === 'corrected') corrected.add(`${before.step} ${after.step}`)
    }
    // Always the same stories: whether a rare place is among them is not left to chance.
  }, 20181220)
  for (const from of ['application', 'notice', 'refused'])
    for (const to of ['application', 'notice', 'refused']) expect(corrected).toContain(`${from} ${to}`)
  const { steps, endings } = caseKind.initial.procedure
  for (const place of [...Object.keys(steps), ...Object.keys(endings)]) expect(reached).toContain(place)
})

it('never moves a case that has ended, but for a correction of the decision that ended it', () =>
  always((told) => {
    for (const { before, events } of told)
      if (hasEnded(before))
        expect(events.filter(({ type }) => type !== 'corrected' || before.step !== 'refused')).toEqual([])
  }))

it('has one valid decision of each review: a correction replaces the one before it, of somebody else', () =>
  always((told) => {
    let reviews = 0
    const valid: { visit: number; by: string }[] = []
    let last: CaseEvent | undefined
    for (const event of flat(told)) {
      if (event.type === 'corrected') {
        expect(last).toMatchObject({ step: 'review', visit: event.corrects })
        const replaced = valid.pop()
        expect(replaced?.visit).toBe(event.corrects)
        expect(replaced?.by).not.toBe(event.by)
      }
      if (event.type !== 'decided' && event.type !== 'corrected') continue
      last = event
      if (event.outcome === 'submitted') reviews++
      if (['accepted', 'returned', 'refused'].includes(event.outcome) && event.step === 'review') valid.push(event)
      expect(valid.length).toBeLessThanOrEqual(reviews)
    }
  }))

it('never corrects a case that a notice lists', () =>
  always((told) => {
    const types = flat(told).map(({ type }) => type)
    if (types.includes('listed')) expect(types.lastIndexOf('corrected')).toBeLessThan(types.indexOf('listed'))
  }))

it('stands at one place, which its last decision led to, and counts every arrival', () =>
  always((told) => {
    let [place, visit] = ['nowhere', 0]
    for (const { events, after } of told) {
      for (const event of events) {
        if (event.type === 'opened') [place, visit] = ['application', 1]
        if (event.type !== 'decided' && event.type !== 'corrected') continue
        expect([event.type === 'decided' ? event.step : place, event.visit]).toEqual([place, visit])
        ;[place, visit] = [event.to, visit + 1]
      }
      expect([after.step, after.visit]).toEqual([place, visit])
      expect(visit === 0 || isOpen(after) !== hasEnded(after)).toBe(true)
    }
  }))

it('never lets whoever entered anything of a form decide its review, be it returned meanwhile, nor who raised a veto confirm or dismiss it', () =>
  always((told) => {
    const makers = new Set<string>()
    let raisedBy = ''
    for (const event of flat(told)) {
      if (event.type === 'vetoRaised') raisedBy = event.by
      if (event.type === 'vetoDismissed') expect(event.by).not.toBe(raisedBy)
      if (event.type === 'decided' && event.outcome === 'vetoed') expect(event.by).not.toBe(raisedBy)
      if (event.type === 'decided' && event.step === 'review' && !['withdrawn', 'vetoed'].includes(event.outcome))
        expect(makers).not.toContain(event.by)
      if (event.type === 'corrected') expect(makers).not.toContain(event.by)
      if (event.type === 'opened' || event.type === 'saved' || event.type === 'signed') makers.add(event.by)
      if (event.type === 'decided' && event.outcome === 'submitted') makers.add(event.by)
    }
  }))

it('takes from the office only papers, and says that it was the office', () =>
  always((told) => {
    for (const event of flat(told)) {
      const submitted = event.type === 'decided' && event.outcome === 'submitted'
      if (event.type === 'opened' || event.type === 'saved' || event.type === 'signed' || submitted)
        expect(event.byOffice === true).toBe(OFFICE.includes(event.by))
      else expect(event).not.toHaveProperty('byOffice')
      if (event.type === 'signed' && event.byOffice) expect([event.mode, event.scan]).toEqual(['paper', sha('2')])
    }
  }))

it('takes nothing of an application at or after its end, and lapses nothing before two minutes later', () =>
  always((told) => {
    let lateFrom = LATE
    for (const event of flat(told)) {
      const isDecision = event.type === 'decided' || event.type === 'corrected'
      if (isDecision && event.outcome === 'returned') lateFrom = event.lateFrom!
      const making = event.type === 'opened' || event.type === 'saved' || event.type === 'signed'
      if (making || (event.type === 'decided' && event.outcome === 'submitted')) expect(event.at < lateFrom).toBe(true)
      if (event.type === 'decided' && event.outcome === 'lapsed') expect(event.at >= lapsesFrom(lateFrom)).toBe(true)
    }
  }))

it('changes only reopened answers after a return', () =>
  always((told) => {
    let answers: Readonly<Record<string, string>> = {}
    let returned: { answers: typeof answers; reopens: readonly string[] } | undefined
    /** As it was when the review was decided last. */
    let reviewed = answers
    for (const event of flat(told)) {
      if (event.type === 'saved') {
        answers = event.answers
        for (const name of Object.keys({ ...returned?.answers, ...answers }))
          if (returned && !returned.reopens.includes(name)) expect(answers[name]).toBe(returned.answers[name])
      }
      if (event.type === 'decided' && event.step === 'review') reviewed = answers
      if (event.type === 'decided' || event.type === 'corrected')
        returned = event.outcome === 'returned' ? { answers: reviewed, reopens: event.reopens! } : undefined
    }
  }))

it('hands in only what both signed as it stands, the head not being an editor online', () =>
  always((told) => {
    let digest = ''
    const editors = new Set<string>()
    let signed = new Set<string>()
    for (const { event, after } of told.flatMap(({ events, after }) => events.map((event) => ({ event, after })))) {
      if (event.type === 'corrected') {
        digest = after.form!.digest
        signed = new Set(Object.keys(after.signOffs))
        for (const { covers } of Object.values(after.signOffs)) expect(covers).toBe(digest)
      }
      if (event.type === 'saved') {
        if (event.digest !== digest) signed = new Set()
        digest = event.digest
        editors.add(event.by)
      }
      if (event.type === 'signed') {
        expect(event.covers).toBe(digest)
        if (event.signOff === 'unitHead' && event.mode === 'online') expect(editors).not.toContain(event.by)
        signed.add(event.signOff)
      }
      if (event.type === 'decided' && event.outcome === 'submitted') {
        expect(event.covers).toBe(digest)
        expect([...signed].sort()).toEqual(['legalOffice', 'unitHead'])
      }
    }
  }))

it('names nobody without a review, a notice and a meeting', () =>
  always((told) => {
    const events = flat(told)
    if (told.at(-1)?.after.step !== 'named') return
    const outcomes = events.flatMap((event, i) => {
      if (event.type !== 'decided' && event.type !== 'corrected') return []
      const isReplaced = events.slice(i).some((later) => later.type === 'corrected' && later.corrects === event.visit)
      return isReplaced ? [] : [event.outcome]
    })
    expect(outcomes.filter((one) => ['accepted', 'clear', 'named'].includes(one))).toEqual([
      'accepted',
      'clear',
      'named',
    ])
    for (const event of events)
      if (event.type === 'decided' && ['clear', 'named'].includes(event.outcome)) expect(event.act).toBeDefined()
  }))

it('takes each line of an act once', () =>
  always((told) => {
    const acts = flat(told).flatMap((event) =>
      event.type === 'decided' && event.act ? [`${event.act.stream} ${event.act.number}`] : [],
    )
    expect(new Set(acts).size).toBe(acts.length)
  }))
