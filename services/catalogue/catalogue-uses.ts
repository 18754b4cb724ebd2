import type { catalogueEndpoints } from '#contracts/catalogue.ts'
import type { UseCases } from '#edge/use-case.ts'
import type { CatalogueDeps } from './catalogue-deps.ts'
import { compareVersions } from './compare-versions.ts'
import { listCatalogues } from './list-catalogues.ts'
import { publishCatalogue } from './publish-catalogue.ts'
import { readCatalogue } from './read-catalogue.ts'

/** Everything the catalogues' API answers. */
export const catalogueUses = (deps: CatalogueDeps): UseCases<typeof catalogueEndpoints> => ({
  publishCatalogue: publishCatalogue(deps),
  listCatalogues: listCatalogues(deps),
  readCatalogue: readCatalogue(deps),
  compareVersions: compareVersions(deps),
})
