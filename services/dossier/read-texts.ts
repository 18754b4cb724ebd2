/** The long texts of a self-assessment: the standard that the call froze, and what was pinned of its answers. */
import { type Catalogue, catalogue } from '#catalogue/catalogue.ts'
import type { ChosenVersion } from '#catalogue/edition/choose-version.ts'
import { type Manifest, manifest } from '#dossier/manifest.ts'
import type { Contents } from '#ledger/contents.ts'

export type Standard = ChosenVersion & { readonly content: Catalogue }

export const readStandard = async (
  { contents }: { readonly contents: Contents },
  chosen: ChosenVersion,
): Promise<Standard> => ({ ...chosen, content: catalogue.parse(await contents.get(chosen.digest)) })

export const readManifest = async ({ contents }: { readonly contents: Contents }, sha256: string): Promise<Manifest> =>
  manifest.parse(await contents.get(sha256))
