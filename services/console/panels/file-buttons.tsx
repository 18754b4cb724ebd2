import { Button, Flex } from 'antd'
import { Fragment } from 'react'
import type { FileReference } from '#contracts/case-page.ts'
import { cite } from '#evidence/cited-file.ts'
import { FileNote } from '../upload/file-note.tsx'

/** A name of 200 characters takes as many lines as it needs. */
const LONG = { padding: 0, height: 'auto', whiteSpace: 'normal', wordBreak: 'break-all', textAlign: 'left' } as const

export const FileButtons = ({
  files,
  open,
}: {
  files: readonly FileReference[]
  open: (file: FileReference) => void
}) =>
  files.length > 0 && (
    <Flex vertical align="start">
      {files.map((file) => (
        <Fragment key={cite(file.sha256, file.name)}>
          <Button type="link" className="as-text" size="small" style={LONG} onClick={() => open(file)}>
            {file.name}
          </Button>
          {file.note && <FileNote note={file.note} />}
        </Fragment>
      ))}
    </Flex>
  )
