/** Secrets Manager by one signed request: the signer is that of the SDK's client at hand, so no client more is bundled. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { z } from 'zod/mini'

type Options = {
  readonly client: DynamoDBClient
  readonly region: string
  /** Elsewhere than AWS: on the laptop. */
  readonly endpoint: string | undefined
  readonly id: string
}
const WAITS_MS = 5000
const answered = z.object({ SecretString: z.string().check(z.minLength(1)) })

/** Asked anew each time: a secret that was changed holds from the next message on. */
export const readSecret =
  ({ client, region, endpoint, id }: Options) =>
  async (): Promise<string> => {
    const suffix = region.startsWith('cn-') ? '.cn' : ''
    const url = new URL(endpoint ?? `https://secretsmanager.${region}.amazonaws.com${suffix}`)
    const signer = await client.config.signer()
    const body = JSON.stringify({ SecretId: id })
    const { headers } = await signer.sign(
      {
        ...{ method: 'POST', protocol: url.protocol, hostname: url.hostname, path: '/', query: {}, body },
        headers: {
          host: url.host,
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'secretsmanager.GetSecretValue',
        },
      },
      { signingService: 'secretsmanager' },
    )
    const { host: _own, ...sent } = headers
    const signal = AbortSignal.timeout(WAITS_MS)
    const answer = await fetch(url, { method: 'POST', headers: sent, body, redirect: 'error', signal })
    if (!answer.ok) throw new Error(`Secrets Manager没有给出密钥“${id}”：答复${answer.status}`)
    return answered.parse(await answer.json()).SecretString
  }
