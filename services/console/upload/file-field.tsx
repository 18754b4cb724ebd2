/** Files of one question: chosen or dropped, several at once, each with its progress; a failed one is repeated. */
import { DeleteOutlined, InboxOutlined, PaperClipOutlined, ReloadOutlined } from '@ant-design/icons'
import { Progress as Bar, Button, Flex, Typography, Upload } from 'antd'
import { useState } from 'react'
import { useApi } from '../session/api.ts'
import { type Progress, uploadFile } from './upload-file.ts'

type Props = {
  id: string
  owner: string
  several: boolean
  value: readonly string[]
  /** Names of files known already, by digest. */
  names: Readonly<Record<string, string>>
  onChange: (value: string[]) => void
  disabled?: boolean
}
type Going = { readonly key: number; readonly file: File; readonly progress?: Progress; readonly error?: string }

const STAGES = { hashing: '正在读取', sending: '正在上传', verifying: '正在核验' } as const
const ACCEPT = '.pdf,.ofd,.doc,.docx,.xls,.xlsx,.wps,.et,.jpg,.jpeg,.png,.tif,.tiff,.mp4,.zip'
let last = 0

export function FileField({ id, owner, several, value, names, onChange, disabled = false }: Props) {
  const api = useApi()
  const [going, setGoing] = useState<readonly Going[]>([])
  const [learnt, setLearnt] = useState<Readonly<Record<string, string>>>({})
  const [kept, setKept] = useState<readonly string[]>(value)
  if (value.join() !== kept.join() && going.length === 0) setKept(value)

  const begin = async (file: File, key = ++last) => {
    const put = (change: Partial<Going>) =>
      setGoing((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)))
    setGoing((all) => [...all.filter((one) => one.key !== key), { key, file }])
    try {
      const sha256 = await uploadFile(api, owner, file, (progress) => put({ progress }))
      setGoing((all) => all.filter((one) => one.key !== key))
      setLearnt((known) => ({ ...known, [sha256]: file.name }))
      setKept((now) => {
        const next = several ? [...new Set([...now, sha256])] : [sha256]
        queueMicrotask(() => onChange(next))
        return next
      })
    } catch (error) {
      put({ error: error instanceof Error ? error.message : '上传失败,请重试。' })
    }
  }
  const remove = (sha256: string) => {
    const next = kept.filter((one) => one !== sha256)
    setKept(next)
    onChange(next)
  }

  return (
    <Flex vertical gap={8}>
      {!disabled && (
        <Upload.Dragger
          id={id}
          multiple={several}
          showUploadList={false}
          accept={ACCEPT}
          beforeUpload={(file) => {
            void begin(file)
            return false
          }}
        >
          <Typography.Text>
            <InboxOutlined /> 点击选择{several ? ',或把多个文件一起拖到这里' : '文件,或拖到这里'}
          </Typography.Text>
        </Upload.Dragger>
      )}
      {kept.map((sha256) => (
        <Flex key={sha256} align="center" gap={8}>
          <PaperClipOutlined />
          <Typography.Text ellipsis={{ tooltip: true }} style={{ flex: 1 }}>
            {learnt[sha256] ?? names[sha256] ?? sha256.slice(0, 12)}
          </Typography.Text>
          <Typography.Text type="success">已上传</Typography.Text>
          {!disabled && (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`移除${learnt[sha256] ?? names[sha256] ?? '文件'}`}
              onClick={() => remove(sha256)}
            />
          )}
        </Flex>
      ))}
      {going.map(({ key, file, progress, error }) => (
        <Flex key={key} align="center" gap={8}>
          <Typography.Text ellipsis={{ tooltip: true }} style={{ flex: 1 }}>
            {file.name}
          </Typography.Text>
          {error ? (
            <>
              <Typography.Text type="danger">{error}</Typography.Text>
              <Button size="small" icon={<ReloadOutlined />} onClick={() => void begin(file, key)}>
                重试
              </Button>
              <Button size="small" onClick={() => setGoing((all) => all.filter((one) => one.key !== key))}>
                取消
              </Button>
            </>
          ) : (
            <>
              <Typography.Text type="secondary">{STAGES[progress?.stage ?? 'hashing']}</Typography.Text>
              <Bar percent={Math.round((progress?.fraction ?? 0) * 100)} style={{ width: 160 }} size="small" />
            </>
          )}
        </Flex>
      ))}
    </Flex>
  )
}
