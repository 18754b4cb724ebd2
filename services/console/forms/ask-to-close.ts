/** Escape, or a click beside it, closes a window: what was typed in it and is kept nowhere is not lost without being asked. */
import { App } from 'antd'

/** @param isChanged whether something stands in it that closing loses */
export function useAskToClose(isChanged: boolean, close: () => void): () => void {
  const { modal } = App.useApp()
  return () => {
    if (!isChanged) return close()
    modal.confirm({
      title: '填写的内容还没有保存，是否放弃？',
      okText: '放弃',
      okButtonProps: { danger: true },
      cancelText: '继续填写',
      autoFocusButton: 'cancel',
      onOk: close,
    })
  }
}
