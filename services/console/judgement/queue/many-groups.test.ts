import { describe, expect, it } from 'vitest'
import { grouped, ofFirstStep, saidAccepting, waitsBeside } from './many-groups.ts'

const at = (batch: string, command: 'draft-decision' | 'decide-step', unit: string, step = 'review') => ({
  ...{ batch, command, unit, step },
  stepTitle: '初审',
})
const drafted = at('2018-3', 'draft-decision', 'dazhuang')
const decided = at('2018-2', 'decide-step', 'dazhuang')
const unitsOf = (items: Parameters<typeof grouped<typeof drafted>>[0]) =>
  grouped(items).map(({ batch, command, items: of }) => [batch, command, of.map(({ unit }) => unit)])

describe('several at once', () => {
  it('are apart by batch and command, whichever stands first', () => {
    const more = at('2018-3', 'draft-decision', 'caogou')
    expect(unitsOf([drafted, decided, more])).toEqual([
      ['2018-3', 'draft-decision', ['dazhuang', 'caogou']],
      ['2018-2', 'decide-step', ['dazhuang']],
    ])
    expect(unitsOf([decided, drafted, more])).toEqual([
      ['2018-2', 'decide-step', ['dazhuang']],
      ['2018-3', 'draft-decision', ['dazhuang', 'caogou']],
    ])
  })
  it('are apart in one batch too where one is decided at once', () => {
    expect(grouped([drafted, at('2018-3', 'decide-step', 'caogou')])).toHaveLength(2)
  })
  it('are apart by step', () => {
    expect(grouped([drafted, at('2018-3', 'draft-decision', 'caogou', 'acceptance')])).toHaveLength(2)
  })
  it('are none of none', () => expect(grouped([])).toEqual([]))
})

describe('what is accepted with one opinion', () => {
  it('is of one step, of whatever batch', () => {
    const other = at('2018-2', 'decide-step', 'caogou', 'acceptance')
    expect(ofFirstStep([drafted, other, decided])).toEqual([drafted, decided])
    expect(ofFirstStep([])).toEqual([])
  })
  it('is said with what becomes of it', () => {
    expect(saidAccepting([drafted, drafted, decided])).toBe('办理选中（2件拟办、1件办结）')
    expect(saidAccepting([decided, drafted])).toBe('办理选中（1件拟办、1件办结）')
    expect(saidAccepting([drafted])).toBe('通过选中的1件')
    expect(saidAccepting([decided, decided])).toBe('通过选中的2件')
    expect(saidAccepting([])).toBe('通过选中的0件')
  })
})

it('what waits for another decision is not among many', () => {
  expect(waitsBeside({ pending: '有待确认的一票否决' })).toBe(true)
  expect(waitsBeside({})).toBe(false)
})
