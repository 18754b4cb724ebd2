/** Escape, or a click beside it, closes a window: what was typed in it and is kept nowhere is not lost without being asked. */
import { useAsk } from './ask.tsx'
import { useAskToLeave } from './ask-to-leave.ts'

/** @param isChanged whether something stands in it that closing loses, the window or the page around it */
export function useAskToClose(isChanged: boolean, close: () => void): () => void {
  const ask = useAsk()
  useAskToLeave(isChanged)
  return () => {
    if (!isChanged) return close()
    ask({
      title: '填写的内容还没有保存，是否放弃？',
      okText: '放弃',
      danger: true,
      cancelText: '继续填写',
      onOk: close,
    })
  }
}
