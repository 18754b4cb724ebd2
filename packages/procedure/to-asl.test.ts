import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Definition, State } from './asl.ts'
import { creation } from './creation.ts'
import type { Outcome, Procedure, Step } from './procedure.ts'
import { procedures } from './procedures.ts'
import { toAsl } from './to-asl.ts'

const validate = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => {
  isValid: boolean
  errors: unknown[]
}
const arn = (name: string) => `arn:aws-cn:lambda:cn-north-1:123456789012:function:sixian-${name}`
const compile = (procedure: Procedure) => toAsl(procedure, arn, 'aws-cn')

/** A definition and the definitions of its branches. */
const parts = (definition: Definition): Definition[] => [
  definition,
  ...Object.values(definition.States).flatMap((state) =>
    state.Type === 'Parallel' ? state.Branches.flatMap(parts) : [],
  ),
]
const all = (definition: Definition): [string, State][] =>
  parts(definition).flatMap(({ States }) => Object.entries(States))
const next = (state: State): string[] => [
  ...('Next' in state ? [state.Next] : []),
  ...(state.Type === 'Task' ? (state.Catch ?? []).map(({ Next }) => Next) : []),
  ...(state.Type === 'Choice' ? [...state.Choices.map(({ Next }) => Next), state.Default] : []),
]
function reached({ States }: Definition, from: string, without: string[] = []): Set<string> {
  const found = new Set([from])
  for (const name of found) for (const to of next(States[name]!)) if (!without.includes(to)) found.add(to)
  return found
}
const targets = (definition: Definition, name: string) => next(definition.States[name]!)

/** What holds for the machine of any sound procedure. */
function holds(procedure: Procedure): void {
  const definition = compile(procedure)
  for (const part of parts(definition)) {
    const names = Object.keys(part.States)
    for (const [name, state] of Object.entries(part.States))
      for (const to of next(state)) expect(names, `${name} leads on`).toContain(to)
    expect([...reached(part, part.StartAt)].sort()).toEqual(names.sort())
  }
  const names = all(definition).map(([name]) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[\x21-\x7e]{1,80}$/)
  // By its own arcs, without looking for the place in the ledger first.
  const byArcs = reached(definition, `enter-${procedure.start}`, ['resume'])
  for (const place of [...Object.keys(procedure.steps), ...Object.keys(procedure.endings)])
    expect(byArcs).toContain(place)
  for (const step of Object.keys(procedure.steps)) {
    const found = reached(definition, step, ['resume'])
    expect(Object.keys(procedure.endings).some((ending) => found.has(ending))).toBe(true)
    for (const { leadsTo } of Object.values(procedure.exits))
      expect(targets(definition, `${step}-stands`)).toContain(`enter-${leadsTo}`)
    // A deferral waits again; it does not enter again.
    expect(targets(definition, `${step}-stands`)).not.toContain(`enter-${step}`)
  }
  for (const [name, state] of all(definition)) {
    if (state.Type === 'Choice') expect(state.Default).toBeTruthy()
    if (state.Type !== 'Task') continue
    const waits = state.Resource.endsWith('.waitForTaskToken')
    expect(waits ? state.TimeoutSecondsPath : state.TimeoutSeconds, `${name} ends`).toBeTruthy()
    expect(
      state.Retry.some(({ ErrorEquals, MaxAttempts }) => ErrorEquals.includes('States.ALL') && MaxAttempts > 0),
    ).toBe(true)
    if (waits) expect(state).toMatchObject({ Catch: [{ ErrorEquals: ['States.ALL'], Next: state.Next }] })
  }
  const text = JSON.stringify(definition)
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024)
  const { isValid, errors } = validate(JSON.parse(text))
  expect(errors).toEqual([])
  expect(isValid).toBe(true)
}

