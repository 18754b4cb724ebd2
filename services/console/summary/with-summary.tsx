/** A list that is saved as a workbook too: exactly what stands on the page, narrowed and sorted as it is, on all its pages. */
import { FileExcelOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { instantOf } from '#calendar/instant.ts'
import { saidMinute } from '#calendar/said.ts'
import { arrived } from '../session/parts.ts'
import { serverNowIn } from '../shell/server-now.ts'

type Props = {
  /** What the workbook and its file are called. */
  title: string
  /** By what the list is narrowed, as label and value; what is empty narrows nothing. */
  narrowed?: Readonly<Record<string, string | undefined>>
  children: ReactNode
}

export function WithSummary({ title, narrowed = {}, children }: Props) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const list = useRef<HTMLDivElement>(null)
  const [saving, setSaving] = useState(false)
  const save = async () => {
    setSaving(true)
    try {
      const saveSummary = await arrived(async () => (await import('./save-summary.ts')).saveSummary)
      const by = Object.entries(narrowed).flatMap(([label, value]) => (value ? [`${label}：${value}`] : []))
      if (list.current)
        await saveSummary(list.current, { title, narrowed: by, at: saidMinute(instantOf(serverNowIn(queries))) })
    } catch {
      message.error('汇总表没有生成，请检查网络后再点“下载汇总表”。')
    } finally {
      setSaving(false)
    }
  }
  return (
    <>
      <div ref={list}>{children}</div>
      <Button
        className="not-printed"
        size="small"
        style={{ marginTop: 8 }}
        icon={<FileExcelOutlined />}
        loading={saving}
        aria-label={`下载汇总表（Excel）：${title}`}
        onClick={() => void save()}
      >
        下载汇总表（Excel）
      </Button>
    </>
  )
}
