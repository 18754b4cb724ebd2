/** What holds in every history of a case, by the listed procedures and by generated ones. */
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { lapsesFrom } from '#calendar/deadline.ts'
import { Refused } from '#ledger/refused.ts'
import { digestOfProcedure } from '#procedure/digest.ts'
import { forms } from '#procedure/forms.ts'
import { isListStep } from '#procedure/kinds.ts'
import { lapseOf, type Procedure, stepAt, stepOf, targetOf } from '#procedure/procedure.ts'
import type { Variant } from '#procedure/procedures.ts'
import { todosOf } from '#steps/todo.ts'
import { isOfUnit } from '#steps/todo-shape.ts'
import { SHORT } from '../../test/given/cases.ts'
import { WHOLE } from '../../test/given/cases-2018.ts'
import {
  anyStory,
  calledFor,
  commandOn,
  finish,
  isLetThrough,
  isPeoples,
  lineStory,
  PEOPLES,
  play,
  type Story,
  shortStory,
  type Told,
  wholeStory,
} from '../../test/given/histories.ts'
import { everybody } from '../../test/given/people.ts'
import { type Case, hasEnded, isOpen, lapsedAt, makersOf } from './case.ts'
import { type CaseEvent, caseEvent } from './case-events.ts'
import { factsOf } from './facts.ts'
import { changedAnswers } from './paper.ts'
import { asAmended } from './reschedule.ts'

/** Generated procedures are listed in no file, so they are found by their digest here. */
const generated = vi.hoisted(() => new Map<string, unknown>())
vi.mock('#procedure/procedures.ts', async (original) => {
  const real = await original<typeof import('#procedure/procedures.ts')>()
  return {
    ...real,
    procedureOf: (variant: Variant) => (generated.get(variant.digest) as Procedure) ?? real.procedureOf(variant),
  }
})

/** Ten of twelve by a generated procedure. */
const story = fc.oneof(shortStory, wholeStory, { weight: 10, arbitrary: anyStory })
/** Drawn anew for each run, and said where a property does not hold. */
const seed = Math.floor(Math.random() * 2 ** 31)
/**
 * Every history is played once and looked at by each property: playing is most of what they cost. More than a thousand
 * are by generated procedures.
 */
const histories = fc.sample(story, { numRuns: 1000, seed }).map((one) => ({ one, told: within(one, () => play(one)) }))

function within<T>({ scene: { procedure } }: Story, act: () => T): T {
  generated.set(digestOfProcedure(procedure), procedure)
  try {
    return act()
  } finally {
    generated.clear()
  }
}

type Property = (told: readonly Told[], story: Story) => void
/** In every history; in the first of them where a glance at each is dear. Where one does not hold, the least that shows it is looked for. */
function always(holds: Property, first = histories.length): void {
  for (const { one, told } of histories.slice(0, first))
    try {
      within(one, () => holds(told, one))
    } catch (error) {
      fc.assert(
        fc.property(story, (smaller) => within(smaller, () => holds(play(smaller), smaller))),
        { seed, numRuns: histories.length },
      )
      throw error
    }
}
const byWhom = new Map(everybody.map((one) => [one.person, one]))
/** What the office decides, or proposes for decision. */
const OFFICES = [
  ...(['draft-decision', 'return-draft', 'decide-step'] as const),
  ...(['draft-correction', 'return-correction', 'sign-correction'] as const),
  ...(['confirm-veto', 'dismiss-veto', 'extend-case'] as const),
]
const isOfItsUnit = (person: string) => byWhom.has(person) && isOfUnit(byWhom.get(person)!, { unit: 'dazhuang' })
/** Of a decision: an outcome of the step itself, not a way out of every step. */
const isOwn = (event: CaseEvent, { procedure }: Case): boolean =>
  (event.type === 'decided' || event.type === 'corrected') &&
  Object.hasOwn(stepAt(procedure, event.step)?.outcomes ?? {}, event.outcome)

/** The form and the box that a decision of the step fills. */
function boxAt(event: CaseEvent, { procedure }: Case): readonly (string | undefined)[] | undefined {
  const step = 'step' in event ? stepAt(procedure, event.step) : undefined
  if (step?.kind === 'judgement') return [step.form, step.signOff]
  return step?.kind === 'resolution' && step.signs ? [step.signs.form, step.signs.signOff] : undefined
}

