/** The tables of a county that is down, read from a copy: opening a database writes into it. */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { z } from 'zod/mini'
import { StoreDamaged } from './store-damaged.ts'

export type Tables = (name: string) => readonly unknown[]

const REFUSED = '请换回备份，或换一个数据文件夹（--data）；不要在损坏的文件夹上继续办理。'
const answered = z.array(z.tuple([z.string(), z.array(z.unknown())]))

/** @throws StoreDamaged when the database cannot be read */
export async function tablesOnDisk(data: string): Promise<Tables> {
  const folder = join(data, 'tables')
  // Without this file the database would quietly begin anew, beside all that it had.
  if (!existsSync(join(folder, 'CURRENT')))
    throw new StoreDamaged(`${folder}中缺少数据库的文件CURRENT，数据库已损坏，无法读取；${REFUSED}`)
  const copy = mkdtempSync(join(tmpdir(), 'shifan-tables-'))
  try {
    const before = lyingIn(folder)
    cpSync(folder, copy, { recursive: true })
    if (lyingIn(folder) !== before)
      throw new StoreDamaged(`${data}正在被使用，现在核对不准；请先结束示范（按Ctrl-C），再核对。`)
    const read = new Map(answered.parse(await readTables(copy, folder)))
    return (name) => {
      const found = [...read.keys()].find((one) => one.includes(`storage-${name}`))
      const items = found === undefined ? undefined : read.get(found)
      if (!items) throw new StoreDamaged(`${folder}中没有表${name}，数据库已损坏；${REFUSED}`)
      return items.map(plain)
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** What lies there how large since when: a county that runs changes it all the time. */
const lyingIn = (folder: string): string =>
  readdirSync(folder)
    .map((name) => `${name} ${statSync(join(folder, name)).size} ${statSync(join(folder, name)).mtimeMs}`)
    .join('\n')

function readTables(copy: string, folder: string): Promise<unknown> {
  const damaged = new StoreDamaged(`${folder}中的数据库已损坏，无法读取；${REFUSED}`)
  const worker = new Worker(new URL('./table-reader.ts', import.meta.url), { workerData: copy, stderr: true })
  return new Promise<unknown>((done, failed) => {
    worker.on('message', done)
    worker.on('error', () => failed(damaged))
    worker.on('exit', () => failed(damaged))
  }).finally(() => worker.terminate())
}

const attributes = z.record(
  z.string(),
  z.custom<AttributeValue>((value) => typeof value === 'object' && value !== null),
)

/** An item as our code sees it; an attribute that is none of DynamoDB's is left out, so that its field is found lacking. */
function plain(item: unknown): unknown {
  const { data } = attributes.safeParse(item)
  return data && Object.fromEntries(Object.entries(data).map(([name, value]) => [name, plainValue(value)]))
}

function plainValue(value: AttributeValue): unknown {
  try {
    return unmarshall({ value }).value
  } catch {
    return undefined
  }
}
