/** A batch's call: units read what it says; the office prepares it, reads it as everybody will, and opens it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Card, Collapse, Empty, Flex, Tag, Typography } from 'antd'
import { Suspense } from 'react'
import { Link } from 'wouter'
import { WHEN_STOPPED } from '#batch/files-of-call.ts'
import { approveBody, returnPreparationBody } from '#contracts/announcement.ts'
import type { CallPage } from '#contracts/call.ts'
import { ApiError } from '#contracts/client.ts'
import { intakeEndpoints as at } from '#contracts/intake.ts'
import { checked } from '../forms/checked.ts'
import { ApprovePanel } from '../list/approve-panel.tsx'
import { FileLink } from '../meeting/file-link.tsx'
import { useApi } from '../session/api.ts'
import { arrived, partOfPage } from '../session/parts.ts'
import { useTraining } from '../session/training.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { TrialTag } from '../shell/trial-tag.tsx'
import { PaperButtons } from '../word/paper-buttons.tsx'
import { CallParts } from './call-parts.tsx'
import { CallPreview } from './call-preview.tsx'

/** Its fields are heavy, and most who look prepare nothing. */
const CallForm = partOfPage(() => import('./call-form.tsx'))

export default function CallOfBatch({ batch }: { batch: string }) {
  const api = useApi()
  const queries = useQueryClient()
  const training = useTraining() !== undefined
  const key = ['call', batch]
  const params = { batch }
  const { data: page, error, refetch } = useQuery({ queryKey: key, queryFn: () => api(at.readCall, { params }) })
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  // A look that fails later must not take away what is on screen.
  if (error && !page) return <Refusal error={error} again={refetch} />
  if (!page) return <Loading />
  const show = async (next: CallPage) => {
    queries.setQueryData(key, next)
    await queries.invalidateQueries()
  }
  const { inHand, opened, commands } = page
  const stopped = page.shown.flatMap(({ files = [] }) => files.flatMap((one) => (one.stopped ? [one.name] : [])))
  const waits = inHand && !opened && !inHand.returned
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Flex gap={12} align="center" wrap>
          <Typography.Title level={2} style={{ margin: 0, fontSize: 19 }}>
            {page.title}
          </Typography.Title>
          {page.trial && <TrialTag />}
          <State page={page} />
          <Typography.Text type="secondary" style={{ flex: 1 }}>
            批次{batch}
            {opened && ` · ${opened.said}发布`}
          </Typography.Text>
          {opened && inHand && (
            <Link href={`/console/batches/${batch}`} className="not-printed">
              批次进展
            </Link>
          )}
          {opened && (
            <a href={`/public/batches/${batch}.html`} target="_blank" rel="noreferrer" className="not-printed">
              公开页面
            </a>
          )}
          {opened && (
            <a href={`/public/batches/${batch}.ics`} download={`${page.title}.ics`} className="not-printed">
              期限日历文件
            </a>
          )}
        </Flex>
        {inHand?.scan && (
          <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
            批准文件扫描件（不公开）：
            <FileLink file={inHand.scan} />
          </Typography.Paragraph>
        )}
        {inHand && inHand.files.length > 0 && (
          <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
            附件（签发后单位和公众都能打开）：
            {inHand.files.map((file, i) => (
              <span key={`${file.sha256} ${file.name}`}>
                {i > 0 && '、'}
                <FileLink file={file} />
              </span>
            ))}
          </Typography.Paragraph>
        )}
        {opened && inHand && (
          <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
            {inHand.preparedBy}于{inHand.preparedAt}拟制，{inHand.openedBy}签发。
          </Typography.Paragraph>
        )}
        {opened && (
          <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0', overflowWrap: 'anywhere' }}>
            发布时固定内容的摘要（SHA-256）：<code>{opened.digest}</code>
          </Typography.Paragraph>
        )}
      </Card>
      {page.uninvited.map((why) => (
        <Alert key={why} type="warning" showIcon title={why} />
      ))}
      {inHand && stopped.length > 0 && (
        <Alert type="warning" showIcon title={`附件“${stopped.join('”“')}”查出病毒，已停止提供。${WHEN_STOPPED}。`} />
      )}
      {inHand?.returned && (
        <Alert
          type="warning"
          showIcon
          title={`${inHand.returned.by}已退回${inHand.preparedBy}：${inHand.returned.reason}`}
        />
      )}
      {waits && (
        <Card size="small" title="签发" className="not-printed">
          <ApprovePanel
            prepared={inHand.prepared}
            name={`call/${batch}`}
            what="创建通知"
            preparedBy={inHand.preparedBy}
            mayApprove={commands.includes('open-call')}
            consequence="签发后本批次即开始，通知内容固定；期限只能另行发布变更通知推迟。"
            approve={async (command) => {
              const body = checked(approveBody, { prepared: inHand.prepared, secrecyChecked: true })
              await show(await api(at.openCall, { params, body, command }))
            }}
            giveBack={async (reason, command) => {
              const body = checked(returnPreparationBody, { prepared: inHand.prepared, reason })
              await show(await api(at.returnCall, { params, body, command }))
            }}
          />
        </Card>
      )}
      {commands.includes('prepare-call') && (
        <Collapse
          className="not-printed"
          size="small"
          items={[
            {
              key: 'mend',
              label: '修改创建通知',
              children: (
                <Suspense fallback={<Loading />}>
                  <CallForm key={inHand?.prepared ?? ''} mended={page} />
                </Suspense>
              ),
            },
          ]}
        />
      )}
      <Flex gap={12} align="start" wrap>
        <Card size="small" title={opened ? '创建通知' : '单位看到的内容'} style={{ flex: '1 1 420px', minWidth: 0 }}>
          <CallParts parts={page.shown} />
          <PaperButtons
            label="创建通知"
            of="call"
            paper={async () => {
              const callPaper = await arrived(async () => (await import('./call-paper.ts')).callPaper)
              return callPaper({ page, training })
            }}
          />
        </Card>
        {inHand && !opened && <CallPreview batch={batch} prepared={inHand.prepared} />}
      </Flex>
    </Flex>
  )
}

function State({ page: { opened, cancelled, inHand } }: { page: CallPage }) {
  if (cancelled) return <Tag color="error">已取消</Tag>
  if (opened) return <Tag color="success">已发布</Tag>
  return inHand?.returned ? <Tag color="warning">已退回</Tag> : <Tag color="processing">待签发</Tag>
}
