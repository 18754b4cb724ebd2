/** Every list of units and every unit that a body names is bounded: an id is a key of the store, and a list a transaction of reads. */
import { expect, it } from 'vitest'
import { wrongFields } from './forms.ts'
import { intakeEndpoints as intake } from './intake.ts'
import { noticeEndpoints as notice } from './notice.ts'
import { MOST_UNITS } from './unit-ids.ts'

const bodies = [
  ['cases', intake.recordResolution.body],
  ['cases', intake.prepareList.body],
  ['cases', intake.prepareAnnouncement.body],
  ['cases', notice.prepareNotice.body],
  ['cases', notice.previewNotice.body],
  ['units', intake.remindUnits.body],
] as const
const wrongIn = (field: string, body: (typeof bodies)[number][1], units: readonly unknown[]) =>
  Object.entries(wrongFields(body, { [field]: units })).filter(([at]) => at.startsWith(field))
const unit = (n: number) => `unit-${n}`

it.each(bodies)('%s takes as many units as a county has, by the ids of its roster (%#)', (field, body) => {
  expect(
    wrongIn(
      field,
      body,
      Array.from({ length: MOST_UNITS }, (_, n) => unit(n)),
    ),
  ).toEqual([])
  const many = Array.from({ length: MOST_UNITS + 1 }, (_, n) => unit(n))
  expect(wrongIn(field, body, many)).toEqual([[field, expect.stringContaining('600个单位')]])
})

it.each(bodies)('%s takes no id that the roster could not have given (%#)', (field, body) => {
  for (const id of ['x'.repeat(3000), '', ' ', 'a/b', '大庄', 'dazhuang#1', '__proto__', 'Dazhuang'])
    expect(wrongIn(field, body, [id])).toEqual([[`${field}.0`, expect.stringContaining('请')]])
})

it('holds for exceptions, recusals and objections as well', () => {
  const long = 'x'.repeat(3000)
  const sent = { exceptions: [{ case: long }], recusals: [{ case: long }], present: Array(201).fill('王') }
  expect(Object.keys(wrongFields(intake.recordResolution.body, sent))).toEqual(
    expect.arrayContaining(['exceptions.0.case', 'recusals.0.case', 'present']),
  )
  expect(wrongFields(notice.enterObjection.body, { about: long })).toHaveProperty('about')
})