/** A chain of steps to an ending, with further outcomes, branches, functions and exits thrown in. */
const anyProcedure: fc.Arbitrary<Procedure> = fc
  .record({
    steps: fc.array(
      fc.record({
        more: fc.array(fc.nat(30), { maxLength: 4 }),
        opens: fc.subarray(['open-sheets', 'invite', 'ask-organs']),
        together: fc.nat(4),
        list: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    endings: fc.integer({ min: 1, max: 6 }),
    exits: fc.array(fc.nat(30), { maxLength: 3 }),
  })
  .map(({ steps, endings, exits }) => {
    const stepNames = steps.map((_, i) => `step${i}`)
    const endingNames = Array.from({ length: endings }, (_, i) => `ending${i}`)
    const places = [...stepNames, ...endingNames]
    const outcome = (leadsTo: string): Outcome => ({ title: '办理', leadsTo })
    const step = ({ more, opens, together, list }: (typeof steps)[number], i: number): [string, Step] => [
      `step${i}`,
      {
        title: `环节${i}`,
        actor: 'officeOfficer',
        decided: list ? 'list' : 'case',
        opens,
        together: Array.from({ length: together }, (_, n) => `branch-${i}-${n}`),
        outcomes: {
          on: outcome(stepNames[i + 1] ?? 'ending0'),
          ...Object.fromEntries(more.map((n, k) => [`way${k}`, outcome(places[n % places.length]!)])),
          // Every ending is reached from somewhere.
          ...Object.fromEntries(
            endingNames.filter((_, n) => n % steps.length === i).map((name) => [`to-${name}`, outcome(name)]),
          ),
        },
      },
    ]
    return {
      name: 'any',
      title: '任意程序',
      start: 'step0',
      steps: Object.fromEntries(steps.map(step)),
      exits: Object.fromEntries(exits.map((n, k) => [`exit${k}`, outcome(endingNames[n % endings]!)])),
      endings: Object.fromEntries(endingNames.map((name) => [name, { title: name }])),
    }
  })

describe('the state machine of a procedure', () => {
  it.each(Object.entries(procedures))('holds for %s', (_name, procedure) => holds(procedure))

  it('holds for any procedure', () => {
    fc.assert(fc.property(anyProcedure, holds), { numRuns: 25 })
  })

  it('says in Chinese what each state is', () => {
    const { Comment, States } = compile(creation)
    expect(Comment).toBe('依法行政示范单位创建')
    expect(States.review?.Comment).toBe('初审')
    expect(States['review-await']?.Comment).toBe('等待：初审')
    expect(States.named?.Comment).toBe('已命名')
  })

  it('names functions and services in the partition it is given', () => {
    const text = JSON.stringify(compile(creation))
    expect(text).toContain('arn:aws-cn:states:::lambda:invoke.waitForTaskToken')
    expect(text).not.toContain('arn:aws:')
    expect(JSON.stringify(toAsl(creation, (name) => `arn:aws:lambda:us-east-1:1:function:${name}`))).not.toContain(
      'aws-cn',
    )
  })

  it('passes ids on and never contents', () => {
    const { States } = compile(creation)
    expect(States.review).toMatchObject({
      Parameters: { FunctionName: arn('arrive'), Payload: { 'case.$': '$.case', step: 'review' } },
      ResultPath: '$.Payload',
    })
    expect(States['review-await']).toMatchObject({
      TimeoutSecondsPath: '$.Payload.waitSeconds',
      Parameters: { Payload: { 'token.$': '$$.Task.Token', 'seen.$': '$.Payload.seen' } },
      ResultPath: null,
    })
  })

  it('tries everything of a wait again except that its time has run out', () => {
    const { States } = compile(creation)
    expect(States['review-await']).toMatchObject({
      Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }],
    })
  })

  it('opens what a step needs in turn, then its branches, then waits for it', () => {
    const assessment: Step = {
      ...creation.steps.review,
      opens: ['open-sheets', 'invite'],
      together: ['hearing', 'site-visit'],
    }
    const { States } = compile({ ...creation, steps: { ...creation.steps, review: assessment } })
    const way = ['enter-review', 'review-open-sheets', 'review-invite', 'review-together', 'review']
    for (const [i, name] of way.slice(0, -1).entries()) expect(next(States[name]!)).toEqual([way[i + 1]])
    expect(States['review-together']).toMatchObject({
      Type: 'Parallel',
      Branches: [{ StartAt: 'hearing' }, { StartAt: 'site-visit' }],
    })
  })
})

describe('a procedure that cannot be run', () => {
  const broken = (change: Partial<Procedure>) => () => compile({ ...creation, ...change })
  const step = (changed: Partial<Step>) => ({
    steps: { ...creation.steps, review: { ...creation.steps.review, ...changed } },
  })

  it.each([
    [
      'leads nowhere',
      step({ outcomes: { accepted: { title: '', leadsTo: 'nowhere' } } }),
      /review.accepted leads to nowhere/,
    ],
    [
      'has a step nobody reaches',
      step({ outcomes: { refused: { title: '', leadsTo: 'refused' } } }),
      /notice cannot be reached/,
    ],
    [
      'never ends',
      { exits: {}, ...step({ outcomes: { returned: { title: '', leadsTo: 'review' } } }) },
      /from review no ending/,
    ],
    ['begins nowhere', { start: 'begin' }, /begin is no step/],
    ['lapses to what it does not know', step({ lapses: 'late' }), /review lapses to late/],
    [
      'names a step in Chinese',
      { steps: { ...creation.steps, 初审: creation.steps.review } },
      /初审 cannot name a place/,
    ],
    ['gives one name twice', { endings: { ...creation.endings, review: { title: '' } } }, /review is the name of two/],
    [
      'gives a function the name of a part',
      step({ opens: ['stands'] }),
      /two states of the machine would be named review-stands/,
    ],
  ])('%s', (_what, change, sentence) => {
    expect(broken(change)).toThrow(sentence)
  })
})
