/** A unit spreads its indicators over its people, who give back what is not theirs. */

import type { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import type { SpreadPage } from '#contracts/dossier/spread.ts'
import { mayChange } from '#dossier/reopened.ts'
import * as deciders from '#dossier/spread/spread.ts'
import { type Spread, type SpreadEvent, spreadKind, spreadStream } from '#dossier/spread/spread.ts'
import type { UseCase } from '#edge/use-case.ts'
import type { Decision } from '#ledger/kind.ts'
import { doneBy, execute } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { DossierCall, DossierDeps } from '../dossier-deps.ts'
import { indicatorNamed, mustWrite, reopenedOf } from '../look-at-dossier.ts'
import { type LookedAtSpread, latestOf, lookAtSpread, showSpread } from './show-spread.ts'

/** Gives indicators to somebody, or takes them from whoever has them. */
export const spreadDossier =
  (deps: DossierDeps): UseCase<typeof dossierEndpoints.spreadDossier> =>
  (call) => {
    const { items, person, organ, due, seen } = call.body
    return decide(deps, call, 'spread-dossier', ({ looked, writers }) => {
      const by = asked(call)
      if (person === undefined) return deciders.takeIndicators(items, seen, by)
      if (!writers.some((one) => one.person === person))
        throw new Refused('incomplete', '分工没有保存。', { person: '所选人员现在不能填写本单位自评；请重新选择' })
      const share = { items, person, ...(organ && { organ }), ...(due && { due }) }
      return deciders.giveIndicators(share, { seen, latest: latestOf(looked) }, by)
    })
  }

export const giveBackShare =
  (deps: DossierDeps): UseCase<typeof dossierEndpoints.giveBackShare> =>
  (call) => {
    const { items, reason, seen } = call.body
    // Whoever writes them at all: a department's clerk spreads nothing.
    return decide(deps, call, 'write-dossier', () => deciders.giveBackIndicators(items, reason, seen, asked(call)))
  }

/** @throws Refused for what a return leaves as it was handed in: nobody writes it, so that nobody is given it */
function mustBeReopened({ state, entry }: LookedAtSpread['looked'], items: readonly string[]): void {
  const reopened = reopenedOf({ state, entry })
  const closed = items.filter((item) => !mayChange(reopened, item))
  if (closed.length === 0) return
  throw new Refused(
    'elsewhere',
    `所选${items.length}项中有${closed.length}项没有退回，退回补正期间不能改派、收回或退回；请只选择标有“退回”的指标。`,
  )
}

const asked = ({ caller, received }: DossierCall) => ({ by: caller.person, received })

async function decide(
  deps: DossierDeps,
  call: DossierCall & { readonly command: string; readonly body: { readonly items: readonly string[] } },
  right: 'spread-dossier' | 'write-dossier',
  prepare: (looked: LookedAtSpread) => Decision<SpreadEvent, Spread>,
): Promise<SpreadPage> {
  const at = await lookAtSpread(deps, call)
  const { command, params } = call
  const { items } = call.body
  const by = call.caller.person
  // Asked again because the answer was lost: the case may have gone on since.
  if (doneBy(at.spread.commits, { command, by })) return showSpread(deps, call, at)
  mustWrite(call, at.looked, right)
  for (const item of items) indicatorNamed(at.looked, item)
  mustBeReopened(at.looked, items)
  const answer = await execute(deps.ledger, spreadKind, {
    ...{ stream: spreadStream(params.batch, params.unit), command, by, first: at.spread },
    decide: prepare(at),
  })
  return showSpread(deps, call, { ...at, spread: { ...at.spread, ...answer } })
}
