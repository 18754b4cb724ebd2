/** A result is corrected or withdrawn, with a reason; what was entered stays on the page. */
import { Button, Card } from 'antd'
import { fieldsOf } from '#contracts/forms.ts'
import { type EnteringPage, type ResultShown, resultsEndpoints, withdrawingForm } from '#contracts/results/results.ts'
import { RESULT_KINDS } from '#external-results/kinds-of-results.ts'
import { useAtField } from '../forms/at-field.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Values } from '../forms/kept-values.ts'
import { useApi } from '../session/api.ts'
import { factsIn, valuesOf } from './facts-in.ts'
import { fieldsToCorrect, mustBeGraded } from './fields-of-result.ts'
import { useShowResults } from './use-results.ts'

export type Changing = 'correct' | 'withdraw'
type Props = {
  entering: EnteringPage['kinds'][number]
  result: ResultShown
  does: Changing
  done: () => void
  /** Tells the page what a refusal said, where it has changed meanwhile. */
  passed: (error: unknown) => void
}
export default function ChangeResult({ entering, result, does, done, passed }: Props) {
  const api = useApi()
  const show = useShowResults()
  const { year, n, name: unit, kind, versions } = result
  const held = versions.at(-1)
  const seen = versions.length
  const name = `results/${year}/${n}/${does}`
  useAtField(name, does === 'correct' ? 'on' : 'reason')
  const params = { year: String(year), n: String(n) }
  const whose = `${unit}的${RESULT_KINDS[kind]}（第${n}号）`
  const send = async (values: Values, command: string) => {
    const reason = String(values.reason ?? '')
    try {
      show(
        does === 'correct'
          ? await api(resultsEndpoints.correctResult, {
              ...{ params, body: { ...factsIn(values), reason, seen }, command },
            })
          : await api(resultsEndpoints.withdrawResult, { params, body: { reason, seen }, command }),
      )
    } catch (error) {
      passed(error)
      throw error
    }
    done()
  }
  const doing = does === 'correct' ? '更正结果' : '撤销结果'
  return (
    <Card
      size="small"
      className="not-printed"
      title={`${doing}：${whose}`}
      extra={<Button onClick={done}>取消</Button>}
    >
      <CommandForm
        name={name}
        about={{ is: String(seen), otherwise: '这里有此前更正、撤销这一结果时填写的内容，请核对后再办。' }}
        fields={does === 'correct' ? fieldsToCorrect(entering, held) : fieldsOf(withdrawingForm)}
        values={does === 'correct' && held ? valuesOf(held, entering.owner) : {}}
        names={held?.scan ? { [held.scan.sha256]: held.scan.name } : {}}
        owner={entering.owner}
        submit={doing}
        check={(values) => does === 'correct' && mustBeGraded(kind, values)}
        danger={does === 'withdraw'}
        confirm={
          does === 'correct'
            ? `更正${whose}，原登记的内容仍可查看。是否更正？`
            : `撤销${whose}，核对该单位的页面不再显示，原登记的内容仍可查看。是否撤销？`
        }
        send={send}
      />
    </Card>
  )
}
