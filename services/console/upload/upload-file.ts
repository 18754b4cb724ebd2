/** One file from the disk to "kept": hashed, promised, sent straight to the store, verified there. */
import { ApiError, type Client } from '#contracts/client.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { onBack, SessionEnded } from '../session/session-ends.ts'
import { lane } from './lane.ts'
import { Interrupted, sendFile } from './send-file.ts'

export type Progress = {
  readonly stage: 'queued' | 'hashing' | 'sending' | 'verifying' | 'offline'
  readonly fraction: number
}
type Told = (progress: Progress) => void

const hashing = lane(1)
const sending = lane(3)
/** How often and how long to ask whether the store has verified the bytes. */
const ASK_EVERY_MS = 400
const ASK_TIMES = 75
/** After a cut: at once when the browser says the network is back, and else every few seconds. */
const AGAIN_MS = 4000

/**
 * Goes on by itself after a cut, until `given` up.
 * @param owner the unit the file belongs to, or `office`
 * @returns the digest under which the file is kept; the same file sent again is not sent twice
 * @throws Error with a sentence for the person
 */
export async function uploadFile(
  api: Client,
  owner: string,
  file: File,
  told: Told,
  given: AbortSignal,
): Promise<string> {
  told({ stage: 'queued', fraction: 0 })
  const sha256 = await hashing(async () => {
    given.throwIfAborted()
    const { digestOf } = await import('./digest-of.ts')
    return digestOf(file, (fraction) => told({ stage: 'hashing', fraction }))
  })
  for (;;)
    try {
      return await sending(async () => {
        given.throwIfAborted()
        return promiseAndSend(api, { owner, file, sha256 }, told, given)
      })
    } catch (error) {
      const isCut =
        error instanceof Interrupted ||
        error instanceof SessionEnded ||
        (error instanceof ApiError && error.status === 0)
      if (!isCut) throw error
      told({ stage: 'offline', fraction: 0 })
      await comeBack(given)
    }
}

async function comeBack(given: AbortSignal): Promise<void> {
  let stop = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  await new Promise<void>((resolve) => {
    stop = onBack(resolve)
    timer = setTimeout(resolve, AGAIN_MS)
    given.addEventListener('abort', () => resolve(), { once: true })
  })
  stop()
  clearTimeout(timer)
}

async function promiseAndSend(
  api: Client,
  { owner, file, sha256 }: { owner: string; file: File; sha256: string },
  told: Told,
  given: AbortSignal,
): Promise<string> {
  const { tickets } = await api(evidenceEndpoints.askTickets, {
    params: { owner },
    body: {
      files: [{ sha256, name: file.name, size: file.size, contentType: file.type || 'application/octet-stream' }],
    },
  })
  const [ticket] = tickets
  if (!ticket) throw new Error(`没有拿到“${file.name}”的上传许可，请重试。`)
  if (ticket.status === 'refused') throw new Error(ticket.reason)
  if (ticket.status === 'kept') return sha256
  await sendFile(ticket, file, (fraction) => told({ stage: 'sending', fraction }), given)
  for (let asked = 0; asked < ASK_TIMES; asked++) {
    told({ stage: 'verifying', fraction: 1 })
    given.throwIfAborted()
    const { status, reason } = await api(evidenceEndpoints.readEvidence, { params: { owner, sha256 } })
    if (status === 'kept') return sha256
    if (status === 'rejected') throw new Error(reason ?? `“${file.name}”没有通过检查。`)
    await new Promise((later) => setTimeout(later, ASK_EVERY_MS))
  }
  throw new Error(`“${file.name}”已送达，但还没有核验完；请稍后点“重试”，不会重复上传。`)
}
