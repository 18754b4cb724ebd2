import type { Deciding } from '#case/standing.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { panelKind } from '#steps/inquiry/panel.ts'
import type { Followed } from './followed.ts'
import { applyLines, linesOfAct } from './list-act.ts'

/** News of a panel: what its leader has settled reaches the case, while it is still on the visit that was inquired into. */
export const followPanel =
  (deps: { ledger: Ledger; followed: Followed; now: () => Date }) =>
  async (stream: string): Promise<void> => {
    const [, batch = '', unit = '', visit = ''] = stream.split('/')
    const { commits, state } = await readStream(deps.ledger, panelKind, stream)
    const lines = commits.flatMap(({ number, events }) =>
      events.flatMap((event) =>
        event.type === 'settled'
          ? linesOfAct({ ...event, batch, lines: [{ ...event, case: unit }] }, { stream, number })
          : [],
      ),
    )
    await applyLines(
      deps,
      { stream, kind: panelKind, state },
      lines.map((line) => ({ ...line, decide: onVisit(Number(visit), line.decide) })),
    )
  }

const onVisit =
  (visit: number, decide: Deciding): Deciding =>
  (state) => {
    if (state.visit !== visit)
      throw new Refused('elsewhere', '本件已离开这一次考核（另有办理结果，或者已重新考核），考核结果不再适用。')
    return decide(state)
  }
