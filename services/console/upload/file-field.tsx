/** Files of one question: chosen, dropped or picked again, several at once, each with its progress. */
import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button, Flex, Typography } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { DropZone } from './drop-zone.tsx'
import { UploadLine } from './upload-line.tsx'
import { useUploads } from './use-uploads.ts'

const EvidencePicker = lazy(() => import('./evidence-picker.tsx'))

type Props = {
  id: string
  label?: string
  owner: string
  several: boolean
  value: readonly string[]
  /** Names of files known already, by digest. */
  names: Readonly<Record<string, string>>
  onChange: (value: string[]) => void
  disabled?: boolean
  describedBy?: string | undefined
}

export function FileField({
  id,
  label = '文件',
  owner,
  several,
  value,
  names,
  onChange,
  disabled = false,
  describedBy,
}: Props) {
  const [learnt, setLearnt] = useState<Readonly<Record<string, string>>>({})
  /** The one file that another has taken the place of. */
  const [replaced, setReplaced] = useState<string>()
  const [picking, setPicking] = useState(false)
  // Several uploads may end before the form has drawn the first of them.
  const now = useRef(value)
  useEffect(() => {
    now.current = value
  }, [value])
  const change = (next: string[]) => {
    now.current = next
    onChange(next)
  }
  const add = (sha256: string, name: string) => {
    const [before] = now.current
    setReplaced(!several && before && before !== sha256 ? nameOf(before) : undefined)
    setLearnt((known) => ({ ...known, [sha256]: name }))
    change(several ? [...new Set([...now.current, sha256])] : [sha256])
  }
  const { going, begin, again, giveUp } = useUploads(owner, add)
  const isUnderWay = going.some(({ error }) => error === undefined)
  const nameOf = (sha256: string) => learnt[sha256] ?? names[sha256] ?? `${sha256.slice(0, 12)}…`

  return (
    <Flex vertical gap={8}>
      {!disabled && (
        <DropZone
          id={id}
          label={label}
          several={several}
          describedBy={describedBy}
          busy={
            !several && isUnderWay
              ? `“${going[0]?.file.name ?? ''}”正在上传，这里只能放1个文件；要换文件，请先取消正在上传的。`
              : undefined
          }
          onFiles={(files) => files.forEach(begin)}
        >
          <Button aria-label={`从已上传的材料中选：${label}`} onClick={() => setPicking(true)}>
            从已上传的材料中选
          </Button>
        </DropZone>
      )}
      {replaced && (
        <Typography.Text type="warning" role="status">
          这里只能放1个文件，已替换原来的“{replaced}”。
        </Typography.Text>
      )}
      {value.length + going.length > 3 && (
        <Typography.Text type="secondary" role="status">
          {going.length > 0 ? `已上传${value.length}个，还有${going.length}个` : `共${value.length}个文件`}
        </Typography.Text>
      )}
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }} aria-label={`${label}的文件`}>
        {value.map((sha256) => (
          <Flex component="li" key={sha256} align="center" gap={8} style={{ minHeight: 28 }}>
            <PaperClipOutlined />
            <Typography.Text ellipsis={{ tooltip: nameOf(sha256) }} style={{ flex: 1 }}>
              {nameOf(sha256)}
            </Typography.Text>
            <Typography.Text type="success">已上传</Typography.Text>
            {!disabled && (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`移除${nameOf(sha256)}`}
                onClick={() => change(now.current.filter((one) => one !== sha256))}
              />
            )}
          </Flex>
        ))}
        {going.map((one) => (
          <UploadLine key={one.key} going={one} again={() => again(one)} giveUp={() => giveUp(one)} />
        ))}
      </ul>
      {picking && (
        <Suspense>
          <EvidencePicker
            owner={owner}
            several={several}
            has={value}
            picked={(files) => {
              for (const { sha256, name } of files) add(sha256, name)
              setPicking(false)
            }}
            close={() => setPicking(false)}
          />
        </Suspense>
      )}
    </Flex>
  )
}
