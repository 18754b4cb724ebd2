/** Which cases a list step's page shows as waiting, whether their rows have caught up or not. */
import { expect, it } from 'vitest'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import { type CaseRow, SHAPE } from '#rows/row.ts'
import { waitingCases } from './list-step.ts'

const procedure = procedureAt('creation-short@1')
const act = { stream: 'resolution/2018-2/executiveMeeting', number: 1 }
const row = (unit: string, more: Partial<CaseRow> = {}): CaseRow => ({
  ...{ stream: `case/2018-2/${unit}`, number: 9, shape: SHAPE, list: 'open', order: `2018-2/case/${unit}` },
  ...{ kind: 'case', batch: '2018-2', unit, trial: false, procedure: variantOf(procedure!) },
  ...{ step: 'executiveMeeting', visit: 4, ended: false, papers: {}, held: [] },
  ...more,
})
const waiting = (rows: CaseRow[], ...sentOn: string[]) =>
  waitingCases(rows, 'executiveMeeting', new Map(sentOn.map((unit) => [unit, act])))

it('those that stand there and that no act has sent on', () => {
  expect(waiting([row('dazhuang'), row('caogou', { step: 'notice' })])).toEqual([
    { unit: 'dazhuang', visit: row('dazhuang').visit },
  ])
})
it('not one that an act has sent on, though its row still has it there', () => {
  const before = [{ stream: act.stream, number: 7 }]
  expect(waiting([row('dazhuang'), row('caogou', { taken: before })], 'dazhuang', 'caogou')).toEqual([])
})
it('again one that has followed the act and come back', () => {
  expect(waiting([row('dazhuang', { taken: [act] })], 'dazhuang')).toEqual([
    { unit: 'dazhuang', visit: row('dazhuang').visit },
  ])
})
it('one that is held with the reason', () => {
  expect(waiting([row('dazhuang', { veto: { by: 'officer', item: 'veto-3' } })])).toMatchObject([
    { unit: 'dazhuang', held: expect.stringContaining('一票否决') },
  ])
})
