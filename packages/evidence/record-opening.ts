import { dateOf } from '#calendar/deadline.ts'
import { execute, type Ledger } from '#ledger/ledger.ts'
import { type OpenedFile, open, openedKind, openedStream } from './opened.ts'

/** Says in the record who opens what, before it is shown: what cannot be recorded is not opened. */
export async function recordOpening(
  ledger: Ledger,
  files: readonly OpenedFile[],
  { by, received }: { readonly by: string; readonly received: string },
): Promise<void> {
  const [first] = files
  if (!first) return
  const what = [first.owner, first.sha256 ?? first.objection ?? first.case].join('/')
  await execute(ledger, openedKind, {
    stream: openedStream(dateOf(received), by),
    // A blank, which no click has: nobody clicks to be recorded.
    command: `open ${what} ${received}`,
    by,
    decide: open(files, { by, received }),
  })
}
