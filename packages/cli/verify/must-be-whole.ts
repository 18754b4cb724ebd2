/** Before a county is started on what lies in its folder: a damaged store is not to be worked on, and says so at once. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { verifyCounty } from '#verify/verify-county.ts'
import { countyOnDisk } from './county-on-disk.ts'
import { organsOf, verifiedPages } from './pages-of-records.ts'
import { recordsOnDisk } from './records-on-disk.ts'
import { StoreDamaged } from './store-damaged.ts'

/**
 * Lists and public pages that differ are only said: newer software may make others of the same commits. So is what this
 * release would not have decided, since an older one may have, and so are days without a root, which may have failed to
 * be sealed.
 * @throws StoreDamaged with the first thing that is wrong, and how to see all
 */
export async function mustBeWhole(data: string, told: (sentence: string) => void): Promise<void> {
  const wrong = (what: string) =>
    new StoreDamaged(
      `数据文件夹${data}已损坏，没有启动：${what}\n请换回备份；或用--data换一个文件夹，或删除这个文件夹后重新开始（其中的办理记录随之丢失）。`,
    )
  if (!existsSync(join(data, 'tables'))) throw wrong('缺少tables文件夹。')
  const { records, pages, findings: onDisk } = await recordsOnDisk(data)
  const verified = await verifyCounty(records)
  const { findings } = verified
  const rows = findings.filter(({ kind }) => kind === 'row')
  const unsure = findings.filter((one) => one.unsure)
  const judged = findings.filter((one) => one.byRules)
  const others = [...onDisk, ...findings.filter((one) => one.kind !== 'row' && !one.unsure && !one.byRules)]
  const see = `运行npm run shifan -- verify --data ${data}可以逐条查看。`
  if (others[0]) throw wrong(`${others[0].sentence}${others.length > 1 ? `共${others.length}处不符。` : ''}${see}`)
  const compared = await verifiedPages({ records, pages, organs: organsOf(countyOnDisk(data)) }, verified)
  if (compared.not) told(compared.not)
  if (compared.findings.length > 0) told(`公开页面有${compared.findings.length}处与记录不符，记录本身无误；${see}`)
  if (judged[0])
    told(
      `${judged[0].sentence}共${judged.length}处按现在的规则办不成；是升级以前办理的，请用当时的软件核对，不是的请换回备份。${see}`,
    )
  if (unsure[0]) told(`${unsure[0].sentence}${see}`)
  if (rows.length > 0) told(`列表有${rows.length}处与记录不符，记录本身无误；${see}`)
}
