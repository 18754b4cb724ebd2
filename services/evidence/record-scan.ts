import type { evidenceEndpoints } from '#contracts/evidence.ts'
import type { UseCase } from '#edge/use-case.ts'
import { evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { recordVerdict } from '#evidence/scan.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { keyOf, type Stored } from './objects.ts'

/** The scanner's verdict on one file. What was never kept and is bad goes after a week; what was kept stays, and opens for nobody. */
export const recordScan =
  ({
    ledger,
    objects,
  }: {
    readonly ledger: Ledger
    readonly objects: Stored
  }): UseCase<typeof evidenceEndpoints.recordScan> =>
  async ({ params: { owner, sha256 }, body, caller, command, received }) => {
    const stream = evidenceStream(owner, sha256)
    const first = await readStream(ledger, evidenceKind, stream)
    const before = first.state
    // What came with the public form lies elsewhere and stays there, whatever is said of it.
    const isHere = before.promised?.object === undefined
    const isGone = isHere && before.status === 'infected' && !before.kept && body.clean
    if (isGone && !(await objects.find(keyOf(owner, sha256))))
      throw new Refused('elsewhere', '这份文件查出病毒后已经删除，不能再登记为没有病毒；请上传人重新上传。')
    const decide = recordVerdict(body, { by: caller.person, received })
    const { state } = await execute(ledger, evidenceKind, { stream, command, by: caller.person, decide, first })
    return { status: state.status }
  }
