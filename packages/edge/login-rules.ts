/**
 * What our code asks of a token after API Gateway. The gateway judges the signature (RSA alone, by the issuer's keys),
 * issuer, audience, `exp`, `nbf` and `iat`, each of them where it is there; it asks for no claim to be there.
 */
import { z } from 'zod/mini'
import { type SecondFactor, secondFactor } from '#county/second-factor.ts'
import { Refused } from '#ledger/refused.ts'
import { NotSignedIn } from './errors.ts'
import type { HttpRequest } from './http-request.ts'

export type LoginRules = { readonly secondFactor?: SecondFactor | undefined }

const env = z.object({ SECOND_FACTOR: z.optional(z.string()) })

/** @param variables of the function; SECOND_FACTOR, as JSON, where the county demands one */
export function loginRulesIn(variables: unknown): LoginRules {
  const { SECOND_FACTOR } = env.parse(variables)
  return SECOND_FACTOR ? { secondFactor: secondFactor.parse(JSON.parse(SECOND_FACTOR)) } : {}
}

/** Seconds, as digits: the gateway hands every claim on as text. */
const instant = z.string().check(z.regex(/^\d{9,11}(\.\d+)?$|^\d\.\d+E9$/))
const claims = z.object({ exp: instant, acr: z.optional(z.string()), amr: z._default(z.string(), '') })

/**
 * @throws NotSignedIn for a login that would never end; Refused for one by a single factor where the county demands two
 */
export function mustBeGoodLogin({ claims: sent, login }: HttpRequest, rules: LoginRules): void {
  if (!login) throw new NotSignedIn()
  const known = claims.safeParse(sent)
  if (!known.success) throw new NotSignedIn('登录凭据没有写明有效期，不能使用；请重新登录，仍不行的请联系系统管理员。')
  if (!rules.secondFactor) return
  const { acr, amr } = known.data
  // A list comes as `[pwd otp]`.
  const methods = amr.replace(/^\[|\]$/g, '').split(/[\s,]+/)
  const isStrong =
    rules.secondFactor.acr.some((one) => one === acr) || rules.secondFactor.amr.some((one) => methods.includes(one))
  if (!isStrong)
    throw new Refused(
      'forbidden',
      '本县要求双因素认证，您这次登录只用了一种方式；请退出后重新登录，并按登录页面的提示完成第二种验证。',
    )
}