it('reaches every step and every ending in these stories, and corrections from and to each place', () => {
  // Always the same stories: whether a rare place is among them is not left to chance.
  const unseen = (stories: fc.Arbitrary<Story>, wanted: readonly string[]) => {
    const left = new Set(wanted)
    for (let seed = 1; seed <= 20 && left.size > 0; seed++)
      for (const one of fc.sample(stories, { numRuns: 400, seed })) {
        for (const { before, after, events } of within(one, () => play(one))) {
          left.delete(after.step)
          for (const event of events) {
            left.delete(event.type)
            if (event.type === 'corrected') left.delete(`${before.step} → ${after.step}`)
            if (isOwn(event, before) && 'step' in event) left.delete(stepAt(before.procedure, event.step)?.kind ?? '')
          }
        }
      }
    return [...left]
  }
  const placesOf = ({ steps, endings }: Procedure) => [...Object.keys(steps), ...Object.keys(endings)]
  const corrections = ['application', 'notice', 'refused'].flatMap((from, _, all) => all.map((to) => `${from} → ${to}`))
  expect(unseen(shortStory, [...placesOf(SHORT), ...corrections])).toEqual([])
  const types = caseEvent.def.options.map((one) => one.shape.type.def.values[0] ?? '')
  expect(types.length).toBeGreaterThan(15)
  expect(unseen(wholeStory, [...placesOf(WHOLE), ...types])).toEqual([])
  const kinds = ['entry', 'judgement', 'resolution', 'notice', 'work', 'inquiry', 'announcement']
  expect(unseen(anyStory, kinds)).toEqual([])
})

it('stands at one place, which its last move led to, and counts every arrival', () =>
  always((told, { scene: { procedure } }) => {
    let [place, visit] = ['nowhere', 0]
    for (const { events, before, after } of told) {
      for (const event of events) {
        if (event.type === 'opened') [place, visit] = [procedure.start, 1]
        if (event.type === 'recalled') {
          expect([event.from, event.visit]).toEqual([place, visit])
          ;[place, visit] = [event.step, visit + 1]
        }
        if (event.type === 'extended' && hasEnded(before)) [place, visit] = [event.step, visit + 1]
        const lapsed = event.type === 'rescheduled' ? lapsedAt(before) : undefined
        if (lapsed && event.type === 'rescheduled' && Object.hasOwn(event.dates, lapsed))
          [place, visit] = [lapsed, visit + 1]
        if (event.type !== 'decided' && event.type !== 'corrected') continue
        expect([event.type === 'decided' ? event.step : place, event.visit]).toEqual([place, visit])
        const way = { ...procedure.exits, ...stepAt(procedure, event.step)?.outcomes }[event.outcome]
        expect(event.to).toBe(way && targetOf(way))
        ;[place, visit] = [event.to, visit + 1]
      }
      expect([after.step, after.visit]).toEqual([place, visit])
      expect(visit === 0 || isOpen(after) !== hasEnded(after)).toBe(true)
    }
  }))

it('never moves a case that has ended, but for a correction of what ended it or a later date where it lapsed', () =>
  always((told) => {
    for (const { before, events } of told)
      if (hasEnded(before))
        for (const event of events) {
          if (event.type === 'extended') expect(event.step).toBe(lapsedAt(before))
          else if (event.type === 'rescheduled') expect(lapsedAt(before)).toBeDefined()
          else {
            expect(['corrected', 'correctionDrafted', 'correctionReturned']).toContain(event.type)
            expect(before.last && isOwn(before.last, before)).toBe(true)
          }
        }
  }))

it('can always come to an end', () =>
  always((told, { scene }) => {
    const last = told.at(-1)?.after
    if (!last || !isOpen(last)) return
    const end = finish(scene, last)
    expect(hasEnded(end), `stuck at ${end.step}`).toBe(true)
  }))

