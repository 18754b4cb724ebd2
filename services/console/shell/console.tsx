import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useState } from 'react'
import type { Client } from '#contracts/client.ts'
import type { Handled } from '../privacy/use-privacy-notice.ts'
import { ApiContext } from '../session/api.ts'
import type { Session } from '../session/session.ts'
import { SessionEndedBanner } from '../session/session-ended-banner.tsx'
import { isPassing } from '../session/session-ends.ts'
import { TrainingContext } from '../session/training.ts'
import { type OwnPapers, OwnPapersContext } from '../word/own-papers.ts'
import { Boundary } from './boundary.tsx'
import { Frame } from './frame.tsx'

/** Who somebody is and may do changes seldom; each page asks. */
const ME_IS_FRESH_MS = 30_000
const ASKED_AGAIN_MS = 10_000

type Props = {
  county: string
  handling: Handled
  idleMinutes: number
  training?: string | undefined
  ownPapers: OwnPapers
  scans: boolean
  session: Session
  api: Client
  onLaptop: boolean
}

export function Console({ county, handling, idleMinutes, training, ownPapers, scans, session, api, onLaptop }: Props) {
  // A refused request says why; asking again would not change it.
  const [queries] = useState(() => {
    const client = new QueryClient({
      defaultOptions: {
        queries: {
          retry: false,
          refetchOnWindowFocus: true,
          // What nobody answered is asked again until somebody does.
          refetchInterval: ({ state: { error } }) => (isPassing(error) ? ASKED_AGAIN_MS : false),
        },
      },
    })
    // The frame has just asked when a page of its own asks too.
    client.setQueryDefaults(['me'], { staleTime: ME_IS_FRESH_MS })
    return client
  })
  return (
    <ConfigProvider
      locale={zhCN}
      theme={{
        token: {
          // What has the focus or the pointer is blue: red says that something is wrong.
          colorPrimary: '#0b57d0',
          colorPrimaryHover: '#0842a0',
          colorPrimaryActive: '#0842a0',
          colorPrimaryBorder: '#0b57d0',
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
          colorLinkHover: '#0842a0',
          colorLinkActive: '#0842a0',
          colorTextDescription: 'rgba(0,0,0,0.65)',
          colorTextPlaceholder: 'rgba(0,0,0,0.55)',
          // Old office PCs draw each frame slowly, and what moves is clicked beside.
          motion: false,
          borderRadius: 4,
          fontSize: 15,
        },
        components: {
          Descriptions: { labelColor: 'rgba(0,0,0,0.65)' },
          // The county's seal, on what counts.
          Button: {
            colorPrimary: '#b3261e',
            colorPrimaryHover: '#8f1e18',
            colorPrimaryActive: '#7d1a15',
            defaultHoverColor: '#0842a0',
            defaultHoverBorderColor: '#0b57d0',
            defaultActiveColor: '#0842a0',
            defaultActiveBorderColor: '#0842a0',
          },
        },
      }}
      wave={{ disabled: true }}
      // A blank between two characters is read out and found as one.
      button={{ autoInsertSpace: false }}
    >
      <App>
        <QueryClientProvider client={queries}>
          <ApiContext value={api}>
            {training && <p className="training">{training}</p>}
            <SessionEndedBanner again={session.again} />
            <TrainingContext value={training}>
              <OwnPapersContext value={ownPapers}>
                <Boundary place="console">
                  <Frame
                    county={county}
                    handling={handling}
                    scans={scans}
                    idleMinutes={idleMinutes}
                    session={session}
                    onLaptop={onLaptop}
                  />
                </Boundary>
              </OwnPapersContext>
            </TrainingContext>
          </ApiContext>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}
