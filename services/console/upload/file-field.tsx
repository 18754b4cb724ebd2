/** Files of one question: chosen, dropped or picked again, several at once, each with its progress, in an order of theirs. */
import { Button, Flex, Typography } from 'antd'
import { Suspense, useState } from 'react'
import { digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { partOfPage } from '../session/parts.ts'
import { DropZone } from './drop-zone.tsx'
import { FileLine } from './file-line.tsx'
import { useFileNotes } from './file-notes.ts'
import { saidLost } from './lost-uploads.ts'
import { UploadLine } from './upload-line.tsx'
import { usePlaces } from './use-places.ts'
import { useTellWaiting } from './use-waiting.ts'
import { saidCount, saidNotAdded, waitingOf } from './waiting.ts'

const EvidencePicker = partOfPage(() => import('./evidence-picker.tsx'))

type Props = {
  id: string
  label?: string
  owner: string
  several: boolean
  /** How many there may be. */
  most?: number | undefined
  /** Uses of files, in their order. */
  value: readonly string[]
  /** Names of files known already, by digest: for uses that state none. */
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
  most,
  value,
  names,
  onChange,
  disabled = false,
  describedBy,
}: Props) {
  const [picking, setPicking] = useState(false)
  const notes = useFileNotes()
  const nameOf = (used: string) => nameOfUse(used) ?? names[digestOfUse(used)] ?? `${used.slice(0, 12)}…`
  const files = usePlaces({ id, owner, several, value, onChange, nameOf })
  const { places, going, said } = files
  const isOrdered = several && !disabled && places.length > 1
  const room = most === undefined ? undefined : Math.max(0, most - places.length)
  const [notPicked, setNotPicked] = useState<string>()
  const waiting = waitingOf(going)
  useTellWaiting(waiting)

  return (
    <Flex vertical gap={8}>
      {!disabled && (
        <DropZone
          id={id}
          label={label}
          several={several}
          describedBy={describedBy}
          busy={
            !several && waiting.coming > 0
              ? `“${going[0]?.file.name ?? ''}”正在上传，这里只能放1个文件；要换文件，请先取消正在上传的。`
              : undefined
          }
          room={room}
          most={most}
          onFiles={files.begin}
        >
          <Button aria-label={`从已上传的材料中选：${label}`} onClick={() => setPicking(true)}>
            从已上传的材料中选
          </Button>
        </DropZone>
      )}
      {files.lost.length > 0 && (
        <Typography.Text type="warning" role="alert">
          {saidLost(files.lost)}
          <Button type="link" size="small" onClick={files.seenLost}>
            不再提示
          </Button>
        </Typography.Text>
      )}
      {said.length > 0 && (
        <Typography.Text type="warning" role="status">
          {said.map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
        </Typography.Text>
      )}
      {notPicked && (
        <Typography.Text type="warning" role="alert">
          {notPicked}
        </Typography.Text>
      )}
      {places.length > 3 && (
        <Typography.Text type="secondary" role="status">
          {saidCount(value.length, waiting)}
        </Typography.Text>
      )}
      {isOrdered && (
        <Typography.Text type="secondary" id={`${id}-order`}>
          按选择的先后排列；可拖动，或用“上移”“下移”（Alt+↑、Alt+↓）调整，以后都按此顺序列出。
        </Typography.Text>
      )}
      <ol style={{ margin: 0, padding: 0, listStyle: 'none' }} aria-label={`${label}的文件`} ref={files.list}>
        {places.map((place, at) => {
          const upload = typeof place === 'number' ? going.find(({ key }) => key === place) : undefined
          return (
            <Flex
              component="li"
              key={place}
              align="center"
              gap={8}
              wrap={upload?.error !== undefined}
              {...(isOrdered ? files.orders(at) : {})}
              style={{ minHeight: 28, ...(files.over === at && { boxShadow: 'inset 0 2px #0b57d0' }) }}
            >
              {upload ? (
                <UploadLine going={upload} again={() => files.again(upload)} giveUp={() => files.giveUp(upload)} />
              ) : (
                typeof place === 'string' && (
                  <FileLine
                    name={nameOf(place)}
                    note={files.notes[place] ?? notes(place)}
                    at={isOrdered ? at : undefined}
                    last={places.length - 1}
                    move={(to) => files.move(at, to)}
                    remove={disabled ? undefined : () => files.remove(place)}
                  />
                )
              )}
            </Flex>
          )
        })}
      </ol>
      <span role="status" aria-live="polite" style={UNSEEN}>
        {files.announced}
      </span>
      {picking && (
        <Suspense>
          <EvidencePicker
            owner={owner}
            several={several}
            has={value.map(digestOfUse)}
            picked={(items) => {
              const added = items.slice(0, room)
              for (const { use, note } of added) files.add(use, note)
              setNotPicked(saidNotAdded(label, most ?? 0, items.length - added.length))
              setPicking(false)
            }}
            close={() => setPicking(false)}
          />
        </Suspense>
      )}
    </Flex>
  )
}

/** Read out, not seen. */
const UNSEEN = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' } as const
