import { type Catalogue, catalogue } from '#catalogue/catalogue.ts'
import { catalogueKind, catalogueStream, type Version } from '#catalogue/edition/publish-version.ts'
import type { Contents } from '#ledger/contents.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { CatalogueDeps } from './catalogue-deps.ts'

/**
 * A catalogue's versions, from the first to the newest.
 * @throws Refused when there is none
 */
export async function publishedVersions(
  { ledger }: Pick<CatalogueDeps, 'ledger'>,
  id: string,
): Promise<{ readonly versions: readonly Version[]; readonly newest: Version }> {
  const { versions } = (await readStream(ledger, catalogueKind, catalogueStream(id))).state
  const newest = versions.at(-1)
  if (!newest) throw new Refused('unknown', `没有发布过标识为“${id}”的标准或方案；请从列表进入。`)
  return { versions, newest }
}

/**
 * The version that a query names.
 * @throws Refused when it names none
 */
export function versionAsked(versions: readonly Version[], asked: string | undefined, otherwise: Version): Version {
  if (asked === undefined) return otherwise
  const version = versions.find(({ number }) => String(number) === asked)
  if (version) return version
  throw new Refused(
    'unknown',
    `“${otherwise.title}”没有第“${asked}”版，现有第1版至第${versions.length}版；请重新选择。`,
  )
}

export const contentOf = async (contents: Contents, { digest }: Version): Promise<Catalogue> =>
  catalogue.parse(await contents.get(digest))

export const versionLine = ({ number, title, digest, at }: Version) => ({ number, title, digest, at })
