/** What lies in the data folder of a county that is down: everything, without anybody's right to read it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod/mini'
import { instantOf } from '#calendar/instant.ts'
import { Sentence } from '#typed/sentence.ts'
import type { Finding } from '#verify/finding.ts'
import type { Records } from '#verify/verify-county.ts'
import type { StandingPages } from '#verify/verify-pages.ts'
import { bucketOnDisk } from './bucket-on-disk.ts'
import { isRow } from './rows-of-table.ts'
import { tablesOnDisk } from './tables-on-disk.ts'
import { wrongFiles } from './wrong-files.ts'

export type OnDisk = {
  readonly records: Records
  readonly pages: StandingPages
  readonly findings: readonly Finding[]
}

/** @throws Sentence when there is no county in it, StoreDamaged when it cannot be read */
export async function recordsOnDisk(data: string): Promise<OnDisk> {
  if (!existsSync(join(data, 'tables')))
    throw new Sentence(`${data}中没有示范的数据（没有tables文件夹）；请用--data指明数据文件夹。`)
  const tables = await tablesOnDisk(data)
  const [contents, evidence, roots, site] = ['contents', 'evidence', 'roots', 'site'].map((part) =>
    bucketOnDisk(data, part),
  )
  if (!contents || !evidence || !roots || !site) throw new Error('a bucket was forgotten')
  const records: Records = {
    ledger: tables('ledger'),
    rows: tables('views').filter(isRow),
    persons: tables('persons'),
    lagging: lagging(data),
    roots: roots.keys.map((name) => ({ name, text: roots.text(name) ?? '' })),
    until: untilOf(data),
    texts: contents.keys,
    bodies: {
      text: async (sha256) => contents.text(sha256),
      file: (key) => evidence.body(key),
      attachment: (object) => contents.body(`attachments/${object}`),
    },
  }
  const pages = { names: site.keys, late: records.lagging, text: async (name: string) => site.text(name) }
  const inBuckets = [contents, evidence, roots, site].flatMap(({ findings }) => findings)
  return { records, pages, findings: [...wrongFiles(data), ...inBuckets] }
}

/** The virtual instant; what cannot be read as one is a finding of its own. */
function untilOf(data: string): string | undefined {
  const file = join(data, 'instant')
  const instant = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN
  return Number.isNaN(new Date(instant).getTime()) ? undefined : instantOf(instant)
}

const told = z.tuple([z.string(), z.object({ key: z.object({ stream: z.object({ S: z.string() }) }) })])
/** Streams of which something was still to be told when the county went down; of a line that cannot be read, none. */
function lagging(data: string): ReadonlySet<string> {
  const file = join(data, 'undelivered')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return new Set(
    lines.flatMap((line) => {
      const { data: change } = told.safeParse(jsonOf(line))
      return change ? [change[1].key.stream.S] : []
    }),
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
