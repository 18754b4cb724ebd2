/**
 * The one question before something that cannot be undone. It has the focus itself, and none of its buttons has: Enter,
 * pressed again or held, answers nothing.
 */
import { App } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'

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
  const isAsking = useRef(false)
  const through = () => {
    isAsking.current = false
  }
  return ({ danger = false, content, onOk, ...question }) => {
    // Before the first one has the focus, the key is still the button's.
    if (isAsking.current) return
    isAsking.current = true
    modal.confirm({
      cancelText: '取消',
      ...question,
      content: <Focused>{content}</Focused>,
      autoFocusButton: null,
      okButtonProps: { danger },
      onCancel: through,
      onOk: async () => {
        try {
          await onOk()
        } finally {
          through()
        }
      },
    })
  }
}

/** A dialog without a place for the focus would give it to its first button. What is long scrolls, and is on the way of Tab. */
function Focused({ children }: { children: ReactNode }) {
  const at = useRef<HTMLDivElement>(null)
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    // Until it is shown it cannot have the focus.
    const soon = setTimeout(() => {
      const { scrollHeight = 0, clientHeight = 0 } = at.current ?? {}
      setLong(scrollHeight > clientHeight)
      at.current?.focus({ preventScroll: true })
    })
    return () => clearTimeout(soon)
  }, [])
  return (
    <div
      ref={at}
      tabIndex={isLong ? 0 : -1}
      style={{ outline: 'none', maxHeight: 'calc(100vh - 280px)', overflowY: 'auto' }}
    >
      {children}
    </div>
  )
}
