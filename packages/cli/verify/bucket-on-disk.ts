/** A bucket of a county that is down, read without changing it: the laptop itself tidies up whatever it opens. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod/mini'
import { type Body, bodyOf } from '#evidence/body.ts'
import type { Finding } from '#verify/finding.ts'
import { StoreDamaged } from './store-damaged.ts'

const entry = z.object({ key: z.string(), file: z.string().check(z.regex(/^[\w-]+$/)) })

export type Bucket = {
  readonly keys: readonly string[]
  /** Entries that cannot be read or lie under another one's name. */
  readonly findings: readonly Finding[]
  text(key: string): string | undefined
  body(key: string): Promise<Body | undefined>
}

/** @param part of the bucket's name, `evidence` @throws StoreDamaged where there is none */
export function bucketOnDisk(data: string, part: string): Bucket {
  const buckets = join(data, 'buckets')
  const name = existsSync(buckets) ? readdirSync(buckets).find((one) => one.includes(`-storage-${part}`)) : undefined
  if (name === undefined || !existsSync(join(buckets, name, 'objects')))
    throw new StoreDamaged(`${buckets}中没有存储桶${part}，数据已损坏；请换回备份，或换一个数据文件夹（--data）。`)
  const folder = join(buckets, name)
  const files = new Map<string, string>()
  const findings: Finding[] = []
  for (const file of readdirSync(join(folder, 'objects')).filter((one) => one.endsWith('.json'))) {
    const read = entry.safeParse(jsonOf(readFileSync(join(folder, 'objects', file), 'utf8')))
    if (read.success && file === `${createHash('sha256').update(read.data.key).digest('hex')}.json`)
      files.set(read.data.key, read.data.file)
    else findings.push(unreadable(part, join(folder, 'objects', file), read.error))
  }
  const path = (key: string) => {
    const file = files.get(key)
    const found = file === undefined ? undefined : join(folder, 'bodies', file)
    return found !== undefined && existsSync(found) ? found : undefined
  }
  return {
    keys: [...files.keys()],
    findings,
    text: (key) => {
      const found = path(key)
      return found === undefined ? undefined : readFileSync(found, 'utf8')
    },
    body: async (key) => {
      const found = path(key)
      return found === undefined ? undefined : bodyOf(createReadStream(found))
    },
  }
}

const unreadable = (part: string, path: string, error: z.core.$ZodError | undefined): Finding => {
  const field = error?.issues[0]?.path.join('.') || 'key'
  return {
    kind: 'store',
    field,
    sentence: `存储桶${part}的登记${path}无法读取，或与其名称不符（${field}），被改过或已损坏；请从备份恢复。`,
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