it('never lets whoever had a hand in a form judge it, correct that, decide a veto or move its date, nor anybody decide what they proposed', () =>
  always((told, { scene }) => {
    const makers = new Set<string>()
    for (const { before, after, events } of told) {
      for (const event of events) {
        const judges =
          isOwn(event, before) &&
          event.type !== 'opened' &&
          stepOf(before.procedure, 'step' in event ? event.step : '', 'judgement')
        if (judges || event.type === 'drafted' || event.type === 'draftReturned' || event.type === 'correctionDrafted')
          expect(makers).not.toContain('by' in event ? event.by : '')
        if (event.type === 'decided' && judges) expect(event.by).not.toBe(before.draft?.by)
        if (event.type === 'draftReturned') expect(event.by).not.toBe(before.draft?.by)
        if (event.type === 'corrected') expect(event.by).not.toBe(before.correction?.by)
        const isVeto = event.type === 'decided' && before.procedure.exits[event.outcome]?.by === 'veto'
        if (isVeto || event.type === 'vetoDismissed') expect(event.by).not.toBe(before.veto?.by)
        if (isVeto || event.type === 'vetoDismissed' || event.type === 'extended')
          expect(makers).not.toContain(event.by)
        const hands = event.type === 'decided' && stepOf(before.procedure, event.step, 'entry') && isOwn(event, before)
        if (['opened', 'saved', 'signed'].includes(event.type) || (hands && event.by !== 'time'))
          makers.add('by' in event ? event.by : '')
      }
      // Nor does anybody cease to be one, whatever becomes of the form.
      if (after.visit > 0) expect(new Set(makersOf(after))).toEqual(makers)
    }
    // In the end each of them tries, whatever row would let them ask: drawn clicks rarely do.
    const [{ after, asking } = {}] = told.slice(-1)
    if (!after || !asking || after.visit === 0) return
    for (const by of everybody.filter(({ person }) => makers.has(person)))
      for (const command of OFFICES) {
        const got = eventsOf(() => commandOn(command, scene, { ...asking, by, n: 3 })(after))
        expect([by.person, command, got]).toEqual([by.person, command, []])
      }
  }))

it('lets nobody leave for the unit alone: another one confirms, or the stamped paper is there', () =>
  always((told) => {
    for (const { before, events } of told)
      for (const event of events) {
        if (event.type !== 'decided' || before.procedure.exits[event.outcome]?.by !== 'withdrawal') continue
        const entered = events.find(({ type }) => type === 'withdrawalEntered')
        if (entered?.type === 'withdrawalEntered') expect(entered.scan).toBeDefined()
        else expect(before.withdrawal?.by).not.toBe(event.by)
      }
  }))

it('lets nobody of the unit do the office’s part, and nobody of another unit anything', () =>
  always((told, { scene }) => {
    for (const { asking, command, events, before, after } of told) {
      if (after.visit !== before.visit)
        for (const by of everybody.filter(({ person }) => isOfItsUnit(person)))
          expect([by.person, OFFICES.filter((one) => isLetThrough(one, scene, { ...asking, by }, after))]).toEqual([
            by.person,
            [],
          ])
      if (events.length === 0 || !isPeoples(command)) continue
      const { person, holdings } = asking.by
      expect(holdings.some(({ unit }) => unit !== undefined && unit !== 'dazhuang')).toBe(false)
      const office: readonly string[] = [...OFFICES, 'raise-veto']
      if (office.includes(command)) expect(isOfItsUnit(person)).toBe(false)
      if (['enter-withdrawal', 'confirm-withdrawal', 'recall-form'].includes(command))
        expect(isOfItsUnit(person)).toBe(true)
      // One that nobody confirms the office's head may cancel too.
      if (command === 'cancel-withdrawal' && !isOfItsUnit(person))
        expect(holdings.map(({ appointment }) => appointment)).toContain('officeHead')
      // From outside the unit only papers come, and say that it was the office.
      for (const event of events) {
        const hands =
          event.type === 'decided' && stepOf(before.procedure, event.step, 'entry') && command === 'submit-form'
        if (event.type === 'opened' || event.type === 'saved' || event.type === 'signed' || hands)
          expect('byOffice' in event && event.byOffice === true).toBe(!isOfItsUnit(person))
        else expect(event).not.toHaveProperty('byOffice')
        if (event.type === 'signed' && event.byOffice)
          expect([event.mode, event.scan !== undefined]).toEqual(['paper', true])
      }
    }
  }))

it('takes nothing of a form at or after its end, and lapses nothing before two minutes later', () =>
  always((told) => {
    for (const { before, events, command } of told)
      for (const event of events) {
        const lateFrom = before.lateFrom ?? '9'
        const lapses = event.type === 'decided' && lapseOf(stepAt(before.procedure, event.step)) === event.outcome
        if (lapses) expect(event.at >= lapsesFrom(lateFrom)).toBe(true)
        else if (['save-form', 'sign-form', 'decline-signing', 'submit-form'].includes(command))
          expect(event.at < lateFrom).toBe(true)
        if (event.type === 'recalled') expect(event.at < (before.dates[event.step] ?? '9')).toBe(true)
      }
  }))

