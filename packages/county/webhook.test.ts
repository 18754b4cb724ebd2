import { describe, expect, it } from 'vitest'
import { webhook, webhookOnLaptop } from './webhook.ts'

const said = (url: string, as = webhook) => as.safeParse({ url, secret: 'sixian-reminders' }).error?.issues[0]?.message
const NO_SECRET =
  '网址里不能有用户名、密码、“?”后面的参数和“#”；口令、密钥不写进县文件，放在Secrets Manager中，secret写它的名称'

const NO_TOKEN =
  '网址的路径只能由单词和不超过六位的数字组成，如“/api/v1/messages”；路径中带有口令、密钥或者令牌的，请由本县的消息平台转送，口令不写进县文件'

describe('the address of a county’s messages', () => {
  it.each([
    'https://xiaoxi.sixian.gov.cn/shifan',
    'https://sms.example:8443/a/b',
    'https://sms.example',
    'https://sms.example/',
    'https://sms.example/api/v1/messages',
    'https://sms.example/open-apis/bot/v2/hook/',
    'https://sms.example/cgi-bin/webhook/send.do',
    'https://sms.example/SmsGateway/SendMessage.aspx',
    'https://sms.example/1324/reminders',
    'https://sms.example/sms_push/shifan01',
    'https://sms.example/API/Notifications',
    'https://sms.example/sendSMS',
    'https://sms.example/SMSGateway/getUserInfo',
    'https://sms.example/341324/apiV2',
    'HTTPS://SMS.example/shifan',
    'https://sms.example/sms4j/i18n/sx341324',
    'https://sms.example/governmentservicecenter',
  ])('may be %s', (url) => expect(said(url)).toBeUndefined())
  it.each([
    '/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
    '/open-apis/bot/v2/hook/2f1c7a52-9d0e-4b39-8f3c-6a2d1b7e9f10',
    '/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/sendMessage',
    '/hook/693a91f6',
    '/hook/deadbeefdeadbeefdeadbeefdeadbeef',
    '/hook/aGVsbG8gd29ybGQ',
    '/hook/QWxhZGRpbjpvcGVu==',
    '/hook/key=abc',
    '/hook;token=abc',
    '/hook/%61bc',
    '/hook/eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl',
    '/hook/abc@def',
    '/hook/13955571234',
    '/hook/1395/5571/2340',
    '/hook/sWkQpZrTbN',
    '/sWkQpZrTbN9/../hook',
    '/hook/./send',
    '/sWkQpZrTbN9\\..\\hook',
    '/hook/口令',
    '/a/b/c/d/e/f/g/h/i/j/k/l/m',
  ])('may have no path as %s, whose words nobody has chosen', (path) =>
    expect(said(`https://sms.example${path}`)).toBe(NO_TOKEN),
  )
  it.each([
    ['http://xiaoxi.sixian.gov.cn/', '应以https://开头；内容里有手机号码，不能明文传送'],
    ['ftp://xiaoxi.sixian.gov.cn/', '应以https://开头；内容里有手机号码，不能明文传送'],
    ['https://169.254.169.254/latest', '应是一个域名，不能是IP地址或者内部名称'],
    ['https://[::1]/', '应是一个域名，不能是IP地址或者内部名称'],
    ['https://2852039166/', '应是一个域名，不能是IP地址或者内部名称'],
    ['https://localhost/', '应是一个域名，不能是IP地址或者内部名称'],
    ['https://db.internal/', '应是一个域名，不能是IP地址或者内部名称'],
    ['https://user:secret@sms.example/', NO_SECRET],
    ['https://token@sms.example/', NO_SECRET],
    ['https://qyapi.weixin.example/send?key=693a91f6-7xxx', NO_SECRET],
    ['https://sms.example/?access_token=abc&b=c', NO_SECRET],
    ['https://sms.example/#secret', NO_SECRET],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1只能在一台电脑上试用，部署的县文件应写https://开头的域名'],
    ['http://localhost:8080/', 'http://127.0.0.1只能在一台电脑上试用，部署的县文件应写https://开头的域名'],
    ['sms.example', '应是一个完整的网址，如“https://xiaoxi.sixian.example/shifan”'],
  ])('may not be %s', (url, why) => expect(said(url)).toBe(why))
  it('may be this machine on a laptop, and nothing more there', () => {
    for (const url of ['http://127.0.0.1:8080/', 'http://localhost:8080/hook', 'https://sms.example/'])
      expect(said(url, webhookOnLaptop)).toBeUndefined()
    expect(said('http://sms.example/', webhookOnLaptop)).toBe('应以https://开头；内容里有手机号码，不能明文传送')
    expect(said('http://127.0.0.1:8080/?key=1', webhookOnLaptop)).toBe(NO_SECRET)
  })
  it('has the name of a secret beside it, and nothing else', () => {
    expect(webhook.safeParse(undefined).success).toBe(true)
    for (const secret of ['', 'a/b', 'a b', '..\\x'])
      expect(webhook.safeParse({ url: 'https://sms.example/', secret }).success).toBe(false)
    expect(webhook.safeParse({ url: 'https://sms.example/', secret: 's', key: 'k' }).success).toBe(false)
  })
})
