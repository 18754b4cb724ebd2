import { ReloadOutlined } from '@ant-design/icons'
import { Button, Progress, Typography } from 'antd'
import type { Going } from './use-uploads.ts'

const STAGES = {
  queued: '等待上传',
  hashing: '正在读取',
  sending: '正在上传',
  verifying: '正在核验',
  scanning: '等待查毒',
  offline: '网络中断，恢复后自动继续',
} as const

type Props = { going: Going; again: () => void; giveUp: () => void }

/** One file on its way. */
export const UploadLine = ({ going: { file, progress, error }, again, giveUp }: Props) => (
  <>
    <Typography.Text ellipsis={{ tooltip: file.name }} style={{ flex: 1, minWidth: 120 }}>
      {file.name}
    </Typography.Text>
    {error ? (
      <>
        <Typography.Text type="danger" role="alert">
          {error}
        </Typography.Text>
        <Button size="small" icon={<ReloadOutlined />} onClick={again}>
          重试
        </Button>
      </>
    ) : (
      <>
        <Typography.Text type={progress?.stage === 'offline' ? 'warning' : 'secondary'}>
          {STAGES[progress?.stage ?? 'queued']}
        </Typography.Text>
        <Progress
          percent={Math.round((progress?.fraction ?? 0) * 100)}
          // What was read or sent is not yet kept: no tick before the server says so.
          status="normal"
          style={{ width: 140 }}
          size="small"
          aria-label={`${file.name}的上传进度`}
        />
      </>
    )}
    <Button size="small" type="text" onClick={giveUp} aria-label={`取消上传${file.name}`}>
      取消
    </Button>
  </>
)
