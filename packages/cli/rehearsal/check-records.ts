/** Whether ledger, lists, daily roots and what the ledger names agree once the county is down. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod/mini'
import { SHAPE } from '#rows/row.ts'
import { rowOf } from '#rows/row-of.ts'
import type { Finding } from '#verify/finding.ts'
import { verifyCounty } from '#verify/verify-county.ts'
import { countyOnDisk } from '../verify/county-on-disk.ts'
import { organsOf, verifiedPages } from '../verify/pages-of-records.ts'
import { recordsOnDisk } from '../verify/records-on-disk.ts'
import type { Check } from './check.ts'
import { ledgerOf } from './read-disk.ts'

const row = z.object({ stream: z.string(), number: z.number(), shape: z.number() })

export async function checkRecords(data: string): Promise<Check[]> {
  const { records, pages, findings: onDisk } = await recordsOnDisk(data)
  const verified = await verifyCounty(records)
  const { findings, counts } = verified
  const compared = await verifiedPages({ records, pages, organs: organsOf(countyOnDisk(data)) }, verified)
  const wrong = (...kinds: Finding['kind'][]) =>
    [...onDisk, ...findings].flatMap(({ kind, sentence }) => (kinds.includes(kind) ? [sentence] : []))
  const { streams, roots, rows, files, texts, persons } = counts
  const log = readFileSync(join(data, 'log'), 'utf8').split('\n')
  const daily = log.filter((line) => /"event":"verify-records".*"looked":/.test(line))
  const alarms = log.filter(
    (line) => line.includes('RecordsAltered') || /"event":"verify-records".*"sentence":/.test(line),
  )
  return [
    { what: `${streams}个记录流的校验链都完整`, wrong: streams > 0 ? wrong('ledger') : ['没有记录流'] },
    { what: `${roots}份每日摘要首尾相接，与记录相符`, wrong: roots > 0 ? wrong('root') : ['没有每日摘要'] },
    {
      what: `${compared.count}个公开页面都与记录一致`,
      wrong: [...(compared.not ? [compared.not] : []), ...compared.findings.map(({ sentence }) => sentence)],
    },
    { what: `${rows}行列表都与记录一致`, wrong: [...wrong('row'), ...(await behind(records))] },
    { what: `每天的核对进行了${daily.length}次，没有误报`, wrong: daily.length > 0 ? alarms : ['没有进行过'] },
    {
      what: `${files}份材料、${texts}份内容、${persons}处个人信息都与摘要相符`,
      wrong: wrong('evidence', 'content', 'person', 'store'),
    },
  ]
}

/** A verified row may lag; at the end of a rehearsal none does. */
async function behind({
  ledger: items,
  rows,
}: Awaited<ReturnType<typeof recordsOnDisk>>['records']): Promise<string[]> {
  const ledger = ledgerOf(items)
  const made = new Map(rows.map((one) => row.parse(one)).map((one) => [one.stream, one]))
  const found: string[] = []
  for await (const { stream, number } of ledger.streams()) {
    const is = made.get(stream)
    const wanted = rowOf(stream, (await ledger.read(stream)).commits)
    if (wanted && (is?.number !== number || is.shape !== SHAPE)) found.push(`${stream}（${is?.number ?? 0}/${number}）`)
  }
  return found
}
