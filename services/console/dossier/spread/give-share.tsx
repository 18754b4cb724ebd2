/** What becomes of the indicators that are chosen: given to somebody, taken from whoever has them, or given back. */
import { Card, Flex } from 'antd'
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { type ShareShown, type SpreadPage, shareForm } from '#contracts/dossier/spread.ts'
import { type FieldDefinition, fieldsOf } from '#contracts/forms.ts'
import { CommandForm } from '../../forms/command-form.tsx'
import type { Values } from '../../forms/kept-values.ts'
import { useLookAgain } from '../../list/look-again.ts'
import { useApi } from '../../session/api.ts'
import { GiveBackForm } from './give-back-form.tsx'
import { saidHolder } from './spread-of.ts'
import { type Params, useShowSpread } from './use-spread.ts'

type Props = {
  params: Params
  page: SpreadPage
  owner: string
  /** Ids, in the standard's order. */
  items: readonly string[]
  shares: ReadonlyMap<string, ShareShown>
  done: () => void
}

export function GiveShare({ params, page, owner, items, shares, done }: Props) {
  const api = useApi()
  const show = useShowSpread(params)
  // What is chosen stays; how it is spread by now is fetched.
  const lookingAgain = useLookAgain()
  const { seen, me, people } = page
  const name = `${params.batch}/${params.unit}/dossier-spread`
  const held = items.flatMap((item) => shares.get(item) ?? [])
  const own = held.filter(({ person }) => person === me)
  const wait = items.length === 0 ? '请先选择指标' : undefined
  const told = (of: SpreadPage, words: string): string => {
    show(of)
    done()
    return words
  }
  const fields: readonly FieldDefinition[] = [
    {
      ...{ name: 'person', label: '填写人员', kind: 'choice', required: true },
      choices: people.map(({ person, name: called, appointment }) => ({
        value: person,
        label: `${called}（${appointment}）`,
      })),
    },
    ...fieldsOf(shareForm),
  ]
  const give = async (values: Values, command: string) => {
    const [person, organ, due] = ['person', 'organ', 'due'].map((field) => values[field])
    const body = {
      ...{ items: [...items], seen, person: String(person) },
      ...(organ !== undefined && { organ: String(organ) }),
      ...(due !== undefined && { due: String(due) }),
    }
    const to = people.find((one) => one.person === person)?.name ?? ''
    return told(
      await lookingAgain(() => api(dossierEndpoints.spreadDossier, { params, body, command })),
      `已把${items.length}项分给${to}`,
    )
  }
  /** Who loses something by it is named before it is done. */
  const moving = ({ person }: Values) => {
    const losing = held.filter((share) => share.person !== person)
    const names = [...new Set(losing.map(saidHolder))]
    return names.length > 0
      ? `所选${items.length}项中，有${losing.length}项已分给${names.slice(0, 5).join('、')}${names.length > 5 ? '等' : ''}。是否改派？`
      : undefined
  }
  const take = async (_values: Values, command: string) =>
    told(
      await lookingAgain(() =>
        api(dossierEndpoints.spreadDossier, { params, body: { items: [...items], seen }, command }),
      ),
      `已收回${held.length}项`,
    )
  const about = { owner, values: {} }
  return (
    <Flex vertical gap={12} data-giving>
      <Card size="small" type="inner" title={`把所选的${items.length}项分给`}>
        <CommandForm
          {...about}
          name={name}
          fields={fields}
          submit="分给该人员"
          wait={wait}
          confirm={moving}
          readOut={() => undefined}
          send={give}
        />
      </Card>
      {held.length > 0 && held.length === own.length && own.length === items.length && (
        <Card size="small" type="inner" title={`退回分给本人的${items.length}项`}>
          <GiveBackForm {...{ params, owner, seen, items, done }} />
        </Card>
      )}
      {held.length > 0 && (
        <CommandForm
          {...about}
          name={`${name}/take`}
          fields={[]}
          submit={`收回其中已分出的${held.length}项`}
          confirm={`收回后这${held.length}项没有填写人员，已经填写的内容不变。是否收回？`}
          send={take}
        />
      )}
    </Flex>
  )
}
