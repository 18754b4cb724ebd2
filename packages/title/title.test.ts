import { expect, it } from 'vitest'
import { given } from '../../test/given/given.ts'
import { confer, titleKind } from './title.ts'

const AT = '2018-12-25T01:00:00.000Z'
const title = {
  unit: 'dazhuang',
  batch: '2018-2',
  on: '2018-12-20',
  act: { stream: 'resolution/2018-2/executiveMeeting', number: 1 },
}
const conferred = { type: 'conferred', v: 1, at: AT, ...title } as const

it('is conferred by a naming', () => {
  expect(given(titleKind).when(confer(title, AT))).toEqual([conferred])
})
it('has nothing to do when it was conferred, by whichever act', () => {
  const { when, state } = given(titleKind, conferred)
  expect(when(confer({ ...title, on: '2019-01-03' }, AT))).toEqual([])
  expect(state).toMatchObject({ conferred, standing: 'held' })
})
