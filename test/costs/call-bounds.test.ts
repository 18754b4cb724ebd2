import { expect, it } from 'vitest'
import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { COMMANDS, LISTS, MOST, PAGES } from '../calls/bounds.ts'

it('every endpoint has a bound, none above what was set', () => {
  expect(Object.values(COMMANDS).filter((most) => most > MOST.command)).toEqual([])
  expect(Object.values(PAGES).filter((most) => most > MOST.page)).toEqual([])
  expect(Object.keys({ ...COMMANDS, ...LISTS, ...PAGES }).toSorted()).toEqual(
    Object.keys({ ...intakeEndpoints, ...noticeEndpoints, ...viewsEndpoints }).toSorted(),
  )
})
