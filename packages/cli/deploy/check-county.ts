import { z } from 'zod/mini'
import type { County } from '#county/county.ts'
import { Sentence } from '#typed/sentence.ts'

/** @throws Sentence naming everything in the county's file that cannot be deployed */
export function checkCounty({ name, partition, region, issuer, siteOrigin, alarmEmail }: County): void {
  const inChina = region.startsWith('cn-')
  const example = /\.example(?:[:/]|$)/
  const wrong = [
    inChina === (partition === 'aws-cn') ? [] : [`region“${region}”不在partition“${partition}”里`],
    issuer.startsWith('https://') ? [] : [`issuer“${issuer}”不是https`],
    siteOrigin.startsWith('https://') ? [] : [`siteOrigin“${siteOrigin}”不是https`],
    new URL(siteOrigin).origin === siteOrigin ? [] : [`siteOrigin“${siteOrigin}”只写到域名为止，末尾不要斜杠`],
    ...[issuer, siteOrigin, alarmEmail].map((one) => (example.test(one) ? [`“${one}”还是示例`] : [])),
  ].flat()
  if (wrong.length > 0)
    throw new Sentence(`counties/${name}.json还不能部署：${wrong.join('；')}。改法见README.zh-CN.md“部署一个县”。`)
}

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.string() })

/** API Gateway looks there while it deploys, and fails with less of a reason. @throws Sentence */
export async function checkIssuer({ name, issuer }: Pick<County, 'name' | 'issuer'>): Promise<void> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const said = await fetch(address, { signal: AbortSignal.timeout(15_000) })
    .then(async (response) => Discovery.parse(await response.json()))
    .catch((error: unknown) => {
      throw new Sentence(
        `从${address}无法读取身份认证的说明（${error instanceof Error ? error.message : error}）；请核对counties/${name}.json的issuer，它要能从公网访问。`,
      )
    })
  if (said.issuer !== issuer)
    throw new Sentence(`${address}自称“${said.issuer}”，counties/${name}.json写的是“${issuer}”；两者须完全一致。`)
}
