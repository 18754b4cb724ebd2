import { expect, it } from 'vitest'
import { indicatorsLeft, NO_PAPER, type Paper } from './paper.ts'

const sha = (digit: string) => digit.repeat(64)
const assessed = (manifest: string, more: object = {}) => ({
  selfAssessment: { manifest, reached: 4, notReached: 0, notApplicable: 0, ...more },
})
/** Sent back with a self-assessment, of which something was finished anew. */
const sentBack = (more: object, form: object = assessed(sha('2'), { asBefore: 1 })): Paper =>
  ({
    ...NO_PAPER,
    ...{ form, returned: assessed(sha('1')), sentBack: { by: {}, signOffs: {} }, reopens: ['selfAssessment'] },
    ...more,
  }) as unknown as Paper

it('are those that a return names and nobody has changed', () => {
  expect(indicatorsLeft(sentBack({ indicators: ['s-1', 's-2'] }))).toBe(1)
  expect(indicatorsLeft(sentBack({ indicators: ['s-1', 's-2'] }, assessed(sha('1'))))).toBe(2)
  expect(indicatorsLeft(sentBack({ indicators: ['s-1'] }, assessed(sha('2'))))).toBe(0)
})
it('are none where the return was corrected to the whole, or does not reopen the self-assessment', () => {
  expect(indicatorsLeft(sentBack({}))).toBe(0)
  expect(indicatorsLeft(sentBack({ indicators: ['s-1'], reopens: ['reason'] }))).toBe(0)
})
