/** A paper that is no page of its own: printed, and saved as Word. */
import { PrinterOutlined } from '@ant-design/icons'
import { App, Button, Flex } from 'antd'
import { useState } from 'react'
import type { Paper } from '#papers/paper.ts'
import type { PaperName } from '#papers/paper-values.ts'
import { arrived } from '../session/parts.ts'
import { saidOf, WordButton } from './word-button.tsx'

type Props = {
  /** What it is called, for whoever hears the buttons. */
  label: string
  paper: () => Promise<Paper>
  /** Which paper it is, where a county may have a form of its own for it. */
  of?: PaperName
}

export const PaperButtons = ({ label, paper, of }: Props) => (
  <Flex gap={8} wrap align="center" className="not-printed" role="group" aria-label={label}>
    <PrintButton label={label} papers={async () => [await paper()]} />
    <WordButton paper={paper} of={of} printed />
  </Flex>
)

/** Papers one after the other, each on sheets of its own. */
type PrintProps = { label: string; papers: () => Promise<readonly Paper[]>; disabled?: boolean }
export function PrintButton({ label, papers, disabled = false }: PrintProps) {
  const { message } = App.useApp()
  const [making, setMaking] = useState(false)
  const print = async () => {
    setMaking(true)
    try {
      const [printPaper, made] = await Promise.all([
        arrived(async () => (await import('../print/print-paper.ts')).printPaper),
        papers(),
      ])
      printPaper(...made)
    } catch (error) {
      message.error(saidOf(error, `${label}没有读到，请检查网络后再点“打印${label}”。`))
    } finally {
      setMaking(false)
    }
  }
  return (
    <Button icon={<PrinterOutlined />} loading={making} disabled={disabled} onClick={() => void print()}>
      打印{label}
    </Button>
  )
}
