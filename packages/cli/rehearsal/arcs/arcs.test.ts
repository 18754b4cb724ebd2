import { expect, it } from 'vitest'
import type { CaseEvent } from '#case/case-events.ts'
import { procedureAt } from '#procedure/procedures.ts'
import { WHOLE } from '../../../../test/given/cases-2018.ts'
import { arcsGone, arcsOf, saidArc } from './arcs.ts'
import { allGone, checkArcs } from './check-arcs.ts'

const decided = (step: string, outcome: string, to: string, type: 'decided' | 'corrected' = 'decided') =>
  ({ type, step, outcome, to }) as CaseEvent

it('are every outcome of every step, ways back among them, and every exit', () => {
  const all = arcsOf(WHOLE)
  expect(all).toEqual(
    expect.arrayContaining([
      ...['application submitted review', 'review returned application', 'review refused refused'],
      ...['notice reassess assessment', 'executiveMeeting deferred executiveMeeting', 'naming named named'],
      ...['* withdrawn withdrawn', '* vetoed vetoed', '* reassessed assessment'],
    ]),
  )
  expect(new Set(all).size).toBe(all.length)
})

it('are gone by what was decided, as it was at first and as it was corrected; an exit from wherever it was taken', () => {
  const events = [
    decided('application', 'submitted', 'review'),
    decided('review', 'accepted', 'selection'),
    decided('review', 'refused', 'refused', 'corrected'),
    decided('proposal', 'vetoed', 'vetoed'),
    { type: 'saved' } as CaseEvent,
  ]
  expect(arcsGone(WHOLE, events)).toEqual([
    ...['application submitted review', 'review accepted selection', 'review refused refused', '* vetoed vetoed'],
  ])
})

it('that nobody has gone fail the rehearsal, in words', () => {
  const key = 'creation-short@1'
  const all = arcsOf(procedureAt(key)!)
  expect(checkArcs([key], { [key]: all })[0]?.wrong).toEqual([])
  expect(checkArcs([key], { [key]: all.filter((one) => !one.startsWith('* withdrawn')) })[0]?.wrong).toEqual([
    '各环节：主动退出（* withdrawn withdrawn）',
  ])
  expect(checkArcs([key], {})[0]?.wrong).toHaveLength(all.length)
  expect(checkArcs(['nothing@1'], {})[0]?.wrong).toEqual(['没有这个程序'])
  expect(saidArc(WHOLE, 'review returned application')).toBe('初审：退回补正（review returned application）')
})

it('are told each once, of whichever procedure', () => {
  const [submitted, refused] = ['application submitted review', 'review refused refused']
  expect(allGone({ 'short@1': [submitted], 'whole@1': [refused, submitted] })).toEqual([submitted, refused])
})
