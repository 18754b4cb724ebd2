/** Whether an indicator was somebody's who writes and reads only what they were given. */
import { answerStream } from '#dossier/answer.ts'
import { itemsOf, spreadStream } from '#dossier/spread/spread.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { Refused } from '#ledger/refused.ts'
import { isOnlyOfGiven, permissionFor } from '#procedure/permissions.ts'
import type { Elsewhere } from './elsewhere.ts'
import { type By, holdingsOf, type Right } from './rights.ts'

type Item = { readonly batch: string; readonly unit: string; readonly item: string }

/** What they may have had then. */
const givenThen = ({ spreads }: Elsewhere, { by, received }: By, batch: string, unit: string) =>
  spreads.at(spreadStream(batch, unit), received).map((spread) => itemsOf(spread, by))

/** @throws Refused where it was not, and they write no other */
export function mustBeGiven(elsewhere: Elsewhere, by: By, { batch, unit, item }: Item, about: Right): void {
  const allowed = holdingsOf(elsewhere, by).filter((holdings) => permissionFor('write-dossier', holdings, about))
  if (allowed.some((holdings) => !isOnlyOfGiven('write-dossier', holdings, about))) return
  if (givenThen(elsewhere, by, batch, unit).some((items) => items.has(item))) return
  throw new Refused('forbidden', `${item}当时没有分给${by.by}`)
}

/** Whether a file of the unit was cited by then in an indicator that they had. */
export const isCitedInGiven = (elsewhere: Elsewhere, by: By, unit: string, sha256: string): boolean =>
  elsewhere.ofKind('spread').some((stream) => {
    const [, batch = '', of] = stream.split('/')
    if (of !== unit) return false
    const items = new Set(givenThen(elsewhere, by, batch, unit).flatMap((some) => [...some]))
    return [...items].some((item) =>
      elsewhere.dossiers
        .at(answerStream(batch, unit, item), by.received)
        .some(({ versions }) => versions.some(({ files }) => files.some((used) => digestOfUse(used) === sha256))),
    )
  })
