import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Card, Empty, Typography } from 'antd'
import { useEffect, useState } from 'react'
import type { z } from 'zod/mini'
import { noticeEndpoints, type previewBody } from '#contracts/notice.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'

/** Typing is over when nothing was typed for so long. */
const PAUSE_MS = 400

type Props = { batch: string; step: string; shown: z.input<typeof previewBody> }

/** The public page as it would be published, made by what makes it then. */
export function NoticePreview({ batch, step, shown }: Props) {
  const api = useApi()
  const now = JSON.stringify(shown)
  const [asked, setAsked] = useState({ key: now, shown })
  useEffect(() => {
    const later = setTimeout(() => setAsked({ key: now, shown: JSON.parse(now) }), PAUSE_MS)
    return () => clearTimeout(later)
  }, [now])
  const { data, error, refetch } = useQuery({
    queryKey: ['notice-preview', batch, step, asked.key],
    queryFn: () => api(noticeEndpoints.previewNotice, { params: { batch, step }, body: asked.shown }),
    placeholderData: keepPreviousData,
    // Asked by what it says, and never because something else was done: of what was just published there is none.
    staleTime: 'static',
    // The page without its period would be no page, and its refusal says less than the field does.
    enabled: asked.shown.publication.on !== '',
  })
  return (
    <Card
      className="not-printed"
      size="small"
      title="公开页面预览"
      extra={<Typography.Text type="secondary">发布后公众看到的就是这样</Typography.Text>}
      style={{ flex: '1 1 50%', minWidth: 0, position: 'sticky', top: 8 }}
    >
      {shown.publication.on === '' ? (
        <Empty description="填写发布日期后显示预览" />
      ) : error ? (
        <Refusal error={error} again={refetch} />
      ) : data ? (
        <iframe
          title="公开页面预览"
          sandbox=""
          srcDoc={data.html}
          style={{ width: '100%', height: 'calc(100vh - 220px)', minHeight: 400, border: '1px solid #d9d9d9' }}
        />
      ) : (
        <Loading />
      )}
    </Card>
  )
}
