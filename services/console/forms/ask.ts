/** The one question before something that cannot be undone. No button of it has the focus: Enter, pressed again or held, answers nothing. */
import { App } from 'antd'
import type { ReactNode } from 'react'

export type Question = {
  readonly title: ReactNode
  readonly content?: ReactNode
  /** What is done, in a verb. */
  readonly okText: string
  readonly cancelText?: string
  readonly danger?: boolean
  readonly width?: number
  /** The question stays, and cannot be answered again, until it is through. */
  readonly onOk: () => unknown
}

export function useAsk(): (question: Question) => void {
  const { modal } = App.useApp()
  return ({ danger = false, ...question }) => {
    modal.confirm({ cancelText: '取消', ...question, autoFocusButton: null, okButtonProps: { danger } })
  }
}
