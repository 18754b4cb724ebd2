import { Refused } from '#ledger/refused.ts'
import { keptFile } from '#rows/looked-up/kept-file.ts'
import type { WorkDeps } from './work-deps.ts'

/** @throws Refused naming what cannot be used, at the field `files` */
export async function mustBeKept({ ledger }: Pick<WorkDeps, 'ledger'>, owner: string, uses: readonly string[]) {
  const found = await Promise.all(uses.map((used) => keptFile(ledger, owner, used)))
  const wrong = found.find((one) => one.wrong)?.wrong
  if (wrong) throw new Refused('incomplete', '有文件还不能使用。', { files: wrong })
}
