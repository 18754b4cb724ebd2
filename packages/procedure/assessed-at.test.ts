import { expect, it } from 'vitest'
import { SHORT } from '../../test/given/cases.ts'
import { WHOLE } from '../../test/given/cases-2018.ts'
import { permissionsOf } from './permissions.ts'
import { problemsOfStep } from './problems-of-step.ts'
import type { Procedure } from './procedure.ts'
import { assessedAt, assessingEntry } from './ways.ts'

/** The whole procedure with its self-assessment written from another step on. */
function from(step: string): Procedure {
  const { declaration, ...steps } = WHOLE.steps
  if (declaration?.kind !== 'entry') throw new Error('a unit declares')
  return { ...WHOLE, steps: { ...steps, declaration: { ...declaration, assesses: { from: step } } } }
}
const problems = (procedure: Procedure) =>
  problemsOfStep(procedure, 'declaration', procedure.steps.declaration ?? WHOLE.steps.application!)

it('is written from its step on up to the entry that holds it, and not after', () => {
  expect(assessedAt(WHOLE, 'declaration')).toEqual(['implementation', 'declaration'])
  expect(assessedAt(from('selection'), 'declaration')).toEqual(['selection', 'implementation', 'declaration'])
  expect(assessedAt(from('declaration'), 'declaration')).toEqual(['declaration'])
  expect(assessingEntry(WHOLE)?.name).toBe('declaration')
})

it('is nobody’s where the procedure has none', () => {
  expect([assessedAt(SHORT, 'application'), assessingEntry(SHORT)]).toEqual([[], undefined])
  expect(permissionsOf(SHORT).filter(({ command }) => command === 'write-dossier')).toEqual([])
})

it('is written at those steps alone, and finished at the last of them', () => {
  const rows = permissionsOf(WHOLE).flatMap(({ command, appointment, steps, within, only }) =>
    command === 'write-dossier' || command === 'finish-dossier'
      ? [[command, appointment, within, steps, ...(only ? [only] : [])]]
      : [],
  )
  expect(rows).toEqual([
    ['write-dossier', 'unitClerk', 'ownUnit', ['implementation', 'declaration']],
    ['write-dossier', 'departmentClerk', 'ownUnit', ['implementation', 'declaration'], 'given'],
    ['write-dossier', 'officeOfficer', undefined, ['declaration']],
    ['finish-dossier', 'unitClerk', 'ownUnit', ['declaration']],
    ['finish-dossier', 'officeOfficer', undefined, ['declaration']],
  ])
})

it('is a problem where nothing leads from its step to the entry', () => {
  expect(problems(WHOLE)).toEqual([])
  for (const step of ['naming', 'unheard'])
    expect(problems(from(step))).toEqual([`declaration assesses from ${step} on, from where nothing leads to it`])
})
