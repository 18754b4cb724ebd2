import { z } from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { day, text } from './forms.ts'
import { listOf } from './rules.ts'

/** A year's holidays as the State Council's notice has them; `work`: days of a weekend that are worked. */
export const holidaysBody = z.strictObject({
  source: text('节假日安排的通知名称和文号', 120, { open: true }),
  off: listOf(day('放假日期', '2027-01-01'), '请填写放假日期', 120, '放假日期太多，请核对').check(
    z.minLength(1, '请填写放假日期'),
  ),
  work: listOf(day('上班日期', '2027-01-09'), '请填写调休上班的日期', 60, '上班日期太多，请核对'),
})

export const enterHolidays = {
  method: 'POST',
  path: '/api/holidays/{year}',
  access: { command: 'enter-holidays' },
  title: '录入节假日安排',
  body: holidaysBody,
  response: z.object({ year: z.int(), changed: z.boolean() }),
} as const satisfies Endpoint
