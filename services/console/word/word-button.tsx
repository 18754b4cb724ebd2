/** Saves what is printed as a Word file too: made when it is asked for, of what stands there at that moment. */
import { FileWordOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { Paper } from '../print/paper.ts'
import { arrived } from '../session/parts.ts'

type Props = {
  /** What it is made of, loaded first where it has to be. */
  paper: () => Promise<Paper>
}

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
    } catch {
      message.error('Word文档没有生成，请检查网络后再点“下载Word文档”。')
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
