import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { apiClient } from '#contracts/client.ts'
import { kept } from './kept/browser.ts'
import { askBeforeLeaving, askWhile } from './kept/leaving.ts'
import { watched } from './session/api.ts'
import { readConfiguration } from './session/configuration.ts'
import { patient } from './session/patient.ts'
import { openSession } from './session/session.ts'
import { CannotStart } from './shell/cannot-start.tsx'
import { Console } from './shell/console.tsx'
import { keepFocus } from './shell/focus-back.ts'
import { bearForeignNodes } from './shell/foreign-nodes.ts'
import { ownPapersOf } from './word/own-papers.ts'
import './shell/page.css'

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')
bearForeignNodes(Node.prototype)
const root = createRoot(place)
keepFocus(document)
askWhile(() => kept.hasApart())
askBeforeLeaving(window)

try {
  const configuration = await readConfiguration()
  const session = await openSession(configuration)
  if (session)
    root.render(
      <StrictMode>
        <Console
          county={configuration.county}
          handling={configuration}
          idleMinutes={configuration.idleMinutes}
          training={configuration.training}
          ownPapers={ownPapersOf(configuration.papers)}
          scans={configuration.malwareScan !== undefined}
          session={session}
          api={watched(patient(apiClient('', session.token)), session.renew)}
          // A laptop is its own issuer; a deployed county is not, and is never asked for its clock.
          onLaptop={new URL(configuration.issuer).origin === location.origin}
        />
      </StrictMode>,
    )
} catch (error) {
  root.render(<CannotStart error={error} />)
}
