import { z } from 'zod/mini'
import type { Template } from '#local-cloud/assembly/template.ts'
import { AwsError } from '#local-cloud/wire/aws-error.ts'
import { pattern } from './permissions.ts'

/** @throws AwsError AccessDeniedException when the bucket's own policy denies what a role allows */
export type DeniedByBucket = (
  who: string,
  action: string,
  resource: string,
  how: { headers: ReadonlySet<string> },
) => void

const Many = z.union([z.string(), z.array(z.string())])
const Statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: Many,
  Resource: Many,
  Condition: z._default(z.record(z.string(), z.record(z.string(), z.unknown())), {}),
})
const Policy = z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) })
const Running = z.object({ Role: z.optional(z.string()) })
/** The condition keys that say whether a header came, other than by its own name. */
const HEADER_OF: ReadonlyMap<string, string> = new Map([['RequestObjectTagKeys', 'x-amz-tagging']])
/** On AWS every call travels over a TLS that is new enough: these denials never speak here. */
const NULL = /^Null s3:(if-none-match|x-amz-[a-z-]+|RequestObjectTagKeys)$/
/** Denies everybody but this role. */
const BUT_ROLE = 'ArnNotEquals aws:PrincipalArn'
const NEVER = ['Bool aws:SecureTransport', 'NumericLessThan s3:TlsVersion']

/**
 * What bucket policies deny to everybody, or to everybody but one role. What they allow is for other services and says nothing to our functions.
 * @throws Error for a condition of a denial that it cannot judge
 */
export function bucketPolicies(template: Template): DeniedByBucket {
  const denials = template.all('AWS::S3::BucketPolicy', Policy).flatMap(({ id, properties }) =>
    properties.PolicyDocument.Statement.flatMap(({ Effect, Action, Resource, Condition }) => {
      if (Effect === 'Allow') return []
      const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
        Object.entries(keys).map(([key, value]) => ({ name: `${operator} ${key}`, value: String(value) })),
      )
      if (conditions.some(({ name }) => NEVER.includes(name))) return []
      const unknown = conditions.find(({ name }) => !NULL.test(name) && name !== BUT_ROLE)
      if (unknown) throw new Error(`${id} denies by the condition ${unknown.name}, which the local cloud cannot judge`)
      const asks = conditions.flatMap(({ name, value }) => {
        const [, key] = NULL.exec(name) ?? []
        return key === undefined ? [] : { header: HEADER_OF.get(key) ?? key, absent: value === 'true' }
      })
      const but = conditions.find(({ name }) => name === BUT_ROLE)?.value
      return [{ action: pattern([Action].flat(), 'i'), resource: pattern([Resource].flat(), ''), asks, but }]
    }),
  )
  const roles = new Map(
    template.all('AWS::Lambda::Function', Running).map(({ name, properties }) => [name, properties.Role] as const),
  )
  return (who, action, resource, { headers }) => {
    const denied = denials.some(
      (one) =>
        one.action.test(action) &&
        one.resource.test(resource) &&
        (one.but === undefined || roles.get(who) !== one.but) &&
        one.asks.every(({ header, absent }) => absent !== headers.has(header)),
    )
    if (denied)
      throw new AwsError(
        'AccessDeniedException',
        `User: ${who} is not authorized to perform: ${action} on resource: ${resource} with an explicit deny in a resource-based policy`,
      )
  }
}
