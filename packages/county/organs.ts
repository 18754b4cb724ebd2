/** What a county's functions know of it. */
import { z } from 'zod/mini'
import { barredYears } from './barred.ts'

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
/** What stands on every page of a county whose data is made up. */
export const FOR_TRAINING = '本系统仅供培训，内容不是真实的申请、公示或决定。'
export const training = z.optional(z.literal(true))
export const malwareScan = z.optional(z.literal(true))
const shown = z.object({ ...organs.shape, training, malwareScan })
/** What pages and papers say of the county: its organs, and whether all of it is for training. */
export type Organs = z.infer<typeof shown>

/** The notice's usual length and way of counting. */
export const usualNotice = z.strictObject({ days: z.int(), convention: z.enum(['A', 'B', 'C', 'D']) })

/** The variable COUNTY, as JSON: its organs, and what a call takes from it by default. */
export const handled = z.object({
  ...shown.shape,
  procedures: z.array(z.string()).check(z.minLength(1)),
  notice: usualNotice,
  barredYears,
})
export type Handled = z.infer<typeof handled>
export const parseOrgans = (json: string): Organs => shown.parse(JSON.parse(json))
export const parseHandled = (json: string): Handled => handled.parse(JSON.parse(json))
