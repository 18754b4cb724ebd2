/** Which cases a notice may name. */
import { whyWaiting } from '#case/apply-line.ts'
import { type Case, caseKind, caseStream } from '#case/case.ts'
import { nameSome } from '#edge/name-some.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { titleOf } from '#procedure/procedure.ts'
import type { Known } from '#rows/known.ts'
import { cameThrough, whyTooEarly } from '#steps/act-days.ts'
import { unitNamesAt } from '../unit-name.ts'
import type { FoundNotice } from './read-notices.ts'

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
  /** The day of the publication: every case stood at the step on it. */
  readonly on: string
  readonly units: readonly string[]
  /** The instant of the preparation that is approved: it is about no case that has come to the step since. */
  readonly prepared?: string
  /** The batch's other notices. */
  readonly others: readonly FoundNotice[]
  readonly received: string
  readonly known: Known
}

/** @throws Refused naming every unit that may not be listed, each with its reason, or for a day on which one was not there yet */
export async function mustBeListable(ledger: Ledger, { units, received, known, ...asked }: Listing): Promise<void> {
  const found = await Promise.all(
    units.map(async (unit) => (await readStream(ledger, caseKind, caseStream(asked.batch, unit))).state),
  )
  const wrong = found.map((state, i) => whyNot(state, units[i] ?? '', asked))
  const out = wrong.flatMap((why, i) => (why ? [{ unit: units[i] ?? '', why }] : []))
  const names = await unitNamesAt(ledger, out.length > 0 ? out.map(({ unit }) => unit) : units, received, known)
  if (out.length === 0) {
    const nameOf = (unit: string) => names.get(unit) ?? unit
    const cases = new Map(found.map((state) => [state.unit, state]))
    const early = whyTooEarly('发布日期', asked.on, await cameThrough(ledger, cases, { on: asked.on, nameOf }))
    if (early) throw new Refused('incomplete', `${early}。`, { 'publication.on': early })
    return
  }
  const named = out.map(({ unit, why }) => `${names.get(unit) ?? unit}（${why}）`)
  const fields = Object.fromEntries(wrong.flatMap((why, i) => (why ? [[`cases.${i}`, why]] : [])))
  throw new Refused('incomplete', `有${named.length}个单位不能列入公示：${nameSome(named, '、')}。`, fields)
}

function whyNot(
  state: Case,
  unit: string,
  { step, others, prepared }: Pick<Listing, 'step' | 'others' | 'prepared'>,
): string | undefined {
  if (state.visit === 0) return '本批次没有申报件'
  if (state.step !== step) return `现处“${titleOf(state.procedure, state.step)}”`
  if (prepared && state.last && state.last.at > prepared) return '拟制以后又重新来到本环节，请退回后重新拟制'
  const listed = namedIn(others, unit, state.last?.at)
  return listed ? `已列入第${listed.n}期公示` : whyWaiting(state)?.replace(/。$/, '')
}
