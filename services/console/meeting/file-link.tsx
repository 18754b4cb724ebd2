import { App, Button } from 'antd'
import type { FileReference } from '#contracts/case-page.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { useApi } from '../session/api.ts'

/** A file by its name, opened beside the page. */
export function FileLink({ file }: { file: FileReference }) {
  const api = useApi()
  const { message } = App.useApp()
  const open = async () => {
    try {
      const { owner, sha256 } = file
      const { url } = await api(evidenceEndpoints.linkEvidence, { params: { owner, sha256 } })
      window.open(url, '_blank', 'noopener')
    } catch (refused) {
      message.error(refused instanceof Error ? refused.message : '打不开这个文件，请重试。')
    }
  }
  return (
    <Button type="link" size="small" style={{ padding: 0, whiteSpace: 'normal', height: 'auto' }} onClick={open}>
      {file.name}
    </Button>
  )
}
