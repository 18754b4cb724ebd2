import { Button, Flex } from 'antd'
import type { FileReference } from '#contracts/case-page.ts'

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
        <Button key={file.sha256} type="link" size="small" style={LONG} onClick={() => open(file)}>
          {file.name}
        </Button>
      ))}
    </Flex>
  )
