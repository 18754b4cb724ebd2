/** Which cases a notice may name. */
import { whyWaiting } from '#case/apply-line.ts'
import { caseKind, caseStream } from '#case/case.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { titleOf } from '#procedure/procedure.ts'
import type { Known } from '#rows/known.ts'
import type { FoundNotice } from './read-notices.ts'
import { unitNameAt } from './unit-name.ts'

/**
 * The notice that names a case already: one that waits for approval, or one that was published since the case came to
 * its step. A case follows its notice only after a moment, so its own stream may not know yet.
 * @param since the instant at which the case came there
 */
export const namedIn = (notices: readonly FoundNotice[], unit: string, since = ''): FoundNotice | undefined =>
  notices.find(({ shown, notice: { prepared, published, setAside } }) => {
    if (!shown.cases.includes(unit)) return false
    if (!published) return prepared !== undefined
    return published.at >= since && !setAside.some((one) => one.case === unit && !one.waits)
  })

type Listing = {
  readonly batch: string
  readonly step: string
  readonly units: readonly string[]
  /** The batch's other notices. */
  readonly others: readonly FoundNotice[]
  readonly received: string
  readonly known: Known
}

/** @throws Refused naming every unit that may not be listed, each with its reason */
export async function mustBeListable(ledger: Ledger, { units, received, known, ...asked }: Listing): Promise<void> {
  const wrong = await Promise.all(units.map((unit) => whyNot(ledger, unit, asked)))
  const named = await Promise.all(
    wrong.flatMap((why, i) => {
      const unit = units[i] ?? ''
      return why ? [unitNameAt(ledger, unit, received, known).then((name) => `${name}（${why}）`)] : []
    }),
  )
  if (named.length === 0) return
  const fields = Object.fromEntries(wrong.flatMap((why, i) => (why ? [[`cases.${i}`, why]] : [])))
  throw new Refused('incomplete', `有${named.length}个单位不能列入公示：${named.join('、')}。`, fields)
}

async function whyNot(
  ledger: Ledger,
  unit: string,
  { batch, step, others }: Pick<Listing, 'batch' | 'step' | 'others'>,
): Promise<string | undefined> {
  const { state } = await readStream(ledger, caseKind, caseStream(batch, unit))
  if (state.visit === 0) return '本批次没有申报件'
  if (state.step !== step) return `现处“${titleOf(state.procedure, state.step)}”`
  const listed = namedIn(others, unit, state.last?.at)
  return listed ? `已列入第${listed.n}期公示` : whyWaiting(state)?.replace(/。$/, '')
}
