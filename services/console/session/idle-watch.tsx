import { Button, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { watchIdle } from './idle.ts'

type Props = { minutes: number; timeOut: () => Promise<void> }

/** Says it before a window that nobody uses logs out. */
export default function IdleWatch({ minutes, timeOut }: Props) {
  const [left, setLeft] = useState<number>()
  const stay = useRef(() => {})
  useEffect(() => {
    const watching = watchIdle({ limitMs: minutes * 60_000, warn: setLeft, end: () => void timeOut() })
    stay.current = watching.stay
    return watching.stop
  }, [minutes, timeOut])
  return (
    <Modal
      open={left !== undefined}
      closable={false}
      mask={{ closable: false }}
      title="长时间没有操作，即将自动退出"
      footer={
        <Button type="primary" autoFocus onClick={() => stay.current()}>
          继续办理
        </Button>
      }
    >
      <p>
        <strong>{left}秒</strong>后自动退出，回到登录页面。按任意键，或者点“继续办理”，就不退出。
      </p>
      <p>没有提交的内容留在本机，用同一账号再次登录后接着填写；姓名、电话等个人信息不留在本机，要保留的请先提交。</p>
    </Modal>
  )
}
