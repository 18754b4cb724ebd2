import { expect, it } from 'vitest'
import { procedureAt } from '#procedure/procedures.ts'
import { placeTitle } from './place-title.ts'

const procedure = procedureAt('creation-short@1')!
const NOW = '2018-06-17T16:00:00.000Z'
const act = { stream: 'notice/2018-2/1', number: 2 }

it('says of a notice whether the case waits for it, is on it, or has been', () => {
  const at = (more: object) => placeTitle(procedure, { step: 'notice', ...more }, NOW)
  expect(at({})).toBe('待公示')
  expect(placeTitle(procedure, { step: 'notice', notice: act })).toBe('公示')
  expect(at({ notice: act, lateFrom: '2018-06-17T16:00:00.001Z' })).toBe('公示中')
  expect(at({ notice: act, lateFrom: NOW })).toBe('公示期满')
})

it('says of any other place what it is called', () => {
  expect(placeTitle(procedure, { step: 'review' }, NOW)).toBe('初审')
  expect(placeTitle(procedure, { step: 'application', lateFrom: NOW }, NOW)).toBe('创建申请')
  expect(placeTitle(procedure, { step: 'named' }, NOW)).toBe('已命名')
})
