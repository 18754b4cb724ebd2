/** Saves what is printed as a Word file too: made when it is asked for, of what stands there at that moment. */
import { FileWordOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { ApiError } from '#contracts/client.ts'
import type { Paper } from '#papers/paper.ts'
import { arrived } from '../session/parts.ts'

type Props = {
  /** What it is made of, loaded first where it has to be. */
  paper: () => Promise<Paper>
}

/** Why a paper is not made of what stands there now. */
export class NotYet extends Error {
  override name = 'NotYet'
}
/** What the county answers where it refuses; else that nothing came. */
export const saidOf = (error: unknown, cut: string): string =>
  error instanceof NotYet || (error instanceof ApiError && error.status !== 0) ? error.message : cut

export function WordButton({ paper }: Props) {
  const { message } = App.useApp()
  const [making, setMaking] = useState(false)
  const save = async () => {
    setMaking(true)
    try {
      const [saveWord, made] = await Promise.all([
        arrived(async () => (await import('./save-word.ts')).saveWord),
        paper(),
      ])
      await saveWord(made)
    } catch (error) {
      message.error(saidOf(error, 'Word文档没有生成，请检查网络后再点“下载Word文档”。'))
    } finally {
      setMaking(false)
    }
  }
  return (
    <Button icon={<FileWordOutlined />} loading={making} onClick={() => void save()}>
      下载Word文档
    </Button>
  )
}
