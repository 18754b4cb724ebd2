/** The call: what is frozen when it opens. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Card } from 'antd'
import { useLocation } from 'wouter'
import { type CatalogueLine, catalogueEndpoints } from '#contracts/catalogue.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { callBody, intakeEndpoints } from '#contracts/intake.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'

const CONVENTIONS = {
  A: '自然日，首日计入',
  B: '自然日，首日不计，末日逢休息日顺延',
  C: '工作日，首日不计',
  D: '工作日，首日计入',
}
const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
const MODES = choicesOf({ online: '在线签署', paper: '纸质签署并上传扫描件' })

const fields: readonly FieldDefinition[] = [
  { name: 'batch', label: '批次编号', kind: 'text', required: true, max: 20, help: '如2018-2，发布后不能改' },
  { name: 'title', label: '通知标题', kind: 'text', required: true, max: 120 },
  { name: 'reference', label: '批准文号', kind: 'text', required: true, max: 80, help: '没有批准文号不能发布' },
  { name: 'date', label: '批准日期', kind: 'date', required: true },
  { name: 'by', label: '批准机关', kind: 'text', required: true, max: 60 },
  { name: 'lastDay', label: '创建申请截止日', kind: 'date', required: true, help: '当日24时截止' },
  { name: 'days', label: '公示天数', kind: 'number', required: true },
  { name: 'convention', label: '公示期计算方法', kind: 'choice', required: true, choices: choicesOf(CONVENTIONS) },
  { name: 'returnDays', label: '退回补正天数', kind: 'number', required: true },
  { name: 'replyDays', label: '异议答复天数', kind: 'number', required: true },
  { name: 'quota', label: '命名名额', kind: 'number', required: true },
  { name: 'legalOffice', label: '单位法制机构意见', kind: 'choice', required: true, choices: MODES },
  { name: 'unitHead', label: '单位主要负责人意见', kind: 'choice', required: true, choices: MODES },
  {
    name: 'trial',
    label: '性质',
    kind: 'choice',
    required: true,
    choices: choicesOf({ no: '正式批次', yes: '演练（不进入名录）' }),
  },
]

const NO_STANDARD = 'none'
/** Every published version, each catalogue's newest first, and the choice of none. */
const standardField = (catalogues: readonly CatalogueLine[]): FieldDefinition => ({
  name: 'standard',
  label: '标准',
  kind: 'choice',
  required: true,
  choices: [
    ...catalogues.flatMap(({ catalogue, place, versions }) =>
      [...versions].reverse().map(({ number, title }) => ({
        value: `${catalogue}/${number}`,
        label: `${title}，第${number}版（${place}）`,
      })),
    ),
    { value: NO_STANDARD, label: '不选用标准' },
  ],
  help: catalogues.length > 0 ? '发布后固定，不随标准的新版改变' : '还没有发布标准；法制办负责人发布后才能选用',
})
/** What was chosen; null where nothing was. */
function standardChosen(value: unknown, catalogues: readonly CatalogueLine[]) {
  if (value === NO_STANDARD) return undefined
  const all = catalogues.flatMap(({ catalogue, versions }) =>
    versions.map(({ number, digest }) => ({ catalogue, version: number, digest })),
  )
  return all.find(({ catalogue, version }) => `${catalogue}/${version}` === value) ?? null
}

export default function NewCall() {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['catalogues'],
    queryFn: () => api(catalogueEndpoints.listCatalogues),
  })
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const { catalogues } = data
  return (
    <Card title="发布创建通知">
      <CommandForm
        name="new-call"
        fields={[...fields.slice(0, 5), standardField(catalogues), ...fields.slice(5)]}
        values={{
          days: 7,
          convention: 'A',
          returnDays: 10,
          replyDays: 15,
          quota: 10,
          legalOffice: 'online',
          unitHead: 'paper',
          trial: 'no',
        }}
        owner="office"
        submit="发布通知"
        confirm="通知发布后内容即固定，确认发布？"
        send={async (
          {
            batch,
            title,
            reference,
            date,
            by,
            lastDay,
            days,
            convention,
            returnDays,
            replyDays,
            quota,
            legalOffice,
            unitHead,
            trial,
            standard,
          },
          command,
        ) => {
          const body = checked(callBody, {
            title,
            approval: { reference, date, by },
            trial: trial === 'yes',
            procedure: 'creation',
            application: { lastDay },
            notice: { days, convention },
            returnDays,
            replyDays,
            quota,
            signOffs: { legalOffice, unitHead },
            standard: standardChosen(standard, catalogues),
          })
          await api(intakeEndpoints.openCall, { params: { batch: String(batch) }, body, command })
          await queries.invalidateQueries()
          goTo(`/console/batches/${String(batch)}`)
        }}
      />
    </Card>
  )
}
