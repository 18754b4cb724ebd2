import { z } from 'zod/mini'
import { S3Error } from './s3-error.ts'

const CorsRule = z.object({
  AllowedOrigins: z.array(z.string()),
  AllowedMethods: z.array(z.string()),
  AllowedHeaders: z._default(z.array(z.string()), []),
  ExposedHeaders: z._default(z.array(z.string()), []),
  MaxAge: z.optional(z.number()),
})
export type CorsRule = z.infer<typeof CorsRule>

const CorsConfiguration = z.object({ CorsRules: z.array(CorsRule) })

/** The rules of a bucket's `CorsConfiguration` as the template writes it; none where it has none. */
export const corsRulesOf = (configuration: unknown): CorsRule[] =>
  configuration === undefined ? [] : CorsConfiguration.parse(configuration).CorsRules

/**
 * The answer to a preflight: exactly what the first fitting rule of the bucket names.
 * @throws S3Error AccessForbidden when no rule allows origin, method and every header
 */
export function preflight(rules: readonly CorsRule[], headers: ReadonlyMap<string, string>): Record<string, string> {
  const origin = headers.get('origin')
  const method = headers.get('access-control-request-method')
  if (!origin || !method)
    throw new S3Error('AccessForbidden', 'A preflight names Origin and Access-Control-Request-Method.')
  const asked = (headers.get('access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
  const rule = fitting(rules, origin, method).find(({ AllowedHeaders }) =>
    asked.every((name) => matches(AllowedHeaders, name)),
  )
  if (!rule)
    throw new S3Error(
      'AccessForbidden',
      `This CORS request is not allowed: no rule of the bucket lets ${origin} send ${method} with ${asked.join(', ') || 'no headers'}.`,
    )
  return {
    ...allowOrigin(rule, origin),
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    ...(asked.length > 0 && { 'access-control-allow-headers': asked.join(', ') }),
    ...(rule.MaxAge !== undefined && { 'access-control-max-age': String(rule.MaxAge) }),
  }
}

/** What the browser may see of an answer; nothing for an origin that no rule names. */
export function corsHeaders(
  rules: readonly CorsRule[],
  method: string,
  headers: ReadonlyMap<string, string>,
): Record<string, string> {
  const origin = headers.get('origin')
  const [rule] = origin ? fitting(rules, origin, method) : []
  if (!origin || !rule) return {}
  return {
    ...allowOrigin(rule, origin),
    ...(rule.ExposedHeaders.length > 0 && { 'access-control-expose-headers': rule.ExposedHeaders.join(', ') }),
  }
}

const fitting = (rules: readonly CorsRule[], origin: string, method: string) =>
  rules.filter(
    ({ AllowedOrigins, AllowedMethods }) => matches(AllowedOrigins, origin) && AllowedMethods.includes(method),
  )

const allowOrigin = ({ AllowedOrigins }: CorsRule, origin: string): Record<string, string> =>
  AllowedOrigins.includes('*')
    ? { 'access-control-allow-origin': '*' }
    : {
        'access-control-allow-origin': origin,
        vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
      }

const matches = (patterns: readonly string[], value: string) =>
  patterns.some((pattern) => new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}$`, 'i').test(value))
