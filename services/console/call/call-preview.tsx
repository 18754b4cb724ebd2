import { useQuery } from '@tanstack/react-query'
import { Card, Typography } from 'antd'
import { noticeEndpoints } from '#contracts/notice.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'

/** The public page as it would be published, made by what makes it then. @param prepared names what it is of */
export function CallPreview({ batch, prepared }: { batch: string; prepared: string }) {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['call-preview', batch, prepared],
    queryFn: () => api(noticeEndpoints.previewCall, { params: { batch } }),
  })
  return (
    <Card
      className="not-printed"
      size="small"
      title="公开页面预览"
      extra={<Typography.Text type="secondary">发布后公众看到的就是这样</Typography.Text>}
      style={{ flex: '1 1 420px', minWidth: 0 }}
    >
      {error && !data ? (
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
