import { expect, it } from 'vitest'
import { appointmentBody } from './roster.ts'

const appointment = { person: 'r001', appointment: 'officeHead', from: '2018-01-01', to: '2018-12-31' }

it('an appointment begins and ends on days of years that somebody means', () => {
  expect(appointmentBody.safeParse(appointment).success).toBe(true)
  for (const field of ['from', 'to'])
    for (const day of ['0001-01-01', '9999-12-31', '2018-02-30', '20180101'])
      expect([field, day, appointmentBody.safeParse({ ...appointment, [field]: day }).success]).toEqual([
        ...[field, day, false],
      ])
  expect(appointmentBody.safeParse({ ...appointment, to: null }).success).toBe(true)
})
