/** Saves what is printed as a Word file too: made when it is asked for, of what stands there at that moment. */
import { FileWordOutlined } from '@ant-design/icons'
import { App, Button, Typography } from 'antd'
import { useState } from 'react'
import { ApiError } from '#contracts/client.ts'
import type { Paper } from '#papers/paper.ts'
import type { PaperName } from '#papers/paper-values.ts'
import { arrived } from '../session/parts.ts'
import { NotYet } from './not-yet.ts'
import { useOwnPapers } from './own-papers.ts'

type Props = {
  /** What it is made of, loaded first where it has to be. */
  paper: () => Promise<Paper>
  /** Which paper it is, where a county may have a form of its own for it. */
  of?: PaperName | undefined
  /** What is printed beside it is in the product's form. */
  printed?: boolean
}

/** What the county answers where it refuses; else that nothing came. */
export const saidOf = (error: unknown, cut: string): string =>
  error instanceof NotYet || (error instanceof ApiError && error.status !== 0) ? error.message : cut

export function WordButton({ paper, of, printed = false }: Props) {
  const own = useOwnPapers()
  const { message } = App.useApp()
  const [making, setMaking] = useState(false)
  const save = async () => {
    setMaking(true)
    try {
      const [saveWord, made] = await Promise.all([
        arrived(async () => (await import('./save-word.ts')).saveWord),
        paper(),
      ])
      await saveWord(made, own)
    } catch (error) {
      message.error(saidOf(error, 'Word文档没有生成，请检查网络后再点“下载Word文档”。'))
    } finally {
      setMaking(false)
    }
  }
  return (
    <>
      <Button icon={<FileWordOutlined />} loading={making} onClick={() => void save()}>
        下载Word文档
      </Button>
      {of && own.has(of) && (
        <Typography.Text type="secondary">
          Word文档使用本县的文书格式{printed && '，打印使用系统的格式；正式行文请打印Word文档'}
        </Typography.Text>
      )}
    </>
  )
}
