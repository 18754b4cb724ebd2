/** The meetings of one step of a batch: the list is submitted, the next one is entered, the earlier ones are shown. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Empty, Flex } from 'antd'
import { useEffect, useState } from 'react'
import { ApiError } from '#contracts/client.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import type { ResolutionPage as Page } from '#contracts/meeting.ts'
import { KnownOfUnits } from '../beside/known-beside.tsx'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { PrepareList } from './prepare-list.tsx'
import { ResolutionForm } from './resolution-form.tsx'
import { ResolutionRecord } from './resolution-record.tsx'
import { SubmittedLists } from './submitted-lists.tsx'

export default function ResolutionPage({ batch, step }: { batch: string; step: string }) {
  const api = useApi()
  const queries = useQueryClient()
  const params = { batch, step }
  const key = ['resolution', batch, step]
  const {
    data: page,
    error,
    refetch,
  } = useQuery({ queryKey: key, queryFn: () => api(intakeEndpoints.readResolutions, { params }) })
  const [printed, setPrinted] = useState<number>()
  useEffect(() => {
    if (printed === undefined) return
    window.print()
    setPrinted(undefined)
  }, [printed])
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  if (error && !page) return <Refusal error={error} again={refetch} />
  if (!page) return <Loading />
  const show = async (next: Page) => {
    queries.setQueryData(key, next)
    await Promise.all(
      [['worklist'], ['board', batch], ['case', batch]].map((queryKey) => queries.invalidateQueries({ queryKey })),
    )
  }
  const mayPrepare = page.commands.includes('prepare-list')
  const mayRecord = page.commands.includes('record-resolution')

  return (
    <Flex vertical gap={16}>
      {mayPrepare && (
        <div className="not-printed">
          <PrepareList
            page={page}
            send={async (body, command) => show(await api(intakeEndpoints.prepareList, { params, body, command }))}
          />
        </div>
      )}
      {page.lists.length > 0 && <SubmittedLists page={page} />}
      {!mayPrepare && <KnownOfUnits batch={page.batch} units={page.waiting} />}
      {mayRecord && (
        <div className="not-printed">
          <ResolutionForm
            // After a meeting was recorded the next one begins anew.
            key={page.meetings.length}
            page={page}
            send={async (body, command) => show(await api(intakeEndpoints.recordResolution, { params, body, command }))}
          />
        </div>
      )}
      {!mayRecord && page.submitted.length > 0 && (
        <Alert
          className="not-printed"
          type="info"
          showIcon
          title={`已提请、等待审议的${page.submitted.length}个单位`}
          description={page.submitted.map(({ name }) => name).join('、')}
        />
      )}
      {page.meetings.length === 0 && !mayRecord && <Alert type="info" title={`还没有登记“${page.stepTitle}”的决定`} />}
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
