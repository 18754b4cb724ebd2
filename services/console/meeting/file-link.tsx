import { Button } from 'antd'
import type { FileReference } from '#contracts/case-page.ts'
import { FileNote } from '../upload/file-note.tsx'
import { useOpenFile } from '../upload/use-open-file.ts'

/** A file by its name, opened beside the page. */
export function FileLink({ file }: { file: FileReference }) {
  const open = useOpenFile()
  return (
    <>
      <Button
        type="link"
        className="as-text"
        size="small"
        style={{ padding: 0, whiteSpace: 'normal', height: 'auto' }}
        onClick={() => void open(file)}
      >
        {file.name}
      </Button>
      {file.note && <FileNote note={file.note} />}
    </>
  )
}
