import { holdAs } from '#evidence/copies/hold-as.ts'
import { type Evidence, evidenceKind, evidenceStream, hold, keep, reject } from '#evidence/evidence.ts'
import { forUpload } from '#evidence/inside/budget.ts'
import { saidFault } from '#evidence/inside/fault.ts'
import { lookInto } from '#evidence/inside/look-into.ts'
import { KINDS, kindOfName, mislabelled } from '#evidence/kinds.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { type Found, keyOf, ownerAndDigest, type Stored } from './objects.ts'

/** `scan`: whether the county's malware scanner has to look before anything is kept. */
type Deps = { readonly ledger: Ledger; readonly objects: Stored; readonly scan: boolean }
type Verdict =
  | { readonly contentType: string; readonly size: number; readonly note?: string }
  | { readonly reason: string }

/**
 * Decides what has come: kept, or held for the scanner, when the bytes are the promised ones and of a kind that is kept, rejected otherwise.
 * Safe to call again, by a late event or by whoever asks for a ticket. Undefined: no bytes are there.
 */
export const verifyUpload =
  ({ ledger, objects, scan }: Deps) =>
  async (key: string, now: string): Promise<Evidence | undefined> => {
    const named = ownerAndDigest(key)
    if (!named) return undefined
    const stream = evidenceStream(named.owner, named.sha256)
    const { state, commits } = await readStream(ledger, evidenceKind, stream)
    if (state.status === 'kept' || (state.status === 'waiting' && scan)) return state
    // What was kept before it was found bad is the record's, and stays.
    if (state.status === 'infected' && state.kept) return state
    const found = await objects.find(key)
    if (!found) return undefined
    if (state.status === 'waiting' && state.held) {
      const { contentType, size, note } = state.held
      const decide = keep({ contentType, size, ...(note && { note }) }, now)
      const command = `verify ${commits.length}`
      return (await execute(ledger, evidenceKind, { stream, command, by: ACTORS.verifier, decide })).state
    }
    // Bytes that nobody promised, or that were rejected before.
    if (state.status !== 'promised') return state
    const verdict = await judge(objects, key, named.sha256, found, state)
    const decided = await execute(ledger, evidenceKind, {
      stream,
      command: `verify ${commits.length}`,
      by: ACTORS.verifier,
      decide:
        'reason' in verdict
          ? reject(verdict.reason, now)
          : scan
            ? await holdAs(ledger, named, hold(verdict, now), now)
            : keep(verdict, now),
    })
    return decided.state
  }

async function judge(
  objects: Stored,
  key: string,
  sha256: string,
  found: Found,
  { promised }: Evidence,
): Promise<Verdict> {
  const { name = '', size = 0 } = promised ?? {}
  if (found.sha256 !== sha256) return { reason: `“${name}”收到的内容与所选文件不一致；请重新选择文件上传。` }
  if (found.size !== size) return { reason: `“${name}”应为${size}字节，收到${found.size}字节；请重新选择文件上传。` }
  const label = kindOfName(name)
  const read = (from: number, to: number) => objects.read(key, from, to)
  const { kind, fault } = await lookInto(read, found.size, label, forUpload())
  if (fault) return { reason: saidFault(name, fault) }
  const { contentType } = KINDS[kind]
  return { contentType, size: found.size, ...(kind !== label && { note: mislabelled(name, kind) }) }
}

export const verifyStored = (deps: Deps) => (owner: string, sha256: string, now: string) =>
  verifyUpload(deps)(keyOf(owner, sha256), now)
