import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useState } from 'react'
import type { Client } from '#contracts/client.ts'
import { ApiContext } from '../session/api.ts'
import type { Session } from '../session/session.ts'
import { SessionEndedBanner } from '../session/session-ended-banner.tsx'
import { Frame } from './frame.tsx'

dayjs.locale('zh-cn')

type Props = { county: string; session: Session; api: Client }

export function Console({ county, session, api }: Props) {
  // A refused request says why; asking again would not change it.
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: true } } }),
  )
  return (
    <ConfigProvider
      locale={zhCN}
      theme={{
        token: {
          colorPrimary: '#b3261e',
          // Dark enough to be read on white and on their own tints.
          colorInfo: '#0b57d0',
          colorSuccess: '#237804',
          colorWarning: '#ad4e00',
          colorError: '#b3261e',
          colorSuccessBg: '#f0f9eb',
          colorSuccessBorder: '#a3d48f',
          colorWarningBg: '#fff8e6',
          colorWarningBorder: '#e8bf6a',
          colorErrorBg: '#fdf0ef',
          colorErrorBorder: '#e5a29d',
          colorLink: '#0b57d0',
          colorTextDescription: 'rgba(0,0,0,0.65)',
          colorTextPlaceholder: 'rgba(0,0,0,0.55)',
          // Old office PCs draw each frame slowly, and what moves is clicked beside.
          motion: false,
          borderRadius: 4,
          fontSize: 15,
        },
        components: { Descriptions: { labelColor: 'rgba(0,0,0,0.65)' } },
      }}
      wave={{ disabled: true }}
      // A blank between two characters is read out and found as one.
      button={{ autoInsertSpace: false }}
    >
      <App>
        <QueryClientProvider client={queries}>
          <ApiContext value={api}>
            <SessionEndedBanner again={session.again} />
            <Frame county={county} leave={session.leave} />
          </ApiContext>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}
