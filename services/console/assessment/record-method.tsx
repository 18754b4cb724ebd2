/** A record of a method as it was gone through on one day; it takes in what whoever records has noted of single indicators. */
import { Typography } from 'antd'
import { dateOf } from '#calendar/deadline.ts'
import { instantOf } from '#calendar/instant.ts'
import { type AssessmentPage, assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import { ApiError } from '#contracts/client.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Values } from '../forms/kept-values.ts'
import { useApi } from '../session/api.ts'
import { useServerNow } from '../shell/server-now.ts'
import { Loading } from '../shell/states.tsx'
import { type Method, saidTakenIn } from './noted.ts'
import { recordFields, recordName } from './record-fields.ts'
import { type Params, useRecorded } from './use-assessment.ts'

type Props = {
  params: Params
  page: AssessmentPage
  method: Method
  /** Saves what is typed of single indicators. @returns whether all of it is at the server */
  flush: () => Promise<boolean>
  /** Indicators of which something is in this browser alone. */
  unsaved: number
  done: () => void
  /** Told what a refusal said: it may have come because there is nothing to be recorded any more, and the form goes with it. */
  refused: (says: string) => void
}

const MEASURED = ['mark', 'invited', 'passMark', 'marks', 'answers'] as const
/** What was filled in of what the method measures as a whole, as lines. */
const asMeasured = (values: Values): Partial<Record<(typeof MEASURED)[number], string>> =>
  Object.fromEntries(
    MEASURED.flatMap((name) =>
      values[name] === undefined || values[name] === null ? [] : [[name, String(values[name])]],
    ),
  )

export default function RecordMethod({ params, page, method, flush, unsaved, done, refused }: Props) {
  const api = useApi()
  const now = useServerNow()()
  const recorded = useRecorded(params)
  const submit = `记录“${method.title}”`
  const send = async (values: Values, command: string) => {
    if (!(await flush())) {
      await recorded.again()
      const isOn = recorded.now()?.methods.find(({ name }) => name === method.name)?.writes
      throw new Error(`还有指标情况没有保存到系统，本次没有记录${isOn === false ? '' : '；请稍候再办'}。`)
    }
    const { on, people, place, findings, files, ...measured } = values
    // What was saved a moment ago is part of what is recorded.
    const seen = recorded.now()?.methods.find(({ name }) => name === method.name) ?? method
    const body = {
      ...{ on: String(on ?? ''), findings: String(findings ?? ''), visit: page.visit, sheet: seen.sheet },
      people: Array.isArray(people) ? people.map(String) : [],
      ...asMeasured(measured),
      ...(typeof place === 'string' && place !== '' && { place }),
      ...(Array.isArray(files) && files.length > 0 && { files: files.map(String) }),
    }
    try {
      await api(assessmentEndpoints.recordMethod, { params: { ...params, method: method.name }, body, command })
      await recorded.done()
    } catch (error) {
      // What has changed meanwhile is shown beside what the refusal says.
      if (error instanceof ApiError && error.status === 409) {
        refused(error.message)
        void recorded.again()
      }
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
        name={recordName(params, method.name)}
        about={{ is: `${page.visit}`, otherwise: '这里有本件离开本环节之前填写的内容，请核对后再办。' }}
        fields={recordFields(page.people, method)}
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
