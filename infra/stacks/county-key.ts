import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'

/**
 * A county's own key: for its tables, buckets, logs and the topic of its alarms, turned over each year by KMS. Roles are
 * let in by their own policies, through the service that they ask alone (access.ts); what stands here is for services.
 */
export function countyKey(scope: Stack): Key {
  const key = new Key(scope, 'key', {
    description: `${scope.stackName}: whatever the county keeps`,
    enableKeyRotation: true,
    // Without it nothing can be read any more.
    removalPolicy: RemovalPolicy.RETAIN,
  })
  const { partition, region, account } = scope
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'LogsOfThisAccount',
      principals: [new ServicePrincipal(`logs.${region}.${scope.urlSuffix}`)],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: {
        ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
      },
    }),
  )
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  )
  return key
}
