/** Everything that differs between counties: one file in `counties/`, parsed here. */
import { z } from 'zod/mini'
import { rootDigest } from '#ledger/root-digest.ts'
import { keyOf, procedureAt, procedures } from '#procedure/procedures.ts'
import { atOnce } from './at-once.ts'
import { barredYears } from './barred.ts'
import { consulted, USUAL_CONSULTED } from './consulted.ts'
import { idleMinutes } from './idle.ts'
import { objectionLimits, USUAL_LIMITS } from './objection-limits.ts'
import { malwareScan, organs, training, usualNotice } from './organs.ts'
import { dueReminders, USUAL_REMINDERS } from './reminders.ts'
import { resultOwners, USUAL_OWNERS } from './result-owners.ts'
import { retention, USUAL_TERMS } from './retention.ts'
import { secondFactor } from './second-factor.ts'
import { webhook, webhookOnLaptop } from './webhook.ts'

const listed = z
  .string()
  .check(z.refine((key) => procedureAt(key) !== undefined, `没有这一版程序，现有${procedures.map(keyOf).join('、')}`))

/** All that the cloud has there; a name that only begins alike is none of them. */
const IN_CHINA: ReadonlySet<string> = new Set(['cn-north-1', 'cn-northwest-1'])

const countyWith = <Webhook extends typeof webhook>(ownWebhook: Webhook) =>
  z
    .strictObject({
      name: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,20}$/)),
      organs,
      partition: z.enum(['aws', 'aws-cn']),
      region: z.string().check(z.regex(/^[a-z]{2,4}(-[a-z]+){1,3}-\d{1,2}$/)),
      /** Any OIDC issuer with a public discovery document. */
      issuer: z.url(),
      clientId: z.string(),
      audience: z.string(),
      /** What a login has to have been by, where the county demands a second factor of it. */
      secondFactor: z.optional(secondFactor),
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
      notice: usualNotice,
      barredYears,
      /** Whom it consults before it names units; left out, the usual six. */
      consulted: z._default(consulted, USUAL_CONSULTED),
      /** Who enters which external results; what a county leaves out is the office's. */
      resultOwners: z._default(resultOwners, USUAL_OWNERS),
      /** Whether what is kept is encrypted by a key of the county's own, which it can take away, instead of one of AWS's. */
      ownKey: z._default(z.boolean(), false),
      rootDigest,
      /** What a county leaves out is as usual. */
      objections: z._default(objectionLimits, USUAL_LIMITS),
      /** What a county leaves out is as usual. */
      retention: z._default(retention, USUAL_TERMS),
      /** What a county leaves out is as usual. */
      reminders: z._default(dueReminders, USUAL_REMINDERS),
      webhook: ownWebhook,
      atOnce,
      idleMinutes,
      /** Every upload waits for the verdict of the county's own malware scanner 查毒; left out, none does. */
      malwareScan,
      /** Where alarms go. */
      alarmEmail: z.email(),
      /** Nothing in it is real, and every page says so. */
      training,
    })
    .check(
      // Data of real units and people stays in China.
      z.refine(({ region, training }) => IN_CHINA.has(region) || training === true, {
        path: ['region'],
        error:
          '不在中国境内：真实数据只能放在cn-north-1或cn-northwest-1；只作培训的，加上一行"training": true，每个页面都会注明',
      }),
    )
export const county = countyWith(webhook)
/** As a laptop reads it: its messages may go to this machine. */
export const countyOnLaptop = countyWith(webhookOnLaptop)
export type County = z.infer<typeof county>
