/** One finding: until when it is to be mended, what the unit has answered, and what may be done about it now. */
import { Card, Flex, Tag, Typography } from 'antd'
import { shownMinute } from '#calendar/said.ts'
import type { FileReference } from '#contracts/case-page.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { type FindingShown, type InspectionPage, inspectionEndpoints } from '#contracts/work/inspection.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Values } from '../forms/kept-values.ts'
import { FileButtons } from '../panels/file-buttons.tsx'
import { useApi } from '../session/api.ts'
import { type About, useShowInspection } from './use-inspection.ts'

const STATES = {
  owed: { color: 'warning', said: '待整改' },
  late: { color: 'error', said: '逾期未整改' },
  answered: { color: 'processing', said: '已报整改情况，待确认' },
  mended: { color: 'success', said: '已整改' },
} as const
const ANSWER: readonly FieldDefinition[] = [
  { name: 'text', label: '整改情况', kind: 'longText', required: true, max: 2000, says: 'sentence' },
  { name: 'files', label: '佐证材料', kind: 'files', required: false },
]
const BACK = { field: 'outcome', among: ['back'] }
const SETTLE: readonly FieldDefinition[] = [
  {
    ...{ name: 'outcome', label: '办理意见', kind: 'choice', required: true },
    choices: [
      { value: 'mended', label: '确认已整改' },
      { value: 'back', label: '退回继续整改' },
    ],
  },
  { name: 'reason', label: '退回理由', kind: 'longText', required: true, max: 500, says: 'sentence', when: BACK },
  { name: 'lastDay', label: '新的整改期限', kind: 'date', required: true, when: BACK },
]

type Props = {
  n: number
  finding: FindingShown
  about: About
  may: InspectionPage['may']
  open: (file: FileReference) => void
}
export function FindingCard({ n, finding, about, may, open }: Props) {
  const { item, state, answers } = finding
  const { color, said } = STATES[state]
  const awaited = state === 'owed' || state === 'late'
  return (
    <Card size="small">
      <Flex vertical gap={8}>
        <Flex gap={8} align="center" wrap>
          <Typography.Text>问题{item}</Typography.Text>
          <Tag color={color}>{said}</Tag>
          <Typography.Text type="secondary">整改期限{finding.due.said}</Typography.Text>
        </Flex>
        <div style={{ whiteSpace: 'pre-wrap' }}>{finding.text}</div>
        {answers.map((one) => (
          <div key={one.at}>
            <Typography.Text type="secondary">
              {shownMinute(one.at)} {one.by}报送整改情况{one.late && '（逾期报送）'}
            </Typography.Text>
            <div style={{ whiteSpace: 'pre-wrap' }}>{one.text}</div>
            <FileButtons files={one.files} open={open} />
            {one.settled && (
              <Typography.Text type={one.settled.outcome === 'back' ? 'danger' : 'secondary'}>
                {shownMinute(one.settled.at)} {one.settled.by}
                {one.settled.outcome === 'back' ? `退回：${one.settled.reason ?? ''}` : '确认已整改'}
              </Typography.Text>
            )}
          </div>
        ))}
        {awaited && may.answer && <Answering n={n} finding={finding} about={about} />}
        {state === 'answered' && may.settle && <Settling n={n} finding={finding} about={about} />}
      </Flex>
    </Card>
  )
}

type Acting = Pick<Props, 'n' | 'finding' | 'about'>
const nameOf = ({ n, finding, about }: Acting) => `inspection/${about.batch}/${about.unit}/${n}/${finding.item}`
const seenAs = ({ finding }: Acting) => ({
  is: String(finding.answers.length),
  otherwise: '这里有整改情况变化之前填写的内容，请核对后再办。',
})

function Answering(props: Acting) {
  const api = useApi()
  const { about, n, finding } = props
  const show = useShowInspection(about)
  const send = async ({ text, files }: Values, command: string) => {
    const body = {
      ...{ text: String(text ?? ''), seen: finding.answers.length },
      ...(Array.isArray(files) && files.length > 0 && { files: files.map(String) }),
    }
    const params = { ...about, n: String(n), item: String(finding.item) }
    show(await api(inspectionEndpoints.answerFinding, { params, body, command }))
  }
  return (
    <CommandForm
      key={finding.answers.length}
      name={`${nameOf(props)}/answer`}
      about={seenAs(props)}
      fields={ANSWER}
      values={{}}
      owner={about.unit}
      submit="报送整改情况"
      label={`报送第${n}次检查问题${finding.item}的整改情况`}
      send={send}
    />
  )
}

function Settling(props: Acting) {
  const api = useApi()
  const { about, n, finding } = props
  const show = useShowInspection(about)
  const send = async ({ outcome, reason, lastDay }: Values, command: string) => {
    const back = outcome === 'back'
    const body = {
      ...{ outcome: back ? ('back' as const) : ('mended' as const), seen: finding.answers.length },
      ...(back && { reason: String(reason ?? ''), lastDay: String(lastDay ?? '') }),
    }
    const params = { ...about, n: String(n), item: String(finding.item) }
    show(await api(inspectionEndpoints.settleFinding, { params, body, command }))
  }
  return (
    <CommandForm
      key={finding.answers.length}
      name={`${nameOf(props)}/settle`}
      about={seenAs(props)}
      fields={SETTLE}
      values={{}}
      owner={about.unit}
      submit="办理整改情况"
      label={`办理第${n}次检查问题${finding.item}的整改情况`}
      confirm={({ outcome }) =>
        outcome === 'back' ? '退回后由单位继续整改。是否退回？' : '确认整改后不能再改。是否确认？'
      }
      send={send}
    />
  )
}
