/** The county's standard, its basic conditions and its vetoes: published before the call that chooses them. */
import type { Catalogue } from '#catalogue/catalogue.ts'
import { catalogueDigest } from '#catalogue/edition/digest.ts'
import { openPack } from '#catalogue/open-packs.ts'
import type { CallBody } from '#contracts/call.ts'
import { catalogueEndpoints } from '#contracts/catalogue.ts'
import { sendCatalogue } from '../catalogue/publish.ts'
import { type Do, OFFICE } from './acts.ts'

function packOf(id: string): Catalogue {
  const { catalogue, problems } = openPack(id)
  if (!catalogue) throw new Error(`the pack ${id} has ${problems.length} problems`)
  return catalogue
}

/** The first version of a catalogue that comes with the product. */
export const publishPack =
  (id: string): Do =>
  ({ as }) =>
    sendCatalogue(as(OFFICE.head), packOf(id), { version: 1 }, `publish-${id}-1`)

/** The packs that a call of 泗县 chooses from: one holds the standard and the vetoes, the other the conditions. */
export const STANDARD = 'sixian'
export const CONDITIONS = 'sixian-conditions'

/** The terms of a call that chooses the first version of packs. */
export const choosing = (
  terms: CallBody,
  packs: Partial<Record<'standard' | 'conditions' | 'vetoes', string>>,
): CallBody => ({
  ...terms,
  ...Object.fromEntries(
    Object.entries(packs).map(([what, id]) => [
      what,
      { catalogue: id, version: 1, digest: catalogueDigest(packOf(id)) },
    ]),
  ),
})
/** All three, as 泗县 has them. */
export const asInSixian = (terms: CallBody): CallBody =>
  choosing(terms, { standard: STANDARD, conditions: CONDITIONS, vetoes: STANDARD })

/** Another county's standard beside the same vetoes: fewer items, and no code of its own. */
export const OTHER_STANDARD = 'yongzhou'
export const byOtherStandard = (terms: CallBody): CallBody =>
  choosing(terms, { standard: OTHER_STANDARD, conditions: CONDITIONS, vetoes: STANDARD })
/** Without one nobody assesses themselves. */
export const withoutStandard = (terms: CallBody): CallBody =>
  choosing(terms, { conditions: CONDITIONS, vetoes: STANDARD })

/** A unit looks up what it will be assessed by. */
export const readStandard =
  (login: string, id: string): Do =>
  async ({ as }) => {
    const api = as(login)
    await api(catalogueEndpoints.listCatalogues)
    await api(catalogueEndpoints.readCatalogue, { params: { catalogue: id } })
  }
