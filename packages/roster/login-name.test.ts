import { expect, it } from 'vitest'
import { tidyLogin, whyNoLogin } from './login-name.ts'

const words = (...lines: readonly string[]): string[] => lines.flatMap((line) => line.split(' '))

it.each(
  words(
    'clerk-dazhuang acceptance-clerk admin wangwei wang.wei wang_wei Wang.Wei2 ww W2 zhang-san-2 20180001 00123 342 0071 a1 gs-zhangsan u_1 34220119900101123X zhangsan01',
    'ｃｌｅｒｋ－１ wangwei@sixian.gov.cn fzb@sixian.example 5f0c6f0a-3c1e-4b7e-9f55-1c2d3e4f5a6b 1390000x r001 DZZ001 x-1',
    'SIXIAN\\wangwei sixian\\wangwei auth0|5f7c2b google-oauth2|108234567890123456789 adfs|SIXIAN|wangwei samlp|sixian|wang.wei oidc|a_-1b2c3d4e5f6a7b8c9d0_ V1StGXR8_Z5jdHi6B-myT_',
    '6kZ5NtjqDzQlsDw0l2y5q7GkCPS4V5kVcPmJLfBd8mw= BM1DjB5G/LzAe0JhLdxUn8+YF3xqY3YZ1eVb0Q2R3tU= f:98df3a2e-1b2c-4d5e-8f90-a1b2c3d4e5f6:wangwei SIXIAN.LOCAL\\wangwei wangwei#EXT#@sixian.onmicrosoft.com',
  ),
)('%j is a login', (login) => expect(whyNoLogin(tidyLogin(login))).toBeUndefined())
it.each([
  ...words(
    '未开通 无 同上 待定 暂无 没有 待开通 未申请 停用 已停用 删除 王伟 王伟wangwei wangwei:123456 wangwei/123456 wangwei：123456 =B2 ="00123" 1.39E+10 1.39E10 3.42E+17 #N/A #REF! - -- / ？ ? 12 7 x null NULL none N/A test xxx',
    'wangwei、liming wangwei,liming wangwei;liming wangwei|liming wangwei（新） wangwei(旧) <wangwei> “wangwei” wang?wei wangwei+1 ·wangwei .wangwei wangwei. _ @ @sixian wangwei@ wangwei@sixian a@b@c.cn 密码123456 工号001 账号 手机号 见附件 同手机号 微信 SIXIAN\\null auth0|none SIXIAN\\ auth0| wangwei|liming2 wangwei/Passw0rd20180601 34220117/34220118/34220119 wangwei2018/liming2018aa user|pass1 wangwei_ urn:x wang*wei %wang',
  ),
  'wang wei',
  '账号 wangwei',
  'a'.repeat(65),
])('%j is none, and the sentence says why', (login) =>
  expect(whyNoLogin(tidyLogin(login))).toMatch(/^“.+”.+；(请|账号)/u),
)
it('says what is wrong with it', () => {
  expect(whyNoLogin('wangwei:123456')).toBe('“wangwei:123456”中有“:”，不是一个登录账号；请只填一个账号，不写密码和说明')
  expect(whyNoLogin('未开通')).toBe('“未开通”中有汉字，不是登录账号；请填写账号本身，如wang.wei，没有的留空')
})
