/** Files that are brought along, and those that a page shows. */
import type { FileReference } from '#contracts/case-page.ts'
import { Refused } from '#ledger/refused.ts'
import type { Known } from '#rows/known.ts'
import { keptFile, referenceTo } from '#rows/looked-up/kept-file.ts'
import type { WorkDeps } from './work-deps.ts'

/** @throws Refused naming what cannot be used, at the field `files` */
export async function mustBeKept({ ledger }: Pick<WorkDeps, 'ledger'>, owner: string, uses: readonly string[]) {
  const found = await Promise.all(uses.map((used) => keptFile(ledger, owner, used)))
  const wrong = found.find((one) => one.wrong)?.wrong
  if (wrong) throw new Refused('incomplete', '有文件还不能使用。', { files: wrong })
}

/** As a page shows them, by what rows know; of a file without a row the ledger tells. */
export const fileReferences = (
  { ledger }: Pick<WorkDeps, 'ledger'>,
  owner: string,
  uses: readonly string[],
  known: Known,
): Promise<FileReference[]> =>
  Promise.all(uses.map(async (used) => referenceTo(owner, used, await keptFile(ledger, owner, used, known))))
