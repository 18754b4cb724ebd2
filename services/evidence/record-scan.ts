import type { evidenceEndpoints } from '#contracts/evidence.ts'
import type { UseCase } from '#edge/use-case.ts'
import { type Evidence, evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { isOfObjector } from '#evidence/file-owner.ts'
import { recordVerdict, type Verdict } from '#evidence/scan.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { keyOf, type Stored } from './objects.ts'
import { spreadVerdict } from './spread-verdict.ts'

/** The scanner's verdict on one file, and on all that are the same bytes but for an objector's. What was never kept and is bad goes after a week; what was kept stays, and opens for nobody. */
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
    const by = caller.person
    const asked = { by, received }
    const decide = recordVerdict(body, asked)
    // What cannot be said of this file is said of none.
    decide(before)
    // Its own stream comes last: until then the scanner sees it wait, and asks again where this was cut off.
    // Whoever sends the same bytes would learn at once that somebody had objected with them.
    if (!isOfObjector(owner) && mayDiffer(body, before))
      await spreadVerdict({ ledger, objects }, { owner, sha256 }, body, { ...asked, command })
    const { state } = await execute(ledger, evidenceKind, { stream, command, by, decide, first })
    return { status: state.status }
  }

/** What waits and is clean is nothing new to its copies: it would not wait, had one of them been found bad. */
const mayDiffer = ({ clean }: Verdict, { status }: Evidence): boolean => !clean || status !== 'waiting'
