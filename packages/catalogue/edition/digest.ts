import { digestOf } from '#ledger/chain.ts'
import type { Catalogue } from '../catalogue.ts'

/** What a published version is known by: SHA-256, in hex, of the catalogue's canonical JSON, whatever order its keys stand in. */
export const catalogueDigest = (catalogue: Catalogue): string => digestOf(catalogue)
