import type { IncomingHttpHeaders } from 'node:http'
import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod/mini'

export const JwtAuthorizer = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z._default(z.array(z.string()), ['$request.header.Authorization']),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
})
/** The claims as a function receives them, or which answer the caller gets. */
export type Authorized =
  | { claims: Record<string, string>; scopes: readonly string[] | null }
  | 'unauthorized'
  | 'forbidden'
export type Authorize = (headers: IncomingHttpHeaders, scopes: readonly string[]) => Promise<Authorized>

const Discovery = z.object({ jwks_uri: z.string() })

/** Judges a bearer token as the HTTP API's JWT authorizer does: signature by the issuer's published keys, issuer, audience, real time. */
export function jwtAuthorizer({ IdentitySource, JwtConfiguration }: z.infer<typeof JwtAuthorizer>): Authorize {
  const { Issuer: issuer, Audience } = JwtConfiguration
  const header = IdentitySource[0]?.replace('$request.header.', '').toLowerCase() ?? 'authorization'
  let keys: JWTVerifyGetKey | undefined
  const published = async () => {
    const found = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
    return createRemoteJWKSet(new URL(Discovery.parse(await found.json()).jwks_uri))
  }
  return async (headers, scopes) => {
    const given = headers[header]
    const token = typeof given === 'string' ? given.replace(/^Bearer /i, '') : ''
    if (!token) return 'unauthorized'
    try {
      keys ??= await published()
      const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256', 'RS384', 'RS512'] })
      // Issued after now, which jose does not look at.
      if (payload.iat !== undefined && payload.iat > Date.now() / 1000) return 'unauthorized'
      const audiences = [payload.aud ?? String(payload.client_id ?? '')].flat()
      if (!audiences.some((audience) => Audience.includes(audience))) return 'unauthorized'
      const held = scopesOf(payload)
      if (scopes.length > 0 && !scopes.some((scope) => held.includes(scope))) return 'forbidden'
      return { claims: asStrings(payload), scopes: scopes.length > 0 ? held : null }
    } catch {
      return 'unauthorized'
    }
  }
}

const scopesOf = ({ scope, scp }: JWTPayload): string[] =>
  [scope ?? scp ?? []].flat().flatMap((one) => String(one).split(' '))

/** API Gateway hands every claim on as text, lists in square brackets. */
const asStrings = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? `[${value.join(' ')}]`
        : typeof value === 'object' && value !== null
          ? JSON.stringify(value)
          : String(value),
    ]),
  )
