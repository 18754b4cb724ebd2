/** Everything that differs between counties: one file in `counties/`, parsed here. */
import { z } from 'zod/mini'
import { keyOf, procedureAt, procedures } from '#procedure/procedures.ts'

const organ = z.string().check(z.minLength(1), z.maxLength(60))

/** Names of organs as they stand on pages and papers. */
export const organs = z.strictObject({
  /** 泗县 */
  county: organ,
  /** 县人民政府 */
  government: organ,
  /** 法制办公室, since 2019 司法局 */
  office: organ,
  leadingGroup: organ,
  executiveMeeting: organ,
  /** 考核组, who assesses in a procedure that inquires. */
  assessmentTeam: z._default(organ, '考核组'),
  /** The office's telephone as public pages give it. */
  officePhone: z.optional(z.string().check(z.regex(/^[\d-]{7,20}$/))),
  /** Where letters and visits go, and mail, as public pages give them: the office's own, nobody's. */
  officeAddress: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  officeEmail: z.optional(z.email()),
})
export type Organs = z.infer<typeof organs>

const listed = z
  .string()
  .check(z.refine((key) => procedureAt(key) !== undefined, `没有这一版程序，现有${procedures.map(keyOf).join('、')}`))

export const county = z.strictObject({
  name: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,20}$/)),
  organs,
  partition: z.enum(['aws', 'aws-cn']),
  region: z.string(),
  /** Any OIDC issuer with a public discovery document. */
  issuer: z.url(),
  clientId: z.string(),
  audience: z.string(),
  /**
   * Whose roster it is before it has an administrator: the subject, at the issuer, of one login. It must be one that
   * nobody can choose for themselves there.
   */
  administratorLogin: z.string().check(z.minLength(1)),
  /** Where console, API and public pages live: one origin. */
  siteOrigin: z.url(),
  /** The versions of procedures that run here, as `name@version`; a new batch takes the first unless its call says otherwise. */
  procedures: z.array(listed).check(
    z.minLength(1),
    z.refine((named) => new Set(named).size === named.length, '同一版程序写了两次'),
  ),
  /** The notice's usual length and way of counting. */
  notice: z.strictObject({ days: z.int(), convention: z.enum(['A', 'B', 'C', 'D']) }),
  /** Where alarms go. */
  alarmEmail: z.email(),
})
export type County = z.infer<typeof county>

/** What handlers need of it, as JSON in the variable COUNTY: its organs, and what a call takes from it by default. */
export const handled = z.object({
  ...organs.shape,
  procedures: z.array(z.string()).check(z.minLength(1)),
  notice: county.shape.notice,
})
export type Handled = z.infer<typeof handled>
export const parseOrgans = (json: string): Organs => z.object(organs.shape).parse(JSON.parse(json))
export const parseHandled = (json: string): Handled => handled.parse(JSON.parse(json))
