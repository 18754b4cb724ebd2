import { Card, Typography } from 'antd'
import type { CSSProperties, ReactNode } from 'react'
import { Loading, Refusal } from '../shell/states.tsx'

type Props = {
  html: string | undefined
  error: Error | null
  again: () => unknown
  style: CSSProperties
  /** In its place, while there is nothing to show. */
  instead?: ReactNode
}

/** A public page before it is published, in a frame that runs nothing. */
export const PublicPage = ({ html, error, again, style, instead }: Props) => (
  <Card
    className="not-printed"
    size="small"
    title="公开页面预览"
    extra={<Typography.Text type="secondary">发布后公众看到的就是这样</Typography.Text>}
    style={{ minWidth: 0, ...style }}
  >
    {instead ??
      (error ? (
        <Refusal error={error} again={again} />
      ) : html === undefined ? (
        <Loading />
      ) : (
        <iframe
          title="公开页面预览"
          sandbox=""
          srcDoc={html}
          style={{ width: '100%', height: 'calc(100vh - 220px)', minHeight: 400, border: '1px solid #d9d9d9' }}
        />
      ))}
  </Card>
)
