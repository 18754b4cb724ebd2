/** What somebody is called by the county's issuer: one word, of whatever script. */

import { tidyLine } from '#typed/line.ts'
import { isCellError, isPlaceholder } from '#typed/names.ts'

export const tidyLogin = (typed: string): string => tidyLine(typed).normalize('NFKC')

/** What stands in its place, and marks that part two of them or came with pasting. */
const LABELS = new Set('删除 账号 账户 帐号 帐户 用户名 登录名 登录账号 新账号'.split(' '))
const MARK = /[\s,;()"'<>?、。“”‘’《》\uFFFD]/u

/** Why it is no login. @param login as it is kept */
export function whyNoLogin(login: string): string | undefined {
  const no = (said: string) => `“${login}”${said}`
  if (isPlaceholder(login) || LABELS.has(login) || isCellError(login) || !/[\p{L}\p{N}]/u.test(login))
    return no('不是登录账号；请填写账号，没有的留空')
  const [mark] = MARK.exec(login) ?? []
  if (mark) return no(`中有${mark === ' ' ? '空格' : `“${mark}”`}，不是一个登录账号；请只填一个账号`)
  return undefined
}
/** Two logins of which one is the other, with capitals elsewhere: 00Ab is not 00ab, and hardly anybody means both. */
export const loginKey = (login: string): string => login.toLowerCase()
