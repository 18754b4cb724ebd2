/** A letter as the office sends it: to which organs, about which units of the batch. */
import { Button, Card, Flex, Select, Typography } from 'antd'
import { useState } from 'react'
import { type ConsultationsPage, consultationEndpoints } from '#contracts/consultation/consultation.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { isDay } from '#contracts/forms.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { keptValues, type Values } from '../forms/kept-values.ts'
import { ListCases, listed } from '../list/list-cases.tsx'
import { useApi } from '../session/api.ts'
import { arrived } from '../session/parts.ts'
import { useTraining } from '../session/training.ts'
import { NotYet } from '../word/not-yet.ts'
import { PrintButton } from '../word/paper-buttons.tsx'
import { useShowConsultations } from './use-consultations.ts'

const fieldsOf = ({ organs }: ConsultationsPage): readonly FieldDefinition[] => [
  { name: 'reference', label: '函号', kind: 'text', required: true, max: 60, open: true, says: 'number' },
  { name: 'on', label: '发函日期', kind: 'date', required: true },
  { name: 'lastDay', label: '复函期限', kind: 'date', required: true },
  {
    ...{ name: 'organs', label: '发往的机关', kind: 'choices', required: true },
    choices: organs.map(({ organ, title }) => ({ value: organ, label: title })),
  },
]

type Props = { page: ConsultationsPage; done: () => void }
export default function SendConsultation({ page, done }: Props) {
  const api = useApi()
  const { batch, seen, organs, units } = page
  const show = useShowConsultations(batch.id)
  const [left, setLeft] = useState<readonly string[]>([])
  const steps = [...new Map(units.map(({ step, stepTitle }) => [step, stepTitle]))]
  const named = listed(units, left)
  const send = async ({ reference, on, lastDay, organs: chosen }: Values, command: string) => {
    const body = {
      ...{ reference: String(reference ?? ''), on: String(on ?? ''), lastDay: String(lastDay ?? ''), seen },
      ...{ organs: Array.isArray(chosen) ? chosen.map(String) : [], units: named },
    }
    show(await api(consultationEndpoints.sendConsultation, { params: { batch: batch.id }, body, command }))
    setLeft([])
    done()
  }
  const training = useTraining() !== undefined
  const name = `consultations/${batch.id}`
  const all = { organs: organs.map(({ organ }) => organ) }
  /** The letters as they would be sent, of what stands in the form at that moment; without a number they are drafts. */
  const drafts = async () => {
    const typed: Values = { ...all, ...keptValues(name) }
    const { on, lastDay, organs: chosen } = typed
    const to = organs.filter(({ organ }) => Array.isArray(chosen) && chosen.includes(organ))
    if (to.length === 0) throw new NotYet('请先选择发往的机关。')
    const letterPaper = await arrived(async () => (await import('./letter-paper.ts')).letterPaper)
    const letter = {
      units: units.filter(({ unit }) => named.includes(unit)),
      ...(typeof on === 'string' && isDay(on) && { on }),
      ...(typeof lastDay === 'string' && isDay(lastDay) && { lastDay }),
    }
    return to.map(({ title }) => letterPaper({ page, letter, to: title, training }))
  }
  return (
    <Card
      size="small"
      title="登记函询"
      className="not-printed"
      {...(seen > 0 && { extra: <Button onClick={done}>取消</Button> })}
    >
      <Flex vertical gap={12}>
        {steps.length > 1 && (
          <Flex gap={8} align="center">
            <Typography.Text>只选一个环节的单位</Typography.Text>
            <Select
              aria-label="只选一个环节的单位"
              allowClear
              placeholder="全部环节"
              style={{ minWidth: 200 }}
              onChange={(step: string | undefined) =>
                setLeft(units.flatMap((one) => (step === undefined || one.step === step ? [] : [one.unit])))
              }
              options={steps.map(([value, label]) => ({ value, label }))}
            />
          </Flex>
        )}
        <ListCases label="函询的单位" waiting={units} left={left} leave={setLeft} />
        <CommandForm
          key={seen}
          name={name}
          about={{ is: String(seen), otherwise: '这里有登记前一次函询之前填写的内容，请核对后再办。' }}
          fields={fieldsOf(page)}
          values={all}
          owner={officeFor('consultation')}
          submit="登记函询"
          confirm={`就${named.length}个单位向所选机关发函，登记后不能修改，登记有误的只能撤销后重新登记。是否登记？`}
          wait={named.length === 0 ? '请至少选择一个单位。' : undefined}
          send={send}
        />
        <div>
          <PrintButton label="函件草稿" papers={drafts} disabled={named.length === 0} />
        </div>
      </Flex>
    </Card>
  )
}
