import { sayRemark } from '#catalogue/check/check-catalogue.ts'
import { findingsOf } from '#catalogue/check/findings-of.ts'
import type { catalogueEndpoints } from '#contracts/catalogue.ts'
import type { UseCase } from '#edge/use-case.ts'
import type { CatalogueDeps } from './catalogue-deps.ts'
import { contentOf, publishedVersions, versionAsked, versionLine } from './published-versions.ts'

/** One version whole. */
export const readCatalogue =
  ({
    ledger,
    contents,
  }: Pick<CatalogueDeps, 'ledger' | 'contents'>): UseCase<typeof catalogueEndpoints.readCatalogue> =>
  async ({ params: { catalogue }, query }) => {
    const { versions, newest } = await publishedVersions({ ledger }, catalogue)
    const version = versionAsked(versions, query.version, newest)
    const content = await contentOf(contents, version)
    return {
      catalogue,
      version: versionLine(version),
      versions: versions.map(versionLine),
      content,
      findings: findingsOf(content).map((one) => sayRemark(content, one)),
    }
  }
