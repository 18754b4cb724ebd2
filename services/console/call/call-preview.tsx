import { useQuery } from '@tanstack/react-query'
import { noticeEndpoints } from '#contracts/notice.ts'
import { PublicPage } from '../notice/public-page.tsx'
import { useApi } from '../session/api.ts'

/** The public page as it would be published, made by what makes it then. @param prepared names what it is of */
export function CallPreview({ batch, prepared }: { batch: string; prepared: string }) {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['call-preview', batch, prepared],
    queryFn: () => api(noticeEndpoints.previewCall, { params: { batch } }),
  })
  return <PublicPage html={data?.html} error={data ? null : error} again={refetch} style={{ flex: '1 1 420px' }} />
}
