import { InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Flex, Typography } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { droppedFiles } from './dropped-files.ts'
import { meantFiles } from './meant-files.ts'
import { saidNotAdded } from './waiting.ts'

type Props = {
  id: string
  label: string
  several: boolean
  describedBy?: string | undefined
  /** Whether no other file can be taken now, and why. */
  busy?: string | undefined
  /** How many more there may be, where not any number. */
  room?: number | undefined
  /** How many there may be in all. */
  most?: number | undefined
  onFiles: (files: readonly File[]) => void
  children?: ReactNode
}
const ACCEPT = '.pdf,.ofd,.doc,.docx,.xls,.xlsx,.wps,.et,.jpg,.jpeg,.png,.tif,.tiff,.mp4,.zip'

// antd shows file inputs of a form whatever their `hidden` says.
const HIDDEN = { display: 'none' } as const

/** Files by button, whole folders, or dropped; every way can be used by keyboard but the last. */
export function DropZone({ id, label, several, describedBy, busy, room, most = 0, onFiles, children }: Props) {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])
  const given = (all: readonly File[], nothing: string) => {
    const { take: meant, refused: why } = meantFiles(all, several)
    const isBusy = busy !== undefined && meant.length > 0
    const take = meant.slice(0, room)
    const left = saidNotAdded(label, most, meant.length - take.length)
    setRefused([...(all.length === 0 ? [nothing] : []), ...(isBusy ? [busy] : []), ...(left ? [left] : []), ...why])
    if (!isBusy) onFiles(take)
  }
  const chosen = (input: HTMLInputElement) => {
    given([...(input.files ?? [])], '没有可选的文件；文件夹是空的。')
    // The same file chosen again is to be noticed again.
    input.value = ''
  }
  return (
    <section
      aria-label={`${label}的上传区`}
      data-drop={id}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void droppedFiles(event.dataTransfer).then(
          (all) => given(all, '拖入的内容中没有文件；请拖入文件，或点“选择文件”。'),
          () => setRefused(['拖入的文件无法读取；请点“选择文件”选择。']),
        )
      }}
      style={{
        border: `1px dashed ${over ? '#0b57d0' : '#bfbfbf'}`,
        background: over ? '#fff1f0' : '#fafafa',
        borderRadius: 4,
        padding: '10px 12px',
      }}
    >
      <input
        ref={files}
        type="file"
        style={HIDDEN}
        multiple={several}
        accept={ACCEPT}
        data-files={id}
        onChange={({ target }) => chosen(target)}
      />
      {several && (
        <input
          ref={folder}
          type="file"
          style={HIDDEN}
          // React does not know this attribute by name.
          {...{ webkitdirectory: '' }}
          onChange={({ target }) => chosen(target)}
        />
      )}
      <Flex gap={8} align="center" wrap>
        <Button
          id={id}
          aria-label={`选择文件：${label}`}
          aria-describedby={describedBy}
          onClick={() => files.current?.click()}
        >
          选择文件
        </Button>
        {several && (
          <Button aria-label={`选择文件夹：${label}`} onClick={() => folder.current?.click()}>
            选择文件夹
          </Button>
        )}
        {children}
        <Typography.Text type="secondary">
          <InboxOutlined /> {several ? '或把文件、文件夹拖到这里' : '或把文件拖到这里'}
        </Typography.Text>
      </Flex>
      {refused.length > 0 && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          style={{ marginTop: 8 }}
          closable={{ onClose: () => setRefused([]), 'aria-label': '关闭' }}
          title={refused.map((sentence) => <div key={sentence}>{sentence}</div>)}
        />
      )}
    </section>
  )
}
