/** Where reminders go for SMS, mail or 政务微信: one address of the county's own, as its file has it. */
import { z } from 'zod/mini'

/** On this machine, for trying it out. */
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost'])
/** A public name: no number, and nothing that means a place inside the cloud's own network. */
const PUBLIC = /^(?!.*\.(?:internal|local|localhost)$)(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z](?:[a-z\d-]*[a-z\d])$/

/** Words, a version or a short number: what somebody has named. Whatever was drawn at random is no such thing. */
const WORD =
  /^(?:[a-z]{1,24}|(?:[a-z]{1,16})?(?:[A-Z]{1,8}[a-z]{0,16}){0,3})\d{0,2}$|^[A-Za-z]{1,5}\d{1,2}[A-Za-z]{1,4}$|^[a-z]{1,4}\d{6}$/
/** A version, a year, the code of a county. */
const NUMBER = /^\d{1,6}$/
const [MOST_WORDS, MOST_NUMBERS] = [12, 2]
const isNamed = (path: string): boolean => {
  const parts = path.split(/[/._-]/).filter((one) => one !== '')
  const words = parts.filter((one) => !NUMBER.test(one))
  return (
    words.length <= MOST_WORDS && parts.length - words.length <= MOST_NUMBERS && words.every((one) => WORD.test(one))
  )
}

type Where = 'in the cloud' | 'on a laptop'
function whyNotAddress(text: string, where: Where): string | undefined {
  const url = URL.parse(text)
  if (!url) return '应是一个完整的网址，如“https://xiaoxi.sixian.example/shifan”'
  // The address stands in the county's file, in the template and among the function's variables, for many to read.
  if (url.username || url.password || url.search || url.hash)
    return '网址里不能有用户名、密码、“?”后面的参数和“#”；口令、密钥不写进县文件，放在Secrets Manager中，secret写它的名称'
  // What /../ leaves out of the address is in the file all the same.
  const path = text.trim().replace(/^[a-z]+:\/\/[^/]*/i, '') || '/'
  if (path !== url.pathname || !isNamed(path))
    return '网址的路径只能由单词和不超过六位的数字组成，如“/api/v1/messages”；路径中带有口令、密钥或者令牌的，请由本县的消息平台转送，口令不写进县文件'
  if (url.protocol === 'http:' && LOOPBACK.has(url.hostname))
    return where === 'on a laptop'
      ? undefined
      : 'http://127.0.0.1只能在一台电脑上试用，部署的县文件应写https://开头的域名'
  if (url.protocol !== 'https:') return '应以https://开头；内容里有手机号码，不能明文传送'
  return PUBLIC.test(url.hostname) ? undefined : '应是一个域名，不能是IP地址或者内部名称'
}

const address = (where: Where) =>
  z.string().check(
    z.maxLength(500),
    z.refine((text) => whyNotAddress(text, where) === undefined, {
      error: ({ input }) => whyNotAddress(String(input), where) ?? '',
    }),
  )

const webhookOf = (where: Where) =>
  z.optional(
    z.strictObject({
      url: address(where),
      /** The name, in Secrets Manager, of what messages are signed with; never the secret itself. */
      secret: z.string().check(z.regex(/^[A-Za-z\d_+=.@-]{1,100}$/, '应是密钥在Secrets Manager中的名称')),
    }),
  )
export const webhook = webhookOf('in the cloud')
/** The same where it may be this machine. */
export const webhookOnLaptop = webhookOf('on a laptop')
