/** The pattern batch as it lies on the disk once it is over: what its county has and the same county before it had not. */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Commit } from '#ledger/ledger.ts'
import { BucketOnDisk, type StoredObject } from '#local-cloud/s3/s3-store.ts'
import { unitStream } from '#roster/unit.ts'
import { ledgerOnDisk } from '../../packages/cli/rehearsal/read-disk.ts'
import { NAMED } from './past-batch.ts'

export type Text = { readonly bucket: string; readonly object: StoredObject; readonly text: string }
export type Pattern = {
  /** What the batch has brought, by stream. */
  readonly streams: ReadonlyMap<string, readonly Commit[]>
  /** The units that it has named. */
  readonly units: ReadonlyMap<string, readonly Commit[]>
  /** Long texts and public pages. Files of units are left out: nothing asks for the bytes of a batch that is over. */
  readonly texts: readonly Text[]
}

const isOf =
  (...prefixes: readonly string[]) =>
  (name: string): boolean =>
    prefixes.some((prefix) => name.startsWith(prefix))

/** @param before the data folder of the county without the batch, `after` with it; both are down */
export async function readPattern(before: string, after: string): Promise<Pattern> {
  const [old, now] = [await ledgerOnDisk(before), await ledgerOnDisk(after)]
  const known = new Set((await Array.fromAsync(old.streams())).map(({ stream }) => stream))
  const [streams, units] = [new Map<string, readonly Commit[]>(), new Map<string, readonly Commit[]>()]
  for await (const { stream } of now.streams())
    if (!known.has(stream)) streams.set(stream, (await now.read(stream)).commits)
  for (const stream of NAMED.map(unitStream)) units.set(stream, (await now.read(stream)).commits)
  const texts: Text[] = []
  for (const bucket of readdirSync(join(after, 'buckets')).filter((name) => /-(contents|site)/.test(name))) {
    const opened = await BucketOnDisk.open(join(after, 'buckets', bucket))
    for (const { key } of opened
      .all()
      .filter((one) => !isOf('attachments/', 'public/index', 'public/register')(one.key))) {
      const found = await opened.open(key)
      if (!found) continue
      texts.push({ bucket, object: found.object, text: await found.bytes.readFile('utf8') })
      await found.bytes.close()
    }
  }
  return { streams, units, texts }
}

/** Ids that no two batches share: of files, and of objections. */
export const ownIds = ({ streams }: Pattern): ReadonlySet<string> =>
  new Set([...streams.keys()].filter(isOf('evidence/', 'objection/')).map((stream) => stream.split('/').at(-1) ?? ''))
