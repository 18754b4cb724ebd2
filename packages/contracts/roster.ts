import { z } from 'zod/mini'
import { tidyLogin, whyNoLogin } from '#roster/login-name.ts'
import { held, PERSON_ID } from '#roster/person.ts'
import { unitFacts } from '#roster/unit.ts'
import { whyNoId } from '#typed/reserved-ids.ts'
import type { Endpoints } from './endpoint.ts'
import { day, phone, registeredName, unitName } from './forms.ts'
import { readMe } from './read-me.ts'
import { rosterChangeEndpoints } from './roster-changes.ts'
import { listOf, typedText, word } from './rules.ts'
import { UNIT_ID } from './unit-ids.ts'

/** Nobody's id means something by itself. */
const free = z.refine<string>((id) => whyNoId(id) === undefined, {
  error: ({ input }) => (typeof input === 'string' ? whyNoId(input) : undefined) ?? '请换一个编号',
})
const isLogin = z.refine<string>((login) => login === '' || whyNoLogin(login) === undefined, {
  error: ({ input }) => (typeof input === 'string' ? whyNoLogin(input) : undefined) ?? '请填写账号',
})
const unitId = word('请填写单位编号', UNIT_ID, '单位编号以小写字母开头，用小写字母、数字和连字符，如dazhuang', free)
const personId = word('请填写人员编号', PERSON_ID, '人员编号用小写字母、数字和连字符', free)

const MOST_ALIKE = 50
/** One row each of the roster's file. `login` is the subject at the county's issuer. */
export const unitBody = z.strictObject({
  unit: unitId,
  ...unitFacts.shape,
  name: unitName('单位名称', 80, { open: true }),
  parent: z.optional(word('上级单位应为单位编号')),
  /** Which units of like names it is not: said by whoever has seen them. */
  apartFrom: z.optional(listOf(unitId, '名称相近的单位应为单位编号', MOST_ALIKE, `名称相近的单位最多${MOST_ALIKE}个`)),
})
export const personBody = z.strictObject({
  person: personId,
  name: registeredName('姓名', 30),
  /** Without one they keep the one they have. */
  login: z.optional(typedText('账号', 255, tidyLogin).check(z.minLength(1, '请填写账号'), isLogin)),
  /** Who has the login so far and is to lose it: said by whoever has seen it. */
  loginFrom: z.optional(personId),
  /** Without one the number that is kept stays; null: it is kept no more. */
  phone: z.optional(z.nullable(phone('电话'))),
})
export const appointmentBody = z.strictObject({
  person: personId,
  ...held.shape,
  unit: z.optional(unitId),
  from: day('任职日期', '2018-01-01'),
  /** Without one the last day that is kept stays; null: it goes on again. */
  to: z.optional(z.nullable(day('免职日期', '2018-12-31'))),
})

/** `waiting`: how many logins and appointments of it wait for somebody else's approval. */
const changed = z.object({ changed: z.boolean(), waiting: z.int() })

/** More than one request can write; a roster is sent in parts. */
const MOST_LINES = 1000
const linesOf = <Body extends z.ZodMiniType>(body: Body, what: string) =>
  listOf(body, `请填写${what}，没有的留空`, MOST_LINES, `${what}一次最多${MOST_LINES}行`)
/** A roster, or a part of it that is written together. */
export const rosterBody = z.strictObject({
  units: linesOf(unitBody, '单位'),
  people: linesOf(personBody, '人员'),
  appointments: linesOf(appointmentBody, '岗位'),
})
export type RosterBody = z.output<typeof rosterBody>

/** A line by its list and its place there, from 0. */
const place = { list: z.enum(['units', 'people', 'appointments']), at: z.int() }
const refusedLine = z.object({ ...place, sentence: z.string() })
/**
 * What a line would change of somebody or some unit that is there already. `moved`: the login leaves `from`; `replaced`:
 * their login so far ends; `renamed`: another name under the same id; `changed`: a unit's kind, place or scope; `prolonged`:
 * an appointment goes on after its last day; `shortened`: it has a last day, or an earlier one; `doubled`: it stands twice;
 * `rephoned`: another telephone number; `erased`: what is kept of somebody is kept no more; `labelled`: what their
 * login is called was erased, and is kept again; `alike`: a new unit that may be one of `apart` in other words.
 */
const change = z.object({
  ...place,
  what: z.enum([
    'moved',
    'replaced',
    'renamed',
    'changed',
    'prolonged',
    'shortened',
    'doubled',
    'rephoned',
    'erased',
    'labelled',
    'alike',
  ]),
  from: z.optional(z.string()),
  apart: z.optional(z.array(z.string())),
  sentence: z.string(),
})
const counted = z.object({ changed: z.int(), same: z.int() })
const refused = z.array(refusedLine)
/** When a line is refused, no line was written. */
export const writtenLines = z.object({
  refused,
  waiting: z.int(),
  units: counted,
  people: counted,
  appointments: counted,
})
/** By list. */
export type Counts = { readonly [List in keyof RosterBody]: z.output<typeof counted> }
export type RefusedLine = z.output<typeof refusedLine>
export type RosterChange = z.output<typeof change>

export const rosterEndpoints = {
  readMe,
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
    access: { command: 'enter-appointment' },
    title: '登记岗位',
    body: appointmentBody,
    response: changed,
  },
  /** Writes nothing. */
  checkRoster: {
    method: 'POST',
    path: '/api/roster/check',
    access: { command: 'keep-roster' },
    title: '核对名册',
    body: rosterBody,
    response: z.object({ refused, changes: z.array(change) }),
  },
  writeLines: {
    method: 'POST',
    path: '/api/roster/lines',
    access: { command: 'keep-roster' },
    title: '登记名册',
    body: rosterBody,
    response: writtenLines,
  },
  ...rosterChangeEndpoints,
} as const satisfies Endpoints
