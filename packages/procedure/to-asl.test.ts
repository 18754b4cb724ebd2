import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SHORT } from '../../test/given/cases.ts'
import { anyProcedure } from '../../test/given/procedures.ts'
import type { Definition, State } from './asl.ts'
import { type Procedure, targetOf } from './procedure.ts'
import { procedures } from './procedures.ts'
import { toAsl } from './to-asl.ts'

const validate = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => {
  isValid: boolean
  errors: unknown[]
}
const arn = (name: string) => `arn:aws-cn:lambda:cn-north-1:123456789012:function:sixian-${name}`
const compile = (procedure: Procedure) => toAsl(procedure, arn, 'aws-cn')

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
  const states = Object.entries(definition.States)
  const names = states.map(([name]) => name)
  for (const [name, state] of states) for (const to of next(state)) expect(names, `${name} leads on`).toContain(to)
  expect([...reached(definition, definition.StartAt)].sort()).toEqual(names.toSorted())
  for (const name of names) expect(name).toMatch(/^[\x21-\x7e]{1,80}$/)
  // By its own arcs, without looking for the place in the ledger first.
  const byArcs = reached(definition, `enter-${procedure.start}`, ['resume'])
  for (const place of [...Object.keys(procedure.steps), ...Object.keys(procedure.endings)])
    expect(byArcs).toContain(place)
  for (const step of Object.keys(procedure.steps)) {
    const found = reached(definition, step, ['resume'])
    expect(Object.keys(procedure.endings).some((ending) => found.has(ending))).toBe(true)
    // Also for a case that was moved from outside while it waited; an exit to the step itself waits again.
    for (const to of Object.values(procedure.exits).map(targetOf))
      if (to !== step) expect(targets(definition, `${step}-stands`)).toContain(`enter-${to}`)
    // A deferral waits again; it does not enter again.
    expect(targets(definition, `${step}-stands`)).not.toContain(`enter-${step}`)
  }
  for (const [name, state] of states) {
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

describe('the state machine of a procedure', () => {
  it.each(procedures)('holds for $name@$version', (procedure) => holds(procedure))

  it('holds for any procedure', () => {
    fc.assert(fc.property(anyProcedure, holds), { numRuns: 25 })
  })

  it('says in Chinese what each state is', () => {
    const { Comment, States } = compile(SHORT)
    expect(Comment).toBe('依法行政示范单位创建（简易程序）')
    expect(States.review?.Comment).toBe('初审')
    expect(States['review-await']?.Comment).toBe('等待：初审')
    expect(States.named?.Comment).toBe('已命名')
  })

  it('names functions and services in the partition it is given', () => {
    const text = JSON.stringify(compile(SHORT))
    expect(text).toContain('arn:aws-cn:states:::lambda:invoke.waitForTaskToken')
    expect(text).not.toContain('arn:aws:')
    expect(JSON.stringify(toAsl(SHORT, (name) => `arn:aws:lambda:us-east-1:1:function:${name}`))).not.toContain(
      'aws-cn',
    )
  })

  it('passes ids on and never contents', () => {
    const { States } = compile(SHORT)
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
    const { States } = compile(SHORT)
    expect(States['review-await']).toMatchObject({
      Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }],
    })
  })
})

it('compiles no procedure that cannot be run, and no two states of one name', () => {
  expect(() => compile({ ...SHORT, start: 'begin' })).toThrow(
    'the procedure creation-short cannot be compiled: the start begin is no entry',
  )
  const { review, ...steps } = SHORT.steps
  if (review?.kind !== 'judgement') throw new Error('a review is a judgement')
  const outcomes = { ...review.outcomes, aside: { title: '另行', on: 'review-stands' } }
  const twice = {
    ...SHORT,
    steps: {
      ...steps,
      review: { ...review, outcomes },
      'review-stands': { ...review, title: '另行', signOff: undefined },
    },
  }
  expect(() => compile(twice)).toThrow('two states of the machine would be named review-stands; rename one.')
})
