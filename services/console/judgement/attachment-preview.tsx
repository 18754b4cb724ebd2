/** A file beside the form: PDF in the browser's own viewer, pictures as they are, everything else by download. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Empty, Flex, Result, Typography } from 'antd'
import type { FileReference } from '#contracts/case-page.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { cite, isSameUse } from '#evidence/cited-file.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'

/** A link lives for five minutes; what is shown stays shown. */
const LINK_MS = 4 * 60_000

type Props = {
  files: readonly FileReference[]
  shown: FileReference | undefined
  show: (file: FileReference) => void
}

export function AttachmentPreview({ files, shown, show }: Props) {
  const at = files.findIndex((file) => isSameUse(file, shown))
  const step = (by: number) => {
    const file = files[(at + by + files.length) % files.length]
    if (file) show(file)
  }
  if (!shown) return <Empty description="没有附件" style={{ marginTop: 64 }} />
  return (
    <Flex vertical gap={8} style={{ height: '100%' }}>
      <Flex gap={8} align="center">
        <Typography.Text strong ellipsis={{ tooltip: shown.name }} style={{ flex: 1 }}>
          {shown.name}
        </Typography.Text>
        {at >= 0 && files.length > 1 && (
          <>
            <Button size="small" aria-label="上一个附件" title="Alt+J" onClick={() => step(-1)}>
              ‹
            </Button>
            <Typography.Text type="secondary">
              {at + 1}/{files.length}
            </Typography.Text>
            <Button size="small" aria-label="下一个附件" title="Alt+K" onClick={() => step(1)}>
              ›
            </Button>
          </>
        )}
      </Flex>
      {shown.note && <Alert type="warning" showIcon title={shown.note} style={{ padding: '4px 12px' }} />}
      <Shown key={cite(shown.sha256, shown.name)} file={shown} />
    </Flex>
  )
}

function Shown({ file: { owner, sha256, name } }: { file: FileReference }) {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['link', owner, sha256, name],
    queryFn: () => api(evidenceEndpoints.linkEvidence, { params: { owner, sha256 }, query: { name } }),
    staleTime: LINK_MS,
    gcTime: LINK_MS,
    // A viewer that is open must not begin again.
    refetchOnWindowFocus: false,
  })
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const { url, contentType, inline } = data
  if (inline && contentType === 'application/pdf')
    return (
      <iframe
        title={`预览：${name}`}
        // The viewer's own words for: no list of pages beside it, as wide as there is room.
        src={`${url}#navpanes=0&view=FitH`}
        style={{ flex: 1, border: '1px solid #d9d9d9', width: '100%' }}
      />
    )
  if (inline)
    return (
      <div style={{ flex: 1, overflow: 'auto', border: '1px solid #d9d9d9' }}>
        <img src={url} alt={name} style={{ maxWidth: '100%' }} />
      </div>
    )
  return (
    <Result
      status="info"
      title="这种文件不能在页面内预览"
      subTitle="请下载后用相应软件打开。"
      extra={
        <Button type="primary" href={url}>
          下载
        </Button>
      }
    />
  )
}
