import { App } from 'antd'
import type { FileReference } from '#contracts/case-page.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { saidWhole } from '../forms/refusal.ts'
import { useApi } from '../session/api.ts'

/** Opens a file beside the page, under the name that it has where it is used. */
export function useOpenFile(): (file: FileReference) => Promise<void> {
  const api = useApi()
  const { message } = App.useApp()
  return async ({ owner, sha256, name }) => {
    try {
      const { url } = await api(evidenceEndpoints.linkEvidence, { params: { owner, sha256 }, query: { name } })
      window.open(url, '_blank', 'noopener')
    } catch (refused) {
      message.error(refused instanceof Error ? saidWhole(refused) : '文件无法打开，请重试。')
    }
  }
}
