/** `shifan verify --county` from a process of its own, as whoever runs it: it finds nothing, then what somebody changed. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { GetObjectCommand, ListBucketsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { root } from '../../packages/cli/laptop/laptop.ts'
import { type Asking, owner } from './ask-engine.ts'
import type { Engine } from './start-engine.ts'

const PAGES_SETTLED_MS = 125_000
const PAGE = 'public/register.html'

type Said = { readonly code: number | null; readonly said: string }

function verified({ env }: Engine, county: string, ...more: string[]): Said {
  const args = [join(root, 'packages/cli/shifan.ts'), 'verify', '--county', county, ...more]
  const { status, stdout, stderr } = spawnSync('node', args, { encoding: 'utf8', env: { ...process.env, ...env } })
  return { code: status, said: `${stdout}${stderr}` }
}

/** @throws Error where it finds what nobody changed, or does not find what somebody did; what it counted otherwise */
export async function verifyDeployment({ engine, county: { name } }: Asking): Promise<string> {
  // Pages that may still be on their way are not compared.
  await sleep(PAGES_SETTLED_MS)
  const whole = verified(engine, name, '--persons')
  if (whole.code !== 0 || whole.said.includes('没有核对'))
    throw new Error(`verifying a county as it was written: ${whole.said}`)
  const client = new S3Client({ ...owner(engine), forcePathStyle: true })
  const { Buckets = [] } = await client.send(new ListBucketsCommand({}))
  const Bucket = Buckets.find((one) => one.Name?.startsWith(`${name}-storage-site`))?.Name
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: PAGE }))
  const page = (await Body?.transformToString()) ?? ''
  await client.send(new PutObjectCommand({ Bucket, Key: PAGE, Body: `${page}<p>另一单位</p>` }))
  const changed = verified(engine, name)
  await client.send(new PutObjectCommand({ Bucket, Key: PAGE, Body: page }))
  if (changed.code !== 1 || !changed.said.includes(`✗ ${PAGE}`))
    throw new Error(`verifying a county of which a page was changed: ${changed.said}`)
  return whole.said.trim()
}
