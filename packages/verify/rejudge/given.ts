/** Whether an indicator was somebody's who writes and reads only what they were given. */
import { msBetween } from '#calendar/instant.ts'
import { type Answer, type Answered, answerStream } from '#dossier/answer.ts'
import { itemsOf, spreadStream } from '#dossier/spread/spread.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { Refused } from '#ledger/refused.ts'
import { isOnlyOfGiven, permissionFor } from '#procedure/permissions.ts'
import { MOMENT_MS } from '../verify-roots.ts'
import type { Elsewhere } from './elsewhere.ts'
import { type By, holdingsOf, type Right } from './rights.ts'

type Item = { readonly batch: string; readonly unit: string; readonly item: string }

/** What they may have had then. */
const givenThen = ({ spreads }: Elsewhere, { by, received }: By, batch: string, unit: string) =>
  spreads.at(spreadStream(batch, unit), received).map((spread) => itemsOf(spread, by))

/** Whether they may have written every indicator then. */
const writesAll = (elsewhere: Elsewhere, by: By, about: Right): boolean =>
  holdingsOf(elsewhere, by).some(
    (holdings) => permissionFor('write-dossier', holdings, about) && !isOnlyOfGiven('write-dossier', holdings, about),
  )

/** @throws Refused where it was not, and they write no other */
export function mustBeGiven(elsewhere: Elsewhere, by: By, { batch, unit, item }: Item, about: Right): void {
  if (writesAll(elsewhere, by, about)) return
  if (givenThen(elsewhere, by, batch, unit).some((items) => items.has(item))) return
  throw new Refused('forbidden', `${item}当时没有分给${by.by}`)
}

type Citing = {
  /** The indicator's. */
  readonly stream: string
  readonly unit: string
  readonly about: Right
  readonly said: Answer
  readonly files: readonly string[]
}
/** What they may not cite: neither sent by them nor cited where they may read it. `said`: what the indicator said before. */
export function mustBeTheirs(elsewhere: Elsewhere, by: By, { stream, unit, about, said, files }: Citing): void {
  if (writesAll(elsewhere, by, about)) return
  const own = `${stream}#${said.versions.length}`
  const here = new Set(said.versions.flatMap((one) => one.files.map(digestOfUse)))
  const strange = files
    .map(digestOfUse)
    .find(
      (sha256) =>
        !here.has(sha256) &&
        !isSent(elsewhere, by, { unit, sha256 }) &&
        !isExcused(elsewhere, by, { file: { unit, sha256 }, seen: new Set([own]), but: stream }),
    )
  if (strange !== undefined)
    throw new Refused('forbidden', `${by.by}引用了不是自己上传、也没有用在分给自己的指标中的材料`)
}

type File = { readonly unit: string; readonly sha256: string }
const isSent = ({ evidence }: Elsewhere, { by, received }: By, { unit, sha256 }: File): boolean =>
  evidence.at(evidenceStream(unit, sha256), received).some(({ promised }) => promised?.by === by)

/** Whether a file of the unit was cited by then in an indicator that they had, by whoever might cite it there. */
export const isCitedInGiven = (elsewhere: Elsewhere, by: By, file: File): boolean =>
  isExcused(elsewhere, by, { file, seen: new Set() })

type Excuse = {
  readonly file: File
  /** Versions that were asked already: no two excuse one another. */
  readonly seen: Set<string>
  /** The stream of an indicator that is left out. */
  readonly but?: string
}
function isExcused(elsewhere: Elsewhere, by: By, { file, seen, but }: Excuse): boolean {
  const { unit } = file
  return elsewhere.ofKind('spread').some((stream) => {
    const [, batch = '', of] = stream.split('/')
    if (of !== unit) return false
    const items = new Set(givenThen(elsewhere, by, batch, unit).flatMap((some) => [...some]))
    const answers = [...items].map((item) => answerStream(batch, unit, item)).filter((one) => one !== but)
    return answers.some((answer) =>
      elsewhere.dossiers.at(answer, by.received).some(({ versions }) =>
        versions.some(
          (one, i) =>
            isUse(one, file) &&
            !isOwnOfThen(one, by) &&
            // Whoever writes on keeps what an indicator cites.
            versions
              .slice(0, i + 1)
              .some((other, n) => isRightly(elsewhere, other, { file, seen, name: `${answer}#${n}` }, by.received)),
        ),
      ),
    )
  })
}

const isUse = ({ files }: Pick<Answered, 'files'>, { sha256 }: File): boolean =>
  files.some((used) => digestOfUse(used) === sha256)
/** What somebody cites at two places at once is not theirs to cite for it. */
const isOwnOfThen = (one: Pick<Answered, 'by' | 'at'>, { by, received }: By): boolean =>
  one.by === by && one.at >= received

/** Whether a version cites it by a right of its own. @param by when it stood there; only of whoever writes everything clocks may differ more */
function isRightly(
  elsewhere: Elsewhere,
  one: Answered,
  { file, seen, name }: Omit<Excuse, 'but'> & { readonly name: string },
  by: string,
): boolean {
  if (!isUse(one, file)) return false
  const who = { by: one.by, received: one.at }
  if (writesAll(elsewhere, who, { unit: file.unit })) return true
  if (msBetween(by, one.at) > MOMENT_MS || seen.has(name)) return false
  seen.add(name)
  return isSent(elsewhere, who, file) || isExcused(elsewhere, who, { file, seen })
}
