/** What whoever writes only what they were given may cite: what they have sent, and what their indicators cite. */
import { filesOfItems } from '#dossier/spread/files-of-given.ts'
import { digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { readStream } from '#ledger/ledger.ts'
import type { DossierCall, DossierDeps } from '../dossier-deps.ts'
import type { Looked } from '../look-at-dossier.ts'

/** Why one of these uses is not theirs to cite at `item`; undefined where each is, and for whoever writes every indicator. */
export async function whyNotTheirs(
  { ledger }: Pick<DossierDeps, 'ledger'>,
  { params, caller }: DossierCall,
  { given }: Pick<Looked, 'given'>,
  item: string,
  uses: readonly string[],
): Promise<string | undefined> {
  if (!given?.writes || uses.length === 0) return undefined
  // Most saves change words alone: whatever stands there already is asked of one stream.
  const here = await filesOfItems(ledger, params, new Set([item]))
  const fresh = uses.filter((used) => !here.has(digestOfUse(used)))
  const senders = await Promise.all(
    fresh.map(
      async (used) => (await readStream(ledger, evidenceKind, evidenceStream(params.unit, used))).state.promised,
    ),
  )
  const others = fresh.filter((_, at) => senders[at]?.by !== caller.person)
  if (others.length === 0) return undefined
  const cited = await filesOfItems(ledger, params, given.items)
  const strange = others.find((used) => !cited.has(digestOfUse(used)))
  return strange === undefined
    ? undefined
    : `“${nameOfUse(strange) ?? '所选材料'}”不是您上传的，也没有用在分给您的指标中，不能引用；请本单位经办人在此项引用`
}
