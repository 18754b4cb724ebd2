/** What organs have found of a unit in three years, in a line each, where it is checked. */
import { Link } from 'wouter'
import { type RecentResults, type ResultShown, versionShownOf } from '#contracts/results/results.ts'
import { RESULT_KINDS } from '#external-results/kinds-of-results.ts'
import { BesideCard, BesideList, BesideOf, type Listed } from '../beside/beside-card.tsx'
import { saidOrgan, saidResult } from './said-result.ts'
import { useRecentResults } from './use-results.ts'

const WHAT = '外部结果'
const foundOf = ({ results }: RecentResults, unit: string) => results.filter((one) => one.unit === unit)

const LinesOf = ({ results }: { results: readonly ResultShown[] }) =>
  results.map((result) => {
    const { year, n, kind } = result
    const held = versionShownOf(result)
    return (
      held && (
        <div key={`${year} ${n}`} style={{ whiteSpace: 'pre-wrap' }}>
          <Link href={`/console/results/${year}`} className="in-text">
            {RESULT_KINDS[kind]}
          </Link>
          ：{saidResult(held)}
          {held.text && <div>{held.text}</div>}
          {held.byOffice && `　${saidOrgan(held)}`}
        </div>
      )
    )
  })

/** Of one unit, beside what is checked of it. */
export function FoundLines({ unit }: { unit: string }) {
  const shown = (page: RecentResults) =>
    foundOf(page, unit).length > 0 && (
      <BesideCard what={WHAT}>
        <LinesOf results={foundOf(page, unit)} />
      </BesideCard>
    )
  return <BesideOf what={WHAT} query={useRecentResults()} shown={shown} />
}

/** Of the units of a list. */
export function FoundOfList({ units }: { units: readonly Listed[] }) {
  const of = (page: RecentResults) => (unit: string) =>
    foundOf(page, unit).length > 0 ? <LinesOf results={foundOf(page, unit)} /> : undefined
  const isKnown = (page: RecentResults) => units.some(({ unit }) => foundOf(page, unit).length > 0)
  const shown = (page: RecentResults) =>
    isKnown(page) && <BesideList what={WHAT} units={units} none="近三年没有登记的结果" of={of(page)} />
  return <BesideOf what={WHAT} query={useRecentResults()} shown={shown} />
}
