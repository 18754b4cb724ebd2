import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Empty } from 'antd'
import { useEffect, useState } from 'react'
import type { z } from 'zod/mini'
import { noticeEndpoints, type previewBody } from '#contracts/notice.ts'
import { useApi } from '../session/api.ts'
import { PublicPage } from './public-page.tsx'

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
    <PublicPage
      html={data?.html}
      error={error}
      again={refetch}
      style={{ flex: '1 1 50%', position: 'sticky', top: 8 }}
      instead={shown.publication.on === '' ? <Empty description="填写发布日期后显示预览" /> : undefined}
    />
  )
}
