import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { County } from '#county/county.ts'
import { s3Client } from '#edge/s3-client.ts'
import { loginStream } from '#roster/login.ts'
import type { OnDisk } from '../records-on-disk.ts'
import { recordsDeployed } from './records-deployed.ts'

type Asked = { readonly profile?: string | undefined; readonly persons: boolean }

/** A deployed county's record as whoever is logged in to the cloud may read it. @throws Sentence where they may not */
export async function keptByDeployment(
  { name, region, issuer, administratorLogin }: Pick<County, 'name' | 'region' | 'issuer' | 'administratorLogin'>,
  { profile, persons }: Asked,
): Promise<OnDisk & { readonly where: string; readonly left: readonly string[] }> {
  const as = { region, ...(profile !== undefined && { profile }) }
  const kept = await recordsDeployed({
    ...{ dynamo: new DynamoDBClient(as), s3: s3Client(as), county: name, persons },
    now: new Date().toISOString(),
  })
  const left = persons ? [] : ['个人信息没有核对：加--persons才读取（另需表persons的dynamodb:Scan权限）。']
  const records = { ...kept.records, standIn: loginStream(issuer, administratorLogin) }
  return { ...kept, records, where: `已部署的县${name}（${region}）`, left }
}
