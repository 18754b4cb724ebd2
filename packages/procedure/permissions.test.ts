import { describe, expect, it } from 'vitest'
import { RESERVED_IDS } from '#typed/reserved-ids.ts'
import { SHORT } from '../../test/given/cases.ts'
import { WHOLE } from '../../test/given/cases-2018.ts'
import type { Outcome } from './kinds.ts'
import { permissionFor, permissionsOf } from './permissions.ts'
import type { Procedure } from './procedure.ts'

it('gives nobody of a unit what belongs to an id that means something by itself, whenever it was registered', () => {
  const clerkOf = (unit: string) => [{ appointment: 'unitClerk', unit }]
  expect(permissionFor('read-evidence', clerkOf('dazhuang'), { unit: 'dazhuang' })).toBeDefined()
  for (const unit of RESERVED_IDS)
    for (const command of ['read-evidence', 'upload-evidence', 'read-case'] as const)
      expect(
        permissionFor(command, clerkOf(unit), { unit, file: { of: 'unit', purpose: 'case', unit } }),
      ).toBeUndefined()
})

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

it('has a department’s clerk read what everybody reads, and of their unit only what they were given', () => {
  const rows = permissionsOf(WHOLE).filter(({ appointment }) => appointment === 'departmentClerk')
  expect(rows.map(({ command, within, only }) => [command, within, only])).toEqual([
    ['write-dossier', 'ownUnit', 'given'],
    ['read-call', undefined, undefined],
    ['read-dossier', 'ownUnit', 'given'],
    ['read-catalogue', undefined, undefined],
    ['upload-evidence', 'ownUnit', 'given'],
    ['read-evidence', 'ownUnit', 'given'],
  ])
})