it('hands in only what everybody signed as it stands, each form with its own sign-offs and boxes', () =>
  always((told) => {
    for (const { before, after, events } of told) {
      for (const [name, { form, signOffs, boxes }] of Object.entries(after.papers)) {
        const definition = forms[name]?.signOffs ?? []
        for (const [signOff, signed] of Object.entries(signOffs)) {
          expect([signed.form, signed.signOff, signed.covers]).toEqual([name, signOff, form?.digest])
          expect(definition.find((box) => box.name === signOff)?.signer).toBeDefined()
        }
        for (const box of Object.keys(boxes)) {
          expect(definition.find((one) => one.name === box)).toMatchObject({ name: box })
          expect(definition.find((one) => one.name === box)?.signer).toBeUndefined()
          // Filled by a decision of the step whose box it is, and by nothing else that happens there.
          if (boxes[box] !== before.papers[name]?.boxes[box])
            expect(
              events.filter((event) => isOwn(event, before) && boxAt(event, before)?.join() === [name, box].join()),
            ).toHaveLength(1)
        }
      }
      for (const event of events) {
        if (event.type === 'signed' && event.mode === 'online') {
          const box = forms[event.form]?.signOffs.find(({ name }) => name === event.signOff)
          if (box?.apartFromEditors) expect(before.papers[event.form]?.editors).not.toContain(event.by)
        }
        const entry = event.type === 'decided' ? stepOf(before.procedure, event.step, 'entry') : undefined
        if (event.type !== 'decided' || !entry || event.outcome !== entry.submits || !isOwn(event, before)) continue
        const paper = before.papers[entry.form]
        const asked = forms[entry.form]?.signOffs.filter(({ signer }) => signer).map(({ name }) => name)
        expect([event.covers, paper?.form?.missing]).toEqual([paper?.form?.digest, []])
        expect(Object.keys(paper?.signOffs ?? {}).toSorted()).toEqual(asked?.toSorted())
        // What came back was signed since, and changed, or it says why not.
        const { sentBack, returned } = paper ?? {}
        for (const signed of sentBack ? Object.values(paper?.signOffs ?? {}) : [])
          expect(signed.at >= sentBack!.by.at).toBe(true)
        if (sentBack && returned?.digest === event.covers) expect(event.reason).toBeTruthy()
      }
    }
  }))

it('changes nothing that was frozen, no date but by a return or a longer one, and only reopened answers', () =>
  always((told) => {
    for (const { before, after, events } of told) {
      if (before.visit === 0) continue
      for (const key of ['batch', 'unit', 'trial', 'procedure'] as const) expect(after[key]).toBe(before[key])
      for (const [step, lateFrom] of Object.entries(after.dates))
        if (lateFrom !== before.dates[step])
          expect(
            events.some((one) =>
              one.type === 'rescheduled'
                ? one.dates[step] === lateFrom
                : 'lateFrom' in one && one.lateFrom === lateFrom && one.type !== 'listed',
            ),
          ).toBe(true)
      for (const event of events) {
        if (event.type !== 'saved') continue
        const { reopens, returned } = before.papers[event.form] ?? {}
        if (reopens) for (const name of changedAnswers(returned, event)) expect(reopens).toContain(name)
        for (const [name, paper] of Object.entries(after.papers))
          if (name !== event.form) expect(paper).toBe(before.papers[name])
      }
    }
  }))

it('never loses a right by an amendment: no date moves earlier, none that had passed moves, and time that came later is undone', () =>
  always((told) => {
    for (const { before, after, events } of told)
      for (const event of events) {
        if (event.type !== 'rescheduled') continue
        for (const [step, to] of Object.entries(event.dates)) {
          expect(to > (before.dates[step] ?? '9')).toBe(true)
          expect((before.dates[step] ?? '') > event.at).toBe(true)
        }
        const lapsed = lapsedAt(before)
        if (!lapsed) expect([after.step, after.visit]).toEqual([before.step, before.visit])
        else if (after.step === lapsed) expect((before.last?.at ?? '') > event.at).toBe(true)
        else expect(event.dates).not.toHaveProperty(lapsed)
        if (!lapsed && before.lateFrom) expect((after.lateFrom ?? '') >= before.lateFrom).toBe(true)
      }
  }))

it('ends nobody before the published date: not by a return, nor by one that knew nothing of an amendment', () =>
  always((told, { scene: { procedure } }) => {
    for (const { before, after, events } of told)
      for (const event of events) {
        if ((event.type !== 'decided' && event.type !== 'corrected') || !event.reopens) continue
        const called = calledFor(procedure).dates[event.to] ?? ''
        expect((after.dates[event.to] ?? '') >= called).toBe(true)
        // Published when it was drafted, where it was, and followed by its news only now.
        const at = (event.type === 'decided' ? before.draft : before.correction)?.at ?? event.at
        if (called <= at) continue
        const later = new Date(Date.parse(called) + 9 * 86_400_000).toISOString()
        const known = asAmended(after, [{ at, dates: { [event.to]: later } }])
        expect([known.step, (known.lateFrom ?? '') >= later]).toEqual([event.to, true])
      }
  }))

