import { askedItems } from '#catalogue/asked-items.ts'
import { sayExtent } from '#catalogue/words/say-extent.ts'
import { sayDocument } from '#catalogue/words/say-facts.ts'
import type { CatalogueLine, catalogueEndpoints } from '#contracts/catalogue.ts'
import type { UseCase } from '#edge/use-case.ts'
import { LISTS } from '#rows/row.ts'
import { rowsOf } from '#rows/rows.ts'
import type { CatalogueDeps } from './catalogue-deps.ts'
import { contentOf, publishedVersions, versionLine } from './published-versions.ts'

/** Every published catalogue, described by its newest version. A county has a handful. */
export const listCatalogues =
  (deps: CatalogueDeps): UseCase<typeof catalogueEndpoints.listCatalogues> =>
  async () => ({
    catalogues: await Promise.all(
      (await rowsOf(deps.rows, 'catalogue', LISTS.catalogues)).map(({ catalogue }) => lineOf(deps, catalogue)),
    ),
  })

async function lineOf({ ledger, contents }: CatalogueDeps, id: string): Promise<CatalogueLine> {
  const { versions, newest } = await publishedVersions({ ledger }, id)
  const content = await contentOf(contents, newest)
  const { title, place } = content
  return {
    catalogue: id,
    title,
    place,
    source: sayDocument(content),
    extent: sayExtent(content),
    vetoes: askedItems(content, 'vetoes').length,
    versions: versions.map(versionLine),
  }
}
