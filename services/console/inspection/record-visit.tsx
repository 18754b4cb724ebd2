/** A visit as the office records it: what was looked at, and each finding with the day by which it is to be mended. */
import { Button, Card, Flex } from 'antd'
import { useState } from 'react'
import type { FieldDefinition } from '#contracts/forms.ts'
import { type InspectionPage, inspectionEndpoints, MOST_FINDINGS } from '#contracts/work/inspection.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { keptValues, type Values } from '../forms/kept-values.ts'
import { useApi } from '../session/api.ts'
import { type About, useShowInspection } from './use-inspection.ts'

const fieldsOf = (people: InspectionPage['people'], findings: number): readonly FieldDefinition[] => [
  { name: 'on', label: '检查日期', kind: 'date', required: true },
  { name: 'place', label: '检查地点', kind: 'text', required: true, max: 100 },
  {
    ...{ name: 'visitors', label: '检查人员', kind: 'choices', required: true },
    choices: people.map(({ person, name }) => ({ value: person, label: name })),
  },
  { name: 'text', label: '检查内容', kind: 'longText', required: true, max: 2000, says: 'sentence' },
  { name: 'files', label: '照片和扫描件', kind: 'files', required: false },
  ...Array.from({ length: findings }, (_, i): readonly FieldDefinition[] => [
    { name: `finding${i}`, label: `发现的问题${i + 1}`, kind: 'longText', required: true, max: 2000, says: 'sentence' },
    { name: `lastDay${i}`, label: `问题${i + 1}的整改期限`, kind: 'date', required: true },
  ]).flat(),
]

export default function RecordVisit({ page, ...about }: About & { page: InspectionPage }) {
  const api = useApi()
  const show = useShowInspection(about)
  const name = `inspection/${about.batch}/${about.unit}/recording`
  const [findings, setFindings] = useState(
    () => Object.keys(keptValues(name) ?? {}).filter((field) => field.startsWith('finding')).length,
  )
  const send = async (values: Values, command: string) => {
    const said = (field: string) => String(values[field] ?? '')
    const { visitors, files } = values
    const body = {
      ...{ on: said('on'), place: said('place'), text: said('text'), seen: page.seen },
      visitors: Array.isArray(visitors) ? visitors.map(String) : [],
      ...(Array.isArray(files) && files.length > 0 && { files: files.map(String) }),
      findings: Array.from({ length: findings }, (_, i) => ({
        text: said(`finding${i}`),
        lastDay: said(`lastDay${i}`),
      })),
    }
    show(await api(inspectionEndpoints.recordVisit, { params: about, body, command }))
    setFindings(0)
  }
  return (
    <Card size="small" type="inner" title="登记监督检查">
      <Flex vertical gap={8}>
        <Flex gap={8}>
          <Button size="small" disabled={findings >= MOST_FINDINGS} onClick={() => setFindings(findings + 1)}>
            增加一个发现的问题
          </Button>
          {findings > 0 && (
            <Button size="small" onClick={() => setFindings(findings - 1)}>
              去掉问题{findings}
            </Button>
          )}
        </Flex>
        <CommandForm
          key={page.seen}
          name={name}
          about={{ is: String(page.seen), otherwise: '这里有登记前一次检查之前填写的内容，请核对后再办。' }}
          fields={fieldsOf(page.people, findings)}
          values={{}}
          owner={officeOn(about.unit)}
          submit="登记监督检查"
          confirm="登记后单位可以看到，不能再改。是否登记？"
          send={send}
        />
      </Flex>
    </Card>
  )
}
