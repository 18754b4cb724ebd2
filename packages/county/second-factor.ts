/** What a county demands of how somebody has logged in; whether there was a second factor only the issuer knows. */
import { z } from 'zod/mini'

const named = z._default(z.array(z.string().check(z.minLength(1))), [])

/** Values of the token's claims: one of `acr` or one of `amr` is enough (OpenID Connect Core, RFC 8176). */
export const secondFactor = z
  .strictObject({ acr: named, amr: named })
  .check(z.refine(({ acr, amr }) => acr.length + amr.length > 0, '至少写一个acr或amr的值，登录服务的说明里有'))
export type SecondFactor = z.infer<typeof secondFactor>
