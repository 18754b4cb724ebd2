/** The county's standard: published before the call that chooses it. */
import type { CallTerms } from '#batch/batch.ts'
import type { Catalogue } from '#catalogue/catalogue.ts'
import { catalogueDigest } from '#catalogue/digest.ts'
import { openPack } from '#catalogue/open-packs.ts'
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

/** The terms of a call that chooses the first version of a pack. */
export const withStandard = (terms: CallTerms, id: string): CallTerms => ({
  ...terms,
  standard: { catalogue: id, version: 1, digest: catalogueDigest(packOf(id)) },
})

/** A unit looks up what it will be assessed by. */
export const readStandard =
  (login: string, id: string): Do =>
  async ({ as }) => {
    const api = as(login)
    await api(catalogueEndpoints.listCatalogues)
    await api(catalogueEndpoints.readCatalogue, { params: { catalogue: id } })
  }
