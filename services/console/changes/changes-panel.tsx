/** How the dates of a batch stand, what was amended, and its end: an officer prepares, the head approves. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Card, Flex, Table, Typography } from 'antd'
import { Suspense } from 'react'
import { approveBody, returnPreparationBody } from '#contracts/announcement.ts'
import type { ChangesPage } from '#contracts/change.ts'
import { intakeEndpoints as at } from '#contracts/intake.ts'
import { checked } from '../forms/checked.ts'
import { useApi } from '../session/api.ts'
import { partOfPage } from '../session/parts.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { MovedDates } from './moved-dates.tsx'
import { PendingChange } from './pending-change.tsx'

/** Its fields are heavy, and most who look at a board prepare nothing. */
const Preparing = partOfPage(() => import('./preparing.tsx'))

export function ChangesPanel({ batch }: { batch: string }) {
  const api = useApi()
  const queries = useQueryClient()
  const key = ['changes', batch]
  const params = { batch }
  const { data: page, error, refetch } = useQuery({ queryKey: key, queryFn: () => api(at.readChanges, { params }) })
  const show = (next: ChangesPage) => {
    queries.setQueryData(key, next)
    void queries.invalidateQueries()
  }
  // A look that fails later must not take away what is typed.
  if (error && !page) return <Refusal error={error} again={refetch} />
  if (!page) return <Loading />
  const { amendment, cancelling, amended, cancelled, dates, open, commands, apart } = page
  const may = (command: ChangesPage['commands'][number]) => commands.includes(command)
  const ends = `${open}个单位的申报件随之终止，批次不能恢复。`
  return (
    <Card size="small" title="变更与取消">
      <Flex vertical gap={12}>
        {cancelled && (
          <Alert
            type="error"
            showIcon
            title={`本批次已于${cancelled.said}取消：${cancelled.reason}${cancelled.number ? `（${cancelled.number}）` : ''}`}
            description={`${cancelled.preparedBy}拟制，${cancelled.approvedBy}签发。`}
          />
        )}
        {apart && <Alert type="info" showIcon title={apart} />}
        <Table
          className="stacks"
          rowKey="step"
          size="small"
          dataSource={dates}
          pagination={false}
          columns={[
            { title: '环节', dataIndex: 'title' },
            { title: '通知规定', dataIndex: 'called' },
            {
              title: '现行截止',
              render: (_, { due, called }) =>
                due.said === called ? due.said : <Typography.Text strong>{due.said}（已变更）</Typography.Text>,
            },
            {
              title: '变更',
              render: (_, { mayMove }) => (mayMove ? '可以推迟' : cancelled ? '批次已取消' : '已截止，不再变更'),
            },
          ]}
        />
        {amended.length > 0 && (
          <Flex vertical gap={8}>
            {amended.map(({ said, reason, number, preparedBy, approvedBy, dates: moved }) => (
              <Card
                size="small"
                type="inner"
                key={said}
                title={`${said}签发的变更通知${number ? `（${number}）` : ''}`}
              >
                <MovedDates dates={moved} />
                理由：{reason}（{preparedBy}拟制，{approvedBy}签发）
              </Card>
            ))}
          </Flex>
        )}
        {amendment && (
          <PendingChange
            name={`amendment/${batch}`}
            what="变更通知"
            pending={amendment}
            mayApprove={may('approve-amendment')}
            consequence="在办的申报件按新的期限办理；单位另有更长期限的，仍按其期限。"
            approve={async (command) => {
              const body = checked(approveBody, { prepared: amendment.prepared, secrecyChecked: true })
              show(await api(at.approveAmendment, { params, body, command }))
            }}
            giveBack={async (reason, command) => {
              const body = checked(returnPreparationBody, { prepared: amendment.prepared, reason })
              show(await api(at.returnAmendment, { params, body, command }))
            }}
          />
        )}
        {cancelling && (
          <PendingChange
            name={`cancelling/${batch}`}
            what="取消批次的决定"
            pending={cancelling}
            mayApprove={may('approve-cancelling')}
            consequence={ends}
            approve={async (command) => {
              const body = checked(approveBody, { prepared: cancelling.prepared, secrecyChecked: true })
              show(await api(at.approveCancelling, { params, body, command }))
            }}
            giveBack={async (reason, command) => {
              const body = checked(returnPreparationBody, { prepared: cancelling.prepared, reason })
              show(await api(at.returnCancelling, { params, body, command }))
            }}
          />
        )}
        {(may('prepare-amendment') || may('prepare-cancelling')) && (
          <Suspense>
            <Preparing page={page} may={may} ends={ends} show={show} />
          </Suspense>
        )}
      </Flex>
    </Card>
  )
}
