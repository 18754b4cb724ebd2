/** One title 称号: how it stands, what waits, what has happened since the naming, and what may be done now. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Descriptions, Empty, Flex, Tag, Typography } from 'antd'
import { Link } from 'wouter'
import { saidDay } from '#calendar/said.ts'
import { ApiError } from '#contracts/client.ts'
import { type TitlePage as Page, titleEndpoints } from '#contracts/title/title.ts'
import { isOver } from '#title/standing.ts'
import { useApi } from '../session/api.ts'
import { arrived } from '../session/parts.ts'
import { useTraining } from '../session/training.ts'
import { useMay } from '../session/use-may.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { PaperButtons } from '../word/paper-buttons.tsx'
import { ExperienceCard } from './experience-card.tsx'
import { Happened } from './happened.tsx'
import { PendingMeasure } from './pending-measure.tsx'
import { StandingTag } from './standing-tag.tsx'
import { TitleActions } from './title-actions.tsx'

export default function TitlePage({ batch, unit }: { batch: string; unit: string }) {
  const api = useApi()
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: ['title', batch, unit],
    queryFn: () => api(titleEndpoints.readTitle, { params: { batch, unit } }),
  })
  if (error instanceof ApiError && (error.status === 404 || error.status === 403) && !data)
    return <Empty description={error.message} />
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const show = (page: Page) => {
    queries.setQueryData(['title', batch, unit], page)
    // What may be published depends on how the title stands.
    void queries.invalidateQueries({ queryKey: ['experience', batch, unit] })
  }
  return (
    <Flex vertical gap={12}>
      <TitleHead page={data} />
      {data.proposal && (
        <Alert
          type="warning"
          showIcon
          title={
            data.proposal === 'waits'
              ? '已提请取消示范单位资格，等待会议决定。'
              : '会议已决定取消示范单位资格，等待拟制和签发取消决定；签发以前称号仍然有效。'
          }
        />
      )}
      <PendingMeasure page={data} show={show} />
      <Happened page={data} />
      {data.held && <ExperienceCard batch={batch} unit={unit} name={data.name} />}
      <TitleActions page={data} show={show} />
    </Flex>
  )
}

function TitleHead({ page }: { page: Page }) {
  const readsCases = useMay('read-case')
  const training = useTraining() !== undefined
  const { name, batch, batchTitle, held, unit } = page
  return (
    <Card
      title={
        <Flex gap={12} align="center" wrap>
          <Typography.Title level={2} style={{ margin: 0, fontSize: 19, whiteSpace: 'normal' }}>
            {name}：依法行政示范单位
          </Typography.Title>
          {held ? <StandingTag standing={held.standing} said={held.standingTitle} /> : <Tag>没有列入名录</Tag>}
        </Flex>
      }
      extra={<Link href="/console/register">返回名录</Link>}
    >
      {held ? (
        <Flex vertical gap={12}>
          <Descriptions
            bordered
            size="small"
            column={{ xs: 1, md: 2 }}
            styles={{ label: { width: 110 } }}
            items={[
              {
                key: 'batch',
                label: '批次',
                children:
                  batchTitle && readsCases ? (
                    <Link href={`/console/cases/${batch}/${unit}`}>{batchTitle}</Link>
                  ) : (
                    (batchTitle ?? batch)
                  ),
              },
              { key: 'on', label: '命名日期', children: saidDay(held.on) },
              { key: 'certificate', label: '证书编号', children: held.certificate ?? '—' },
              { key: 'code', label: '查验码', children: held.code },
              ...(held.document ? [{ key: 'document', label: '命名决定', children: held.document }] : []),
            ]}
          />
          <Flex gap={8} wrap className="not-printed">
            <Button href={held.path} target="_blank">
              公开页面
            </Button>
            {!isOver(held.standing) && (
              <PaperButtons
                label="证书"
                of="certificate"
                paper={async () => {
                  const made = await arrived(async () => (await import('./certificate-paper.ts')).certificatePaper)
                  return made({ page, held, origin: location.origin, training })
                }}
              />
            )}
          </Flex>
        </Flex>
      ) : (
        <Typography.Text>名录中没有这个称号；补录经负责人签发以后列入名录。</Typography.Text>
      )}
    </Card>
  )
}
