/** Files that whoever reads only what they were given opens: those that their indicators cite, or have cited. */
import { digestOfUse } from '#evidence/cited-file.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { answerStream, dossierKind } from '../answer.ts'
import { itemsOf, spreadKind, spreadStream } from './spread.ts'

type Case = { readonly batch: string; readonly unit: string }

/** How many streams are under way at once: each is mostly waiting. */
const AT_ONCE = 25

export const givenTo = async (ledger: Ledger, { batch, unit }: Case, person: string): Promise<ReadonlySet<string>> =>
  itemsOf((await readStream(ledger, spreadKind, spreadStream(batch, unit))).state, person)

/** @returns their digests */
export async function filesOfItems(
  ledger: Ledger,
  { batch, unit }: Case,
  items: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const all = [...items]
  const found = new Set<string>()
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE)
    const each = some.map((item) => readStream(ledger, dossierKind, answerStream(batch, unit, item)))
    for (const { state } of await Promise.all(each))
      for (const used of state.versions.flatMap(({ files }) => files)) found.add(digestOfUse(used))
  }
  return found
}
