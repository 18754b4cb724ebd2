/** What a laptop's county keeps beside tables and buckets: whether it can be read, and is as the county left it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod/mini'
import { changedSinceLeft } from '#local-cloud/time/left-whole.ts'
import type { Finding } from '#verify/finding.ts'

type Reading = (text: string) => unknown
const number: Reading = (text) => z.coerce.number().parse(text.trim() === '' ? undefined : text)
const instant: Reading = (text) => z.date().parse(new Date(z.number().parse(number(text))))
const port: Reading = (text) =>
  z
    .string()
    .check(z.regex(/^\d+\s*$/))
    .parse(text)
const json: Reading = (text) => JSON.parse(text)
const secret: Reading = (text) =>
  z
    .string()
    .check(z.regex(/^[0-9a-f]{64}$/))
    .parse(text)
const line = z.union([z.tuple([z.string()]), z.tuple([z.string(), z.unknown()])])
/** A last line without an end is what a kill broke off. */
const lines: Reading = (text) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((one) => line.parse(JSON.parse(one)))

/** Each file and how the laptop reads it. */
const FILES: readonly (readonly [string, Reading])[] = [
  ['instant', instant],
  ['port', port],
  ['offset', number],
  ['secret', secret],
  ['executions', lines],
  ['undelivered', lines],
  ['consumers', lines],
  ['issuer/oidc-keys.json', json],
]
const RESTORE = '请从备份恢复'

/** Everything about these files that keeps a county from being started on them. */
export function wrongFiles(data: string): Finding[] {
  const unreadable = FILES.flatMap(([name, read]) => {
    const path = join(data, name)
    if (!existsSync(path) || canBeRead(path, read)) return []
    return [wrong(name, `文件${name}无法读取，被改过或已损坏；${RESTORE}。`)]
  })
  // Without it the laptop takes the folder for somebody else's.
  if (!existsSync(join(data, 'instant')))
    unreadable.push(wrong('instant', `缺少文件instant（时间走到了哪里）；${RESTORE}。`))
  const told = new Set(unreadable.map(({ field }) => field))
  const changed = sinceLeft(data).filter(({ field }) => !told.has(field))
  return [...unreadable, ...changed, ...(changed.some(({ field }) => isLog(field)) ? [] : withoutLog(data))]
}

const wrong = (field: string, sentence: string): Finding => ({ kind: 'store', field, sentence })

function sinceLeft(data: string): Finding[] {
  const changed = changedSinceLeft(data)
  if (!changed) return [wrong('left', `文件left（上次结束时各文件的摘要）无法读取，被改过或已损坏；${RESTORE}。`)]
  return changed.map(({ file, was, is }) => {
    const how = is === undefined ? `当时${was}字节，现在不见了` : `当时${was}字节，现为${is}字节`
    return wrong(file, `文件${file}与上次结束时不同（${how}），被改过、截去或已损坏；${RESTORE}。`)
  })
}

const isLog = (name = ''): boolean => /^tables\/.+\.log$/.test(name)
/** The database has one at any time, after a kill as well; without it, it would begin where it last tidied up. */
function withoutLog(data: string): Finding[] {
  if (readdirSync(join(data, 'tables')).some((name) => isLog(`tables/${name}`))) return []
  return [wrong('tables/*.log', `tables文件夹中没有数据库的日志，最近写入的内容随之丢失；${RESTORE}。`)]
}

function canBeRead(path: string, read: Reading): boolean {
  try {
    read(readFileSync(path, 'utf8'))
    return true
  } catch {
    return false
  }
}
