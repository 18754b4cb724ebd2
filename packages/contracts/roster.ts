import { z } from 'zod/mini'
import { held } from '#roster/person.ts'
import { unitFacts } from '#roster/unit.ts'
import type { Endpoints } from './endpoint.ts'
import { name, phone } from './forms.ts'

const unitId = z
  .string('请填写单位编号')
  .check(z.regex(/^[a-z][a-z0-9-]{1,39}$/, '单位编号用小写字母、数字和连字符，如dazhuang'))
const personId = z
  .string('请填写人员编号')
  .check(z.regex(/^[a-z0-9][a-z0-9-]{1,39}$/, '人员编号用小写字母、数字和连字符'))

/** One row each of the roster's file. `login` is the subject at the county's issuer. */
export const unitBody = z.strictObject({ unit: unitId, ...unitFacts.shape, name: name('单位名称', 80) })
export const personBody = z.strictObject({
  person: personId,
  name: name('姓名', 30),
  login: z.optional(
    z.string('请填写登录编号').check(z.minLength(1, '请填写登录编号'), z.maxLength(255, '登录编号最多255字')),
  ),
  phone: z.optional(phone('电话')),
})
export const appointmentBody = z.strictObject({ person: personId, ...held.shape })

export const me = z.object({
  person: z.string(),
  name: z.string(),
  appointments: z.array(
    z.object({
      appointment: z.string(),
      title: z.string(),
      unit: z.optional(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
})
const changed = z.object({ changed: z.boolean() })

export const rosterEndpoints = {
  readMe: { method: 'GET', path: '/api/me', access: 'signedIn', title: '我是谁', response: me },
  registerUnit: {
    method: 'POST',
    path: '/api/roster/units',
    access: { command: 'keep-roster' },
    title: '登记单位',
    body: unitBody,
    response: changed,
  },
  registerPerson: {
    method: 'POST',
    path: '/api/roster/people',
    access: { command: 'keep-roster' },
    title: '登记人员',
    body: personBody,
    response: changed,
  },
  appoint: {
    method: 'POST',
    path: '/api/roster/appointments',
    access: { command: 'keep-roster' },
    title: '登记岗位',
    body: appointmentBody,
    response: changed,
  },
} as const satisfies Endpoints
