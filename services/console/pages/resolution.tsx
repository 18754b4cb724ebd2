/** The meetings of one step of a batch: the next one is entered, the earlier ones are shown. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Flex } from 'antd'
import { useEffect, useState } from 'react'
import { intakeEndpoints } from '#contracts/intake.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import './print.css'
import { ResolutionForm } from './resolution-form.tsx'
import { ResolutionRecord } from './resolution-record.tsx'

export default function ResolutionPage({ batch, step }: { batch: string; step: string }) {
  const api = useApi()
  const queries = useQueryClient()
  const key = ['resolution', batch, step]
  const {
    data: page,
    error,
    refetch,
  } = useQuery({ queryKey: key, queryFn: () => api(intakeEndpoints.readResolutions, { params: { batch, step } }) })
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(rosterEndpoints.readMe) })
  const [printed, setPrinted] = useState<number>()
  useEffect(() => {
    if (printed === undefined) return
    window.print()
    setPrinted(undefined)
  }, [printed])
  if (error && !page) return <Refusal error={error} again={refetch} />
  if (!page || !me.data) return <Loading />
  const mayRecord = me.data.appointments.some(({ appointment }) => appointment === 'meetingSecretary')

  return (
    <Flex vertical gap={16}>
      {mayRecord && (
        <div className="not-printed">
          <ResolutionForm
            // After a meeting was recorded the next one begins anew.
            key={page.meetings.length}
            page={page}
            send={async (body, command) => {
              queries.setQueryData(
                key,
                await api(intakeEndpoints.recordResolution, { params: { batch, step }, body, command }),
              )
              await Promise.all(
                [['worklist'], ['board', batch], ['case', batch]].map((queryKey) =>
                  queries.invalidateQueries({ queryKey }),
                ),
              )
            }}
          />
        </div>
      )}
      {page.meetings.length === 0 && !mayRecord && <Alert type="info" title={`还没有登记${page.stepTitle}决定`} />}
      {[...page.meetings].reverse().map((meeting) => (
        <ResolutionRecord
          key={meeting.number}
          page={page}
          meeting={meeting}
          isHidden={printed !== undefined && printed !== meeting.number}
          print={() => setPrinted(meeting.number)}
        />
      ))}
    </Flex>
  )
}
