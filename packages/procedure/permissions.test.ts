import { describe, expect, it } from 'vitest'
import { SHORT } from '../../test/given/cases.ts'
import type { Outcome } from './kinds.ts'
import { permissionsOf } from './permissions.ts'
import type { Procedure } from './procedure.ts'

describe('a form that was handed in', () => {
  const recalls = (submitted: Outcome) => {
    const { application, ...steps } = SHORT.steps
    if (!application) throw new Error('a unit applies')
    const outcomes = { ...application.outcomes, submitted }
    const of: Procedure = { ...SHORT, steps: { application: { ...application, outcomes }, ...steps } }
    return permissionsOf(of).flatMap((one) => (one.command === 'recall-form' ? [[one.appointment, one.steps]] : []))
  }
  it('is taken back from a judgement', () => {
    expect(recalls({ title: '提交', on: 'review' })).toEqual([['unitClerk', ['review']]])
  })
  it.each([
    { title: '提交', on: 'notice' },
    { title: '提交', end: 'named' },
  ])('is not taken back from anywhere else: %o', (submitted) => {
    expect(recalls(submitted)).toEqual([])
  })
})
