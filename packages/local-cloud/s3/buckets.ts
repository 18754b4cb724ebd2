import { z } from 'zod/mini'
import type { Template } from '#local-cloud/assembly/template.ts'
import { corsRulesOf } from './s3-cors.ts'

const Notifications = z.optional(
  z.object({ EventBridgeConfiguration: z.optional(z.object({ EventBridgeEnabled: z.optional(z.boolean()) })) }),
)
const Bucket = z.object({ CorsConfiguration: z.optional(z.unknown()), NotificationConfiguration: Notifications })
const Custom = z.object({ BucketName: z.string(), NotificationConfiguration: Notifications })

export type DeclaredBucket = {
  name: string
  arn: string
  cors: ReturnType<typeof corsRulesOf>
  tellsEventBridge: boolean
}

/** The buckets of the templates, and which of them send their events to EventBridge: by a property, or by CDK's own resource. */
export function readBuckets(template: Template): DeclaredBucket[] {
  const told = template
    .all('Custom::S3BucketNotifications', Custom)
    .flatMap(({ properties }) =>
      properties.NotificationConfiguration?.EventBridgeConfiguration ? [properties.BucketName] : [],
    )
  return template.all('AWS::S3::Bucket', Bucket).map((bucket) => {
    const { CorsConfiguration, NotificationConfiguration } = bucket.properties
    const declared = NotificationConfiguration?.EventBridgeConfiguration
    return {
      name: bucket.name,
      arn: template.arn(bucket),
      cors: corsRulesOf(CorsConfiguration),
      tellsEventBridge: told.includes(bucket.name) || (declared !== undefined && declared.EventBridgeEnabled !== false),
    }
  })
}
