/** A record of a method as it was gone through on one day; it takes in what whoever records has noted of single indicators. */
import { Typography } from 'antd'
import { dateOf } from '#calendar/deadline.ts'
import { instantOf } from '#calendar/instant.ts'
import { type AssessmentPage, assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import { ApiError } from '#contracts/client.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Values } from '../forms/kept-values.ts'
import { useApi } from '../session/api.ts'
import { useServerNow } from '../shell/server-now.ts'
import { Loading } from '../shell/states.tsx'
import { type Method, saidTakenIn } from './noted.ts'
import { type Params, useRecorded } from './use-assessment.ts'

const fieldsOf = (people: AssessmentPage['people']): readonly FieldDefinition[] => [
  { name: 'on', label: '日期', kind: 'date', required: true },
  {
    ...{ name: 'people', label: '参加人员', kind: 'choices', required: true },
    choices: people.map(({ person, name }) => ({ value: person, label: name })),
  },
  { name: 'place', label: '地点', kind: 'text', required: false, max: 100 },
  { name: 'findings', label: '情况记录', kind: 'longText', required: true, max: 2000, says: 'sentence' },
  { name: 'files', label: '照片和扫描件', kind: 'files', required: false },
]

type Props = {
  params: Params
  page: AssessmentPage
  method: Method
  /** Saves what is typed of single indicators. @returns whether all of it is at the server */
  flush: () => Promise<boolean>
  /** Indicators of which something is in this browser alone. */
  unsaved: number
  done: () => void
}

export default function RecordMethod({ params, page, method, flush, unsaved, done }: Props) {
  const api = useApi()
  const now = useServerNow()()
  const recorded = useRecorded(params)
  const submit = `记录“${method.title}”`
  const send = async (values: Values, command: string) => {
    if (!(await flush())) throw new Error('还有指标情况没有保存到系统，本次没有记录；请稍候再办。')
    const { on, people, place, findings, files } = values
    // What was saved a moment ago is part of what is recorded.
    const seen = recorded.now()?.methods.find(({ name }) => name === method.name) ?? method
    const body = {
      ...{ on: String(on ?? ''), findings: String(findings ?? ''), visit: page.visit, sheet: seen.sheet },
      people: Array.isArray(people) ? people.map(String) : [],
      ...(typeof place === 'string' && place !== '' && { place }),
      ...(Array.isArray(files) && files.length > 0 && { files: files.map(String) }),
    }
    try {
      recorded.show(
        await api(assessmentEndpoints.recordMethod, { params: { ...params, method: method.name }, body, command }),
      )
    } catch (error) {
      // What has changed meanwhile is shown beside what the refusal says.
      if (error instanceof ApiError && error.status === 409) void recorded.again()
      throw error
    }
    done()
    return `${submit}：已记录`
  }
  // The day that the form begins with is the county's.
  if (now === undefined) return <Loading />
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: 17, margin: '0 0 8px' }}>
        {submit}
      </Typography.Title>
      {page.dossier && <Typography.Paragraph data-taken-in>{saidTakenIn(method)}</Typography.Paragraph>}
      <CommandForm
        // What was recorded once is not the beginning of the next record.
        key={`${method.name} ${method.records}`}
        name={`assessment/${params.batch}/${params.unit}/${method.name}/recording`}
        about={{ is: `${page.visit}`, otherwise: '这里有本件离开本环节之前填写的内容，请核对后再办。' }}
        fields={fieldsOf(page.people)}
        values={{
          on: dateOf(instantOf(now)),
          people: page.people.some(({ person }) => person === page.me) ? [page.me] : [],
        }}
        owner={page.owner}
        submit={submit}
        confirm={`${page.dossier ? saidTakenIn(method) : ''}记录后不能再改。是否记录？`}
        wait={unsaved > 0 ? `还有${unsaved}项指标情况没有保存到系统（标有“待保存”），请先打开保存。` : undefined}
        send={send}
      />
    </>
  )
}
