import { type ResolutionEvent, resolutionKind } from '#acts/resolution.ts'
import { caseKind } from '#case/case.ts'
import { applyLine } from '#case/follow-list-acts.ts'
import { type Commit, type Ledger, readStream } from '#ledger/ledger.ts'
import { chosen, followNotice } from './follow-notice.ts'
import { type ActLine, applyLines } from './list-act.ts'

type Deps = { ledger: Ledger; now: () => Date }

/** News of a resolution: every line of every meeting reaches the case it names. */
export const followResolution =
  (deps: Deps) =>
  async (stream: string): Promise<void> => {
    const { commits, state } = await readStream(deps.ledger, resolutionKind, stream)
    await applyLines(
      { ...deps, catchUp: catchUp(deps) },
      { stream, kind: resolutionKind, state },
      linesOf(stream, commits),
    )
  }

/** News of two streams comes in any order: a case may still stand in a notice that has closed. */
const catchUp =
  (deps: Deps) =>
  async (stream: string): Promise<void> => {
    const { state } = await readStream(deps.ledger, caseKind, stream)
    if (state.notice) await followNotice(deps)(state.notice.stream)
  }

const linesOf = (stream: string, commits: readonly Commit<ResolutionEvent>[]): ActLine[] =>
  commits.flatMap(({ number, events }) =>
    events.flatMap((event) => {
      if (event.type !== 'resolved') return []
      const { batch, step, by, at } = event
      return event.lines.map(({ case: name, ...line }) => ({
        case: name,
        batch,
        number,
        by,
        decide: applyLine({ ...chosen(line), step, act: { stream, number } }, { by, received: at }),
      }))
    }),
  )
