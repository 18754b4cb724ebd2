import { CheckCircleOutlined, CloudSyncOutlined, DisconnectOutlined, WarningOutlined } from '@ant-design/icons'
import { Typography } from 'antd'
import { instantOf } from '#calendar/instant.ts'
import { shownClock } from '#calendar/said.ts'
import type { Draft } from '../forms/autosave.ts'
import { saidLocal } from './said-local.ts'

/** Where what is on the screen is kept: one line, always in sight, read out when it changes. */
export function SaveLine({ draft }: { draft: Draft }) {
  const { saving } = draft
  const local = saidLocal(draft)
  // A tick beside what is too long would say that this was saved.
  const isWhole = saving.is !== 'saved' || local === ''
  const { icon, text, type } = isWhole ? lineOf(saving) : { ...lineOf(saving), ...IN_PART }
  return (
    <Typography.Text type={type} aria-live="polite" data-saving={saving.is}>
      {icon} {text}
      {local}
    </Typography.Text>
  )
}

const IN_PART = { icon: <WarningOutlined />, type: 'warning' } as const
type Line = { icon: React.ReactNode; text: string; type: 'secondary' | 'success' | 'warning' | 'danger' }

function lineOf(saving: Draft['saving']): Line {
  switch (saving.is) {
    case 'saved':
      return {
        icon: <CheckCircleOutlined />,
        text: saving.at ? `已保存 ${shownClock(instantOf(saving.at))}` : '已保存',
        type: 'success',
      }
    case 'changed':
    case 'saving':
      return { icon: <CloudSyncOutlined />, text: '正在保存……', type: 'secondary' }
    case 'offline':
      return { icon: <DisconnectOutlined />, text: '没有网络，内容在本机，恢复后自动保存', type: 'warning' }
    case 'unanswered':
      return { icon: <DisconnectOutlined />, text: '系统暂时没有回应，内容在本机，稍后自动保存', type: 'warning' }
    case 'loggedOut':
      return { icon: <DisconnectOutlined />, text: '登录已过期，内容在本机', type: 'warning' }
    case 'stopped':
      return { icon: <WarningOutlined />, text: `没有保存：${saving.why}`, type: 'danger' }
  }
}
