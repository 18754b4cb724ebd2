import type { Decision } from '#ledger/kind.ts'
import { execute, type Ledger } from '#ledger/ledger.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import type { Evidence, EvidenceEvent } from '../evidence.ts'
import { holdBad } from '../scan.ts'
import { copiesKind, copiesStream, copy } from './copies.ts'

/** It waits for the scanner, unless the same bytes were found bad: whoever says so of them later finds this copy, too. */
export async function holdAs(
  ledger: Ledger,
  { owner, sha256 }: { readonly owner: string; readonly sha256: string },
  held: Decision<EvidenceEvent, Evidence>,
  now: string,
): Promise<Decision<EvidenceEvent, Evidence>> {
  const asked = { by: ACTORS.verifier, received: now }
  const { state } = await execute(ledger, copiesKind, {
    ...{ stream: copiesStream(sha256), command: `copy ${owner}`, by: asked.by },
    decide: copy(owner, asked),
  })
  return state.verdict && !state.verdict.clean ? holdBad(held, state.verdict, asked) : held
}
