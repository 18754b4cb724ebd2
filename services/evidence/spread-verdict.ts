import { copiesKind, copiesStream, copy, judge } from '#evidence/copies/copies.ts'
import { type Evidence, evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { recordElsewhere, type Verdict } from '#evidence/scan.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { keyOf, type Stored } from './objects.ts'

type Deps = { readonly ledger: Ledger; readonly objects: Stored }
type Asked = { readonly by: string; readonly received: string; readonly command: string }

/** Says of every copy of the same bytes what was said of one: what is asked again is told of again, where it was cut off. */
export async function spreadVerdict(
  { ledger, objects }: Deps,
  { owner, sha256 }: { readonly owner: string; readonly sha256: string },
  verdict: Verdict,
  { command, ...asked }: Asked,
): Promise<void> {
  const { by } = asked
  const { state, events, commits } = await execute(ledger, copiesKind, {
    ...{ stream: copiesStream(sha256), command, by },
    // One that was kept before the county had a scanner is on no list of copies yet.
    decide: (copies) => [...copy(owner, asked)(copies), ...judge(verdict, asked)(copies)],
  })
  if (!events.some(({ type }) => type === 'judged')) return
  const name = `spread ${copiesStream(sha256)}#${commits.length}`
  const others = [...state.owners, officeFor('sent')].filter((one) => one !== owner)
  await Promise.all(
    others.map(async (other) => {
      const stream = evidenceStream(other, sha256)
      const first = await readStream(ledger, evidenceKind, stream)
      const isHere = !isLost(first.state) || (await objects.find(keyOf(other, sha256))) !== undefined
      const decide = recordElsewhere(verdict, isHere, asked)
      await execute(ledger, evidenceKind, { stream, command: name, by, decide, first })
    }),
  )
}

/** Bad, and never kept: its bytes may be gone. */
const isLost = ({ status, kept, promised }: Evidence): boolean =>
  status === 'infected' && !kept && promised?.object === undefined
