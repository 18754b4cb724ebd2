/** What organs reply of one unit, and what they have found of it, each for whoever may read it. */
import { AskedLines } from '../consultation/asked-lines.tsx'
import { FoundLines } from '../results/found-lines.tsx'

type Props = { batch: string; unit: string; asked: boolean; found: boolean }
export default function KnownOfUnit({ batch, unit, asked, found }: Props) {
  return (
    <>
      {asked && <AskedLines batch={batch} unit={unit} />}
      {found && <FoundLines unit={unit} />}
    </>
  )
}
