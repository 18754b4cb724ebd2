/** A result is entered: first its kind, which says what is asked. */
import { Button, Card, Flex, Radio, Typography } from 'antd'
import { useState } from 'react'
import { type EnteringPage, resultsEndpoints } from '#contracts/results/results.ts'
import { RESULT_KINDS, type ResultKind } from '#external-results/kinds-of-results.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Values } from '../forms/kept-values.ts'
import { useApi } from '../session/api.ts'
import { factsIn } from './facts-in.ts'
import { fieldsToEnter, mustBeGraded } from './fields-of-result.ts'
import { useShowResults } from './use-results.ts'

type Props = { year: number; may: EnteringPage; done: () => void }
export default function EnterResult({ year, may, done }: Props) {
  const api = useApi()
  const show = useShowResults()
  const { kinds, units } = may
  const [chosen, choose] = useState<ResultKind | undefined>(kinds.length === 1 ? kinds[0]?.kind : undefined)
  const entering = kinds.find(({ kind }) => kind === chosen)
  const params = { year: String(year) }
  const nameOf = ({ unit }: Values) => units.find((one) => one.unit === unit)?.name ?? ''
  return (
    <Card
      size="small"
      className="not-printed"
      title={`登记${year}年的外部结果`}
      extra={<Button onClick={done}>取消</Button>}
    >
      <Flex vertical gap={12}>
        {kinds.length > 1 && (
          <Flex vertical gap={4}>
            <Typography.Text id="result-kinds">种类</Typography.Text>
            <Radio.Group
              aria-labelledby="result-kinds"
              value={chosen}
              onChange={({ target }) => choose(target.value)}
              options={kinds.map(({ kind }) => ({ value: kind, label: RESULT_KINDS[kind] }))}
            />
          </Flex>
        )}
        {entering && (
          <>
            <Typography.Text type="secondary">
              {RESULT_KINDS[entering.kind]}由{entering.organ}主管
              {entering.byOffice && '，该单位没有经办人，由法制办代录，须上传该单位的文书扫描件'}。
            </Typography.Text>
            <CommandForm
              key={entering.kind}
              name={`results/${year}/${entering.kind}`}
              fields={fieldsToEnter(entering, may)}
              values={{}}
              owner={entering.owner}
              submit="登记结果"
              check={(values) => mustBeGraded(entering.kind, values)}
              confirm={(values) => `登记${nameOf(values)}的${RESULT_KINDS[entering.kind]}，该单位可以看到。是否登记？`}
              send={async (values, command) => {
                const body = { unit: String(values.unit ?? ''), kind: entering.kind, ...factsIn(values) }
                show(await api(resultsEndpoints.enterResult, { params, body, command }))
                done()
              }}
            />
          </>
        )}
      </Flex>
    </Card>
  )
}
