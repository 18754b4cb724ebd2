import { useQuery } from '@tanstack/react-query'
import { Button, Typography } from 'antd'
import { noticeEndpoints } from '#contracts/notice.ts'
import { useApi } from '../session/api.ts'
import { Refusal } from '../shell/states.tsx'
import { FileNote } from '../upload/file-note.tsx'

/** A name of 200 characters takes as many lines as it needs. */
const LONG = { height: 'auto', whiteSpace: 'normal', wordBreak: 'break-all', textAlign: 'left' } as const

/** What the objection says; opened on purpose, since each reading is recorded. */
export function ObjectionText({ batch, n, objection }: { batch: string; n: string; objection: string }) {
  const api = useApi()
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['objection', objection],
    queryFn: () => api(noticeEndpoints.readObjection, { params: { batch, n, objection } }),
    enabled: false,
    gcTime: 0,
  })
  if (error) return <Refusal error={error} again={refetch} />
  if (!data)
    return (
      <div>
        <Button loading={isFetching} onClick={() => void refetch()}>
          查看内容（查看有记录）
        </Button>
      </div>
    )
  return (
    <div>
      <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', marginBottom: 4 }}>{data.summary}</Typography.Paragraph>
      <Typography.Text type="secondary">
        {data.name ?? '匿名'} {data.contact}
      </Typography.Text>
      {data.files.map(({ name, url, note }) => (
        <div key={url ?? name}>
          {url === undefined ? (
            <Typography.Text style={{ wordBreak: 'break-all' }}>{name}</Typography.Text>
          ) : (
            <Button type="link" href={url} target="_blank" style={LONG}>
              {name}
            </Button>
          )}
          {note && <FileNote note={note} />}
        </div>
      ))}
    </div>
  )
}
