/** Bulletins of a batch: the office issues them, a unit that opens one has read it. */
import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Flex, Typography } from 'antd'
import { Link } from 'wouter'
import { ApiError } from '#contracts/client.ts'
import { bulletinEndpoints } from '#contracts/work/bulletins.ts'
import { useApi } from '../session/api.ts'
import { partOfPage } from '../session/parts.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { TrialTag } from '../shell/trial-tag.tsx'
import { BulletinList } from './bulletin-list.tsx'

const IssueBulletin = partOfPage(() => import('./issue-bulletin.tsx'))

export default function BulletinsPage({ batch }: { batch: string }) {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['bulletins', batch],
    queryFn: () => api(bulletinEndpoints.readBulletins, { params: { batch } }),
  })
  if (error instanceof ApiError && (error.status === 404 || error.status === 403))
    return <Empty description={error.message} />
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Flex gap={12} align="center" wrap>
          <Typography.Title level={2} style={{ margin: 0, fontSize: 19 }}>
            情况交流（{data.seen}期）
          </Typography.Title>
          {data.batch.trial && <TrialTag />}
          <Typography.Text type="secondary">{data.batch.title}</Typography.Text>
          {data.mayIssue && (
            <Link href={`/console/batches/${batch}`} style={{ marginInlineStart: 'auto' }}>
              批次进展
            </Link>
          )}
        </Flex>
      </Card>
      {data.mayIssue && <IssueBulletin page={data} />}
      <Card size="small" title="已发出的">
        {data.bulletins.length === 0 ? (
          <Empty description="还没有发出情况交流" />
        ) : (
          <BulletinList batch={batch} bulletins={data.bulletins} />
        )}
      </Card>
    </Flex>
  )
}