it('ends with its batch only what was open, and nothing is taken up again afterwards', () =>
  always((told) => {
    let isOver = false
    for (const { before, events } of told) {
      if (isOver) expect(events).toEqual([])
      for (const event of events)
        if (event.type === 'decided' && before.procedure.exits[event.outcome]?.by === 'cancellation') {
          expect(isOpen(before)).toBe(true)
          isOver = true
        }
    }
  }))

it('takes each line of an act once, at a step that a list or a panel decides, and none while something is pending', () =>
  always((told) => {
    const lines: string[] = []
    for (const { before, command, events } of told)
      for (const event of events) {
        if (event.type !== 'decided' || !event.act || command !== 'line') continue
        lines.push(`${event.act.stream} ${event.act.number}`)
        const step = stepAt(before.procedure, event.step)
        expect(step && (isListStep(step) || step.kind === 'inquiry') && isOwn(event, before)).toBe(true)
        expect([before.veto, before.held]).toEqual([undefined, []])
        if (before.notice) expect(event.act.stream).toBe(before.notice.stream)
      }
    expect(new Set(lines).size).toBe(lines.length)
  }))

it('corrects only the last decision, of a case that no notice lists, and leaves one valid version of each', () =>
  always((told) => {
    for (const { before, events } of told)
      for (const event of events) {
        if (event.type !== 'corrected' && event.type !== 'correctionDrafted') continue
        expect(before.last).toMatchObject({ step: event.step, visit: event.corrects })
        expect([before.notice, before.draft]).toEqual([undefined, undefined])
      }
  }))

it('corrects a line of a meeting only while no later decision rests on it, in ten thousand histories', () => {
  let lines = 0
  for (const one of fc.sample(lineStory, { numRuns: 10_000, seed }))
    within(one, () => {
      /** Every decision, and what stands for it, in their order. */
      const decisions: { readonly step: string; readonly visit: number }[] = []
      for (const { before, after, events } of play(one))
        for (const event of events) {
          if (event.type !== 'decided' && event.type !== 'corrected') continue
          if (event.type === 'corrected' && event.act) {
            lines += 1
            const about = `seed ${seed}: ${event.step} ${event.corrects}`
            const last = decisions.at(-1)
            expect([about, last?.step, last?.visit]).toEqual([about, event.step, event.corrects])
            expect([before.notice, before.draft, before.veto, before.held]).toEqual([
              undefined,
              undefined,
              undefined,
              [],
            ])
            expect(before.last?.act && stepOf(before.procedure, event.step, 'resolution')).toBeDefined()
            expect(hasEnded(before) && before.procedure.endings[before.step]?.confers).not.toBe(true)
            expect([event.by, event.outcome]).not.toEqual([event.draftedBy, before.last?.outcome])
            expect(after.taken.at(-1)).toEqual(event.act)
          }
          decisions.push({ step: event.step, visit: event.visit })
        }
    })
  // Otherwise it would say little.
  expect(lines).toBeGreaterThan(200)
})

it('offers what the decider does not refuse but as incomplete, and refuses what it does not offer', () =>
  always((told, { scene }) => {
    for (const { before, asking } of told) {
      if (before.visit === 0) continue
      // One of everybody, drawn by what was asked.
      const { by, received } = asking
      const offered = todosOf(factsOf(before), { signOffs: scene.modes, vetoes: true, listed: false }, by, received)
      const about = `${by.person} at ${before.step}`
      for (const command of PEOPLES) {
        // A case is opened once; before that there is none to look at.
        if (command === 'open-case') continue
        const isOffered = offered.some((todo) => todo.command === command)
        // The most sensible that can be asked: what is asked nonsensically may be refused or not.
        const sensible = { ...asking, n: 3 }
        if (!isOffered) {
          if (!isLetThrough(command, scene, sensible, before)) continue
          expect([about, command, eventsOf(() => commandOn(command, scene, sensible)(before))]).toEqual([
            about,
            command,
            [],
          ])
          continue
        }
        expect([about, command, isLetThrough(command, scene, sensible, before)]).toEqual([about, command, true])
        try {
          commandOn(command, scene, sensible)(before)
        } catch (error) {
          expect([about, command, error instanceof Refused ? error.code : error]).toEqual([
            about,
            command,
            'incomplete',
          ])
        }
      }
    }
  }, 500))

function eventsOf(decide: () => readonly CaseEvent[]): readonly CaseEvent[] {
  try {
    return decide()
  } catch (error) {
    if (error instanceof Refused) return []
    throw error
  }
}
