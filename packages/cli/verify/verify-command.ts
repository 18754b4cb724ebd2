/** `shifan verify`: everything that a county has kept against its hashes: on this machine with the county down, or deployed. */
import { join, resolve } from 'node:path'
import type { County } from '#county/county.ts'
import { Sentence } from '#typed/sentence.ts'
import { type Scope, verifyCounty } from '#verify/verify-county.ts'
import { readCounty, root } from '../laptop/laptop.ts'
import { understood } from '../understood.ts'
import { countyOnDisk, LAPTOP } from './county-on-disk.ts'
import { organsOf, verifiedPages } from './pages-of-records.ts'
import { type OnDisk, recordsOnDisk } from './records-on-disk.ts'
import { report } from './report.ts'

const USAGE = `用法：npm run shifan -- verify [--data 数据文件夹 | --county 县名] [--batch 批次 | --case 批次/单位]
  --data     默认是data/sixian；请先结束示范（按Ctrl-C）；核对不改动其中的任何内容
  --county   核对已部署的县，按counties/县名.json；用本机登录的云账号，不作改动
  --profile  云账号的配置名，不写用默认的
  --persons  已部署的县也核对个人信息；要读取其全部个人信息，另需表persons的权限
  --batch    只核对一个批次，例如2018-2
  --case     只核对一件，例如2018-2/dazhuang`

/** @returns the exit code: 1 when anything is not as it was written */
export async function verifyCommand(args: string[], print: (text: string) => void = console.log): Promise<number> {
  const { values } = understood(args, USAGE, {
    options: {
      ...{ data: { type: 'string' }, batch: { type: 'string' }, case: { type: 'string' } },
      ...{ county: { type: 'string' }, profile: { type: 'string' }, persons: { type: 'boolean', default: false } },
    },
  })
  const scope = scopeOf(values)
  if (values.county !== undefined) {
    if (values.data !== undefined) throw new Sentence(`--data和--county只能写一个。\n${USAGE}`)
    const { keptByDeployment } = await import('./deployed/kept-by-deployment.ts')
    const county = readCounty(values.county)
    return verifyKept({ ...(await keptByDeployment(county, values)), county }, scope, print)
  }
  if (values.profile !== undefined || values.persons)
    throw new Sentence(`--profile和--persons只用于--county。\n${USAGE}`)
  const data = resolve(values.data ?? join(root, 'data', LAPTOP))
  const kept = await recordsOnDisk(data)
  return verifyKept({ ...kept, where: data, county: countyOnDisk(data), left: [] }, scope, print)
}

type Kept = OnDisk & { readonly where: string; readonly county: County; readonly left: readonly string[] }

/** What a part rests on is believed: whoever signed may have been appointed by a record that is not as it was written. */
const ONLY_A_PART =
  '人员、岗位、单位、标准和其他批次的记录没有核对，本次以它们为准；要一并核对的，不要写--batch、--case。'

async function verifyKept(kept: Kept, scope: Scope, print: (text: string) => void): Promise<number> {
  const { records, pages, where, county, left } = kept
  const verified = await verifyCounty(records, scope)
  if (!verified.known) throw new Sentence(`${where}中没有${said(scope)}的记录，每日摘要中也没有；请核对编号。`)
  const isPart = scope.batch !== undefined
  const compared = isPart ? undefined : await verifiedPages({ records, pages, organs: organsOf(county) }, verified)
  const findings = [...kept.findings, ...verified.findings, ...(compared?.findings ?? [])]
  print(
    report({
      where: isPart ? `${where}中的${said(scope)}` : where,
      counts: verified.counts,
      findings,
      pages: compared?.count,
      left: [...left, ...(isPart ? [ONLY_A_PART] : []), ...(compared?.not ? [compared.not] : [])],
    }),
  )
  return findings.length === 0 ? 0 : 1
}

function scopeOf(values: { batch?: string | undefined; case?: string | undefined }): Scope {
  if (values.batch !== undefined && values.case !== undefined)
    throw new Sentence(`--batch和--case只能写一个。\n${USAGE}`)
  if (values.batch !== undefined) return { batch: values.batch }
  if (values.case === undefined) return {}
  const [, batch, unit] = /^([^/]+)\/([^/]+)$/.exec(values.case) ?? []
  if (!batch || !unit) throw new Sentence(`--case应写作“批次/单位”，收到的是“${values.case}”。\n${USAGE}`)
  return { batch, unit }
}

const said = ({ batch, unit }: Scope): string => {
  if (batch === undefined) return ''
  return unit === undefined ? `批次${batch}` : `批次${batch}、单位${unit}`
}
