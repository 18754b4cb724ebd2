/** Where reminders go for SMS, mail or 政务微信: one address of the county's own, as its file has it. */
import { z } from 'zod/mini'

/** On this machine, for trying it out. */
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost'])
/** A public name: no number, and nothing that means a place inside the cloud's own network. */
const PUBLIC = /^(?!.*\.(?:internal|local|localhost)$)(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z](?:[a-z\d-]*[a-z\d])$/

function whyNotAddress(text: string): string | undefined {
  const url = URL.parse(text)
  if (!url) return '应是一个完整的网址，如“https://xiaoxi.sixian.example/shifan”'
  if (url.username || url.password || url.hash) return '网址里不能有用户名、密码和“#”；密钥放在secret所指的地方'
  if (url.protocol === 'http:' && LOOPBACK.has(url.hostname)) return undefined
  if (url.protocol !== 'https:') return '应以https://开头；内容里有手机号码，不能明文传送'
  return PUBLIC.test(url.hostname) ? undefined : '应是一个域名，不能是IP地址或者内部名称'
}

const address = z.string().check(
  z.maxLength(500),
  z.refine((text) => whyNotAddress(text) === undefined, {
    error: ({ input }) => whyNotAddress(String(input)) ?? '',
  }),
)

export const webhook = z.optional(
  z.strictObject({
    url: address,
    /** The name, in Secrets Manager, of what messages are signed with; never the secret itself. */
    secret: z.string().check(z.regex(/^[A-Za-z\d_+=.@-]{1,100}$/, '应是密钥在Secrets Manager中的名称')),
  }),
)
export type Webhook = NonNullable<z.infer<typeof webhook>>
