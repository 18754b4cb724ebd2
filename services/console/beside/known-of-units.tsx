/** The same of the units of a list. */
import { AskedOfList } from '../consultation/asked-lines.tsx'
import { FoundOfList } from '../results/found-lines.tsx'
import type { Listed } from './beside-card.tsx'

type Props = { batch: string; units: readonly Listed[]; asked: boolean; found: boolean }
export default function KnownOfUnits({ batch, units, asked, found }: Props) {
  return (
    <>
      {asked && <AskedOfList batch={batch} units={units} />}
      {found && <FoundOfList units={units} />}
    </>
  )
}
