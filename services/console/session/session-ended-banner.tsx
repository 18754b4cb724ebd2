import { Alert, App, Button } from 'antd'
import { useState, useSyncExternalStore } from 'react'
import { onPartsWait, partsWait } from './parts.ts'
import type { Session } from './session.ts'
import { useSessionEnded } from './session-ends.ts'

const ABOVE = { position: 'sticky', top: 0, zIndex: 20 } as const

/** Stands above the page while there is no login, or a part of it has not come; the page below keeps what was typed. */
export function SessionEndedBanner({ again }: Pick<Session, 'again'>) {
  const { message } = App.useApp()
  const ended = useSessionEnded()
  const [opening, setOpening] = useState(false)
  const isWaiting = useSyncExternalStore(onPartsWait, partsWait)
  if (!ended)
    return isWaiting ? (
      <Alert banner type="warning" role="alert" style={ABOVE} title="网络中断，页面还没有读全；恢复后自动继续。" />
    ) : null
  const logIn = async () => {
    setOpening(true)
    try {
      await again()
      message.success('已重新登录，可以继续。')
    } catch (error) {
      if (error instanceof TypeError) message.error('网络不通，还不能登录；网络恢复后请再点“重新登录”。')
      else message.error('登录未成功。如浏览器拦截了登录窗口，请允许本站打开新窗口后再试。')
    } finally {
      setOpening(false)
    }
  }
  return (
    <Alert
      banner
      type="warning"
      role="alert"
      style={ABOVE}
      title="登录已过期。您填写的内容还在本页，没有丢失；重新登录后自动接着保存。"
      action={
        <Button type="primary" loading={opening} onClick={() => void logIn()}>
          重新登录
        </Button>
      }
    />
  )
}
