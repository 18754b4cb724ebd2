/** Gives back indicators that one has, and says why. */
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { giveBackForm } from '#contracts/dossier/spread.ts'
import { fieldsOf } from '#contracts/forms.ts'
import { CommandForm } from '../../forms/command-form.tsx'
import type { Values } from '../../forms/kept-values.ts'
import { useLookAgain } from '../../list/look-again.ts'
import { useApi } from '../../session/api.ts'
import { type Params, useShowSpread } from './use-spread.ts'

type Props = {
  params: Params
  owner: string
  /** How many changes of the spread are seen. */
  seen: number
  items: readonly string[]
  done: () => void
}

export function GiveBackForm({ params, owner, seen, items, done }: Props) {
  const api = useApi()
  const show = useShowSpread(params)
  const lookingAgain = useLookAgain()
  const giveBack = async (values: Values, command: string) => {
    const body = { items: [...items], seen, reason: String(values.reason ?? '') }
    show(await lookingAgain(() => api(dossierEndpoints.giveBackShare, { params, body, command })))
    done()
    return `已退回${items.length}项`
  }
  return (
    <CommandForm
      name={`${params.batch}/${params.unit}/dossier-spread/back`}
      fields={fieldsOf(giveBackForm)}
      values={{}}
      owner={owner}
      submit="退回"
      wait={items.length === 0 ? '请先选择指标' : undefined}
      send={giveBack}
    />
  )
}
