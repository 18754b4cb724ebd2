import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SFNClient } from '@aws-sdk/client-sfn'
import { describe, expect, it } from 'vitest'
import { bucketEndpoint, regionalEndpoint } from '../../infra/bundle/regional-endpoints.ts'

const REGIONS = ['cn-north-1', 'cn-northwest-1', 'us-east-1', 'eu-central-1', 'ap-east-1']
const ENDPOINTS = [undefined, 'http://127.0.0.1:3000', 'http://localhost:4566', 'http://[::1]:4566']
const ALWAYS = { UseFIPS: false, UseDualStack: false }
const written = ({ url, properties, headers }: { url: URL; properties?: object; headers?: object }) => ({
  ...{ url: url.href, properties, headers },
})

describe.each(REGIONS)('in %s the address is the one of AWS’s own rules', (Region) => {
  it.each(ENDPOINTS)('of tables and machines, told %s', (Endpoint) => {
    const asked = { Region, ...(Endpoint && { Endpoint }) }
    const ddb = new DynamoDBClient({ region: Region }).config.endpointProvider({ ...ALWAYS, ...asked })
    const sfn = new SFNClient({ region: Region }).config.endpointProvider({ ...ALWAYS, ...asked })
    expect(written(regionalEndpoint('dynamodb')(asked))).toEqual(written(ddb))
    expect(written(regionalEndpoint('states')(asked))).toEqual(written(sfn))
  })

  it.each(
    ENDPOINTS.flatMap((Endpoint) =>
      ['sixian-evidence-123456789012', 'a.bucket.with-dots'].flatMap((Bucket) =>
        [false, true].map((ForcePathStyle) => [Bucket, Endpoint, ForcePathStyle] as const),
      ),
    ),
  )('of %s, told %s, path style %s', (Bucket, Endpoint, ForcePathStyle) => {
    const asked = { Region, Bucket, ForcePathStyle, ...(Endpoint && { Endpoint }) }
    const theirs = new S3Client({ region: Region }).config.endpointProvider({
      ...ALWAYS,
      ...{ Accelerate: false, UseGlobalEndpoint: false, DisableMultiRegionAccessPoints: false },
      ...asked,
    })
    expect(written(bucketEndpoint(asked))).toEqual(written(theirs))
  })
})
