import type { IncomingMessage } from 'node:http'
import { z } from 'zod/mini'

const Strings = z._default(z.array(z.string()), [])
export const CorsConfiguration = z.object({
  AllowOrigins: Strings,
  AllowMethods: Strings,
  AllowHeaders: Strings,
  ExposeHeaders: Strings,
  AllowCredentials: z._default(z.boolean(), false),
  MaxAge: z.optional(z.number()),
})

/** The headers API Gateway adds for an allowed origin; undefined where none are. */
export function corsHeaders(
  cors: z.infer<typeof CorsConfiguration> | undefined,
  { headers, method }: IncomingMessage,
): Record<string, string> | undefined {
  const { origin } = headers
  if (!cors || !origin || !(cors.AllowOrigins.includes('*') || cors.AllowOrigins.includes(origin))) return undefined
  const always = {
    'access-control-allow-origin': cors.AllowOrigins.includes('*') ? '*' : origin,
    ...(cors.AllowCredentials ? { 'access-control-allow-credentials': 'true' } : {}),
    ...(cors.ExposeHeaders.length ? { 'access-control-expose-headers': cors.ExposeHeaders.join(',') } : {}),
  }
  if (method !== 'OPTIONS') return always
  return {
    ...always,
    'access-control-allow-methods': cors.AllowMethods.join(','),
    'access-control-allow-headers': cors.AllowHeaders.join(','),
    ...(cors.MaxAge === undefined ? {} : { 'access-control-max-age': String(cors.MaxAge) }),
  }
}
