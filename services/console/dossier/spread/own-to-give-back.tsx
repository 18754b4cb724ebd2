/** What somebody has been given who spreads nothing: chosen, and given back to whoever does. */
import { Alert, Card } from 'antd'
import { useState } from 'react'
import type { DossierPart } from '#contracts/dossier/dossier.ts'
import type { ShareShown, SpreadPage } from '#contracts/dossier/spread.ts'
import { ChooseIndicators } from './choose-indicators.tsx'
import { GiveBackForm } from './give-back-form.tsx'
import { ownOf } from './spread-of.ts'
import type { Params } from './use-spread.ts'

type Props = {
  params: Params
  owner: string
  page: SpreadPage
  parts: readonly DossierPart[]
  /** The form came back: what the return does not name stays as it was handed in. */
  isReturned: boolean
  /** Told of what is left to them, in the standard's order. */
  done: (left: readonly { readonly part: string; readonly item: string }[]) => void
}
/** Whose they are is said once: all are theirs. */
const UNSAID: ReadonlyMap<string, ShareShown> = new Map()

export function OwnToGiveBack({ params, owner, page, parts, isReturned, done }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (items: readonly string[], is: boolean) =>
    setChosen((before) => new Set(is ? [...before, ...items] : [...before].filter((one) => !items.includes(one))))
  const own = ownOf(page)
  const all = parts.map((part) => ({ ...part, items: part.items.filter(({ id }) => own.has(id)) }))
  const choosable = all
    .map((part) => ({ ...part, items: part.items.filter(({ reopened }) => !isReturned || reopened) }))
    .filter(({ items }) => items.length > 0)
  const items = choosable.flatMap((part) => part.items.flatMap(({ id }) => (chosen.has(id) ? [id] : [])))
  const given = () => {
    setChosen(new Set())
    done(
      all.flatMap((part) => part.items.flatMap(({ id }) => (items.includes(id) ? [] : [{ part: part.id, item: id }]))),
    )
  }
  return (
    <>
      {isReturned && <Alert type="info" showIcon title="退回补正期间只能退回列明的指标，其余各项保持提交时的内容。" />}
      <ChooseIndicators parts={choosable} shares={UNSAID} chosen={chosen} choose={choose} />
      <Card size="small" type="inner" title={`退回所选的${items.length}项`}>
        <GiveBackForm {...{ params, owner, items }} seen={page.seen} done={given} />
      </Card>
    </>
  )
}
