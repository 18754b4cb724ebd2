import { expect, it } from 'vitest'
import { NO_PAPER } from '#case/paper.ts'
import { WHOLE } from '../../../test/given/cases-2018.ts'
import { mustBeEntered, mustBeReopened } from './published.ts'

/** Of an answer, or of what is given to somebody, after a return of this form. */
const tried = (paper: object, items: readonly string[], form = 'creation-declaration') => {
  try {
    mustBeReopened({ papers: { [form]: { ...NO_PAPER, ...paper } } }, WHOLE, items)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}

it('leaves as they are the indicators that a return does not name', () => {
  const named = { reopens: ['selfAssessment'], indicators: ['s-1', 's-2'] }
  expect(tried(named, ['s-2'])).toBeUndefined()
  expect(tried(named, ['s-1', 's-3'])).toBe('指标“s-3”没有退回')
  expect(tried({ reopens: ['report'] }, ['s-1'])).toBe('指标“s-1”没有退回')
})

it('asks nothing where all of it came back, nothing did, or another form', () => {
  expect([tried({ reopens: ['selfAssessment'] }, ['s-1']), tried({}, ['s-1'])]).toEqual([undefined, undefined])
  expect(tried({ reopens: ['project'] }, ['s-1'], 'creation-application')).toBeUndefined()
})

it('is entered by whoever of the office entered the form from its paper, and by no other', () => {
  const entered = (paper: object, by: string) => () =>
    mustBeEntered({ papers: { 'creation-declaration': { ...NO_PAPER, ...paper } } }, WHOLE, by)
  const paper = { byOffice: true, makers: ['p-officer'] }
  expect(entered(paper, 'p-officer')).not.toThrow()
  expect(entered(paper, 'p-second')).toThrow('p-second没有代录这份表格')
  expect(entered({ makers: ['p-officer'] }, 'p-officer')).toThrow('没有代录')
})
