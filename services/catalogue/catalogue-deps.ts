import type { Contents } from '#ledger/contents.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Rows } from '#rows/rows.ts'

export type CatalogueDeps = { readonly ledger: Ledger; readonly contents: Contents; readonly rows: Rows }
