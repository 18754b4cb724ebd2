/** What the county's organs were asked about a batch's units before naming 函询, and what they replied. */
import { Button, Card, Empty, Flex, Typography } from 'antd'
import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { ApiError } from '#contracts/client.ts'
import { partOfPage } from '../session/parts.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { TrialTag } from '../shell/trial-tag.tsx'
import { LetterCard } from './letter-card.tsx'
import { useConsultations } from './use-consultations.ts'

const SendConsultation = partOfPage(() => import('./send-consultation.tsx'))

export default function ConsultationsPage({ batch }: { batch: string }) {
  const { data, error, refetch } = useConsultations(batch)
  // The letter before is what most people come for.
  const [again, sendAgain] = useState(false)
  if (error instanceof ApiError && (error.status === 404 || error.status === 403))
    return <Empty description={error.message} />
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Flex gap={12} align="center" wrap>
          <Typography.Title level={2} style={{ margin: 0, fontSize: 19 }}>
            函询（{data.seen}次）
          </Typography.Title>
          {data.batch.trial && <TrialTag />}
          <Typography.Text type="secondary">{data.batch.title}</Typography.Text>
          <Link href={`/console/batches/${batch}`} style={{ marginInlineStart: 'auto' }}>
            批次进展
          </Link>
        </Flex>
      </Card>
      {data.letters.length === 0 && !data.may && <Empty description="还没有登记函询" />}
      {data.letters.map((letter) => (
        <LetterCard key={letter.n} page={data} letter={letter} />
      ))}
      {data.may && data.units.length === 0 && <Empty description="本批次没有在办的申报件，不能发函" />}
      {data.may && data.units.length > 0 && (again || data.seen === 0) && (
        <Suspense fallback={<Loading />}>
          <SendConsultation page={data} done={() => sendAgain(false)} />
        </Suspense>
      )}
      {data.may && data.units.length > 0 && !again && data.seen > 0 && (
        <div>
          <Button onClick={() => sendAgain(true)}>再登记一次函询</Button>
        </div>
      )}
    </Flex>
  )
}
