/** What somebody is called by the county's issuer: one word of letters and digits, by its shape. */

import { tidyLine } from '#typed/line.ts'
import { isBuiltIn } from '#typed/unseen.ts'

export const tidyLogin = (typed: string): string => tidyLine(typed).normalize('NFKC')

/** wang.wei, clerk-dazhuang, 34220117; a mailbox as well. */
const LOGIN =
  /^(?=.*[A-Za-z]|\d{3,})[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?:#EXT#(?=@))?(?:@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)?$/
/** As an issuer makes one at random; its last sign may be any. */
const MADE = /^(?=.*\d)[A-Za-z0-9_-]{20,}$|^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/]{40,}={0,2}$/
/** Of a domain SIXIAN\wangwei, or of one issuer among several auth0|5f7c, adfs|SIXIAN|wangwei; wangwei|liming are two. */
const PREFIX =
  /^(?:[A-Za-z][A-Za-z0-9.-]*\\|f:[0-9a-f-]{36}:|(?:auth0|adfs|ad|waad|ldap|saml|samlp|oidc|oauth|oauth2|google-oauth2|windowslive|azuread|github|cas|sms|email|wechat|weixin|wecom|dingtalk|feishu|custom|okta|keycloak|apple|facebook|linkedin|google-apps|pingfederate)\|(?:[A-Za-z][A-Za-z0-9-]*[|\\])?)(?=.)/
/** As Excel shows a long number; its last digits are lost. */
const SCIENTIFIC = /^\d(?:\.\d+)?E[+-]?\d+$/i
/** What stands for none where the letters are Latin. */
const NONE = /^(?:null|none|nan|na|n-a|nil|undefined|tbd|tba|test|x{2,}|login|account|user|username)$/i
const SHORTEST = 2
const LONGEST = 64
const MARK = /[^A-Za-z0-9._-]/u

/** Why it is no login. @param login as it is kept */
export function whyNoLogin(login: string): string | undefined {
  const no = (said: string) => `“${login.slice(0, LONGEST)}”${said}`
  if (SCIENTIFIC.test(login))
    return no('是Excel把一长串数字记成的科学记数，末几位已经丢失；请把这一列设为文本后重新填写')
  const own = login.replace(PREFIX, '')
  if (NONE.test(own) || isBuiltIn(login) || !/[\p{L}\p{N}]/u.test(login))
    return no('不是登录账号；请填写统一身份认证的账号，没有的留空')
  if (/[\p{Script=Han}]/u.test(login)) return no('中有汉字，不是登录账号；请填写账号本身，如wang.wei，没有的留空')
  if (login.length < SHORTEST || login.length > LONGEST)
    return no(`有${login.length}个字符，登录账号为${SHORTEST}至${LONGEST}个字符；请核对，没有的留空`)
  if (LOGIN.test(own) || MADE.test(own)) return undefined
  const [mark] = MARK.exec(own.replace('@', '')) ?? []
  return mark
    ? no(`中有${mark === ' ' ? '空格' : `“${mark}”`}，不是一个登录账号；请只填一个账号，不写密码和说明`)
    : no('不是登录账号；账号由字母、数字和“.”“_”“-”组成，请核对，没有的留空')
}
/** Two logins of which one is the other, with capitals elsewhere: 00Ab is not 00ab, and hardly anybody means both. */
export const loginKey = (login: string): string => login.toLowerCase()
