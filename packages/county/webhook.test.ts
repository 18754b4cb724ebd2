import { describe, expect, it } from 'vitest'
import { webhook } from './webhook.ts'

const said = (url: string) => webhook.safeParse({ url, secret: 'sixian-reminders' }).error?.issues[0]?.message

describe('the address of a county’s messages', () => {
  it.each(['https://xiaoxi.sixian.gov.cn/shifan', 'https://sms.example:8443/a?b=c', 'http://127.0.0.1:8080/'])(
    'may be %s',
    (url) => expect(said(url)).toBeUndefined(),
  )
  it.each([
    ['http://xiaoxi.sixian.gov.cn/', '应以https://开头；内容里有手机号码，不能明文传送'],
    ['ftp://xiaoxi.sixian.gov.cn/', '应以https://开头；内容里有手机号码，不能明文传送'],
    ['https://169.254.169.254/latest', '应是一个域名，不能是IP地址或者内部名称'],
    ['https://[::1]/', '应是一个域名，不能是IP地址或者内部名称'],
    ['https://2852039166/', '应是一个域名，不能是IP地址或者内部名称'],
    ['https://localhost/', '应是一个域名，不能是IP地址或者内部名称'],
    ['https://db.internal/', '应是一个域名，不能是IP地址或者内部名称'],
    ['https://user:secret@sms.example/', '网址里不能有用户名、密码和“#”；密钥放在secret所指的地方'],
    ['sms.example', '应是一个完整的网址，如“https://xiaoxi.sixian.example/shifan”'],
  ])('may not be %s', (url, why) => expect(said(url)).toBe(why))
  it('has the name of a secret beside it, and nothing else', () => {
    expect(webhook.safeParse(undefined).success).toBe(true)
    for (const secret of ['', 'a/b', 'a b', '..\\x'])
      expect(webhook.safeParse({ url: 'https://sms.example/', secret }).success).toBe(false)
    expect(webhook.safeParse({ url: 'https://sms.example/', secret: 's', key: 'k' }).success).toBe(false)
  })
})
