/** One file from the disk to "kept": hashed, promised, sent straight to the store, verified there. */
import { ApiError, type Client } from '#contracts/client.ts'
import { type EvidenceItem, evidenceEndpoints } from '#contracts/evidence.ts'
import { shownName, trimmedName } from '#evidence/file-name.ts'
import { noteOn } from '#evidence/kinds.ts'
import { arrived, comeBack, Interrupted } from '../session/parts.ts'
import { SessionEnded } from '../session/session-ends.ts'
import { lane } from './lane.ts'
import { sendFile } from './send-file.ts'

/** A file that is kept. `note`: its content is not what its name says. */
export type Kept = { readonly sha256: string; readonly name: string; readonly note?: string }
export type Progress = {
  readonly stage: 'queued' | 'hashing' | 'sending' | 'verifying' | 'scanning' | 'offline'
  readonly fraction: number
}
type Told = (progress: Progress) => void

const hashing = lane(1)
const sending = lane(3)
/** How often and how long to ask whether the store has verified the bytes. */
const ASK_EVERY_MS = 400
const ASK_TIMES = 75
/** The same for the verdict of the county's malware scanner, which may be another machine's. */
const SCAN_EVERY_MS = 3000
const SCAN_TIMES = 200

/**
 * Goes on by itself after a cut, until `given` up.
 * @param owner the unit the file belongs to, or `office`
 * @returns the file as it is kept, under the name that it has here; the same bytes sent again are not sent twice
 * @throws Error with a sentence for the person
 */
export async function uploadFile(
  api: Client,
  owner: string,
  file: File,
  told: Told,
  given: AbortSignal,
): Promise<Kept> {
  told({ stage: 'queued', fraction: 0 })
  let read: string | undefined
  for (;;)
    try {
      // What reads the file comes over the line as well.
      read ??= await hashing(async () => {
        given.throwIfAborted()
        return arrived(async () =>
          (await import('./digest-of.ts')).digestOf(file, (fraction) => told({ stage: 'hashing', fraction })),
        )
      })
      const sha256 = read
      return await sending(async () => {
        given.throwIfAborted()
        told({ stage: 'sending', fraction: 0 })
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

async function promiseAndSend(
  api: Client,
  { owner, file, sha256 }: { owner: string; file: File; sha256: string },
  told: Told,
  given: AbortSignal,
): Promise<Kept> {
  const { tickets } = await askTickets(api, owner, file, sha256)
  const [ticket] = tickets
  if (!ticket) throw new Error(`未取得“${file.name}”的上传许可，请重试。`)
  if (ticket.status === 'refused') throw new Error(ticket.reason)
  const look = () => api(evidenceEndpoints.readEvidence, { params: { owner, sha256 } })
  if (ticket.status === 'kept') return keptAs(trimmedName(file.name), await look())
  if (ticket.status === 'put') await sendFile(ticket, file, (fraction) => told({ stage: 'sending', fraction }), given)
  for (let asked = 0; asked < ASK_TIMES; asked++) {
    told({ stage: 'verifying', fraction: 1 })
    given.throwIfAborted()
    const found = await look()
    if (found.status === 'waiting') return scanned(file, look, told, given)
    const kept = asKept(file, found)
    if (kept) return kept
    await new Promise((later) => setTimeout(later, ASK_EVERY_MS))
  }
  throw new Error(`“${file.name}”已送达，但还没有核验完；请稍后点“重试”，不会重复上传。`)
}

async function scanned(file: File, look: () => Promise<EvidenceItem>, told: Told, given: AbortSignal): Promise<Kept> {
  told({ stage: 'scanning', fraction: 1 })
  for (let asked = 0; asked < SCAN_TIMES; asked++) {
    await new Promise((later) => setTimeout(later, SCAN_EVERY_MS))
    given.throwIfAborted()
    const kept = asKept(file, await look())
    if (kept) return kept
  }
  throw new Error(`“${file.name}”已送达，还在等待查毒；查完后请点“重试”，不会重复上传。`)
}

/** @throws Error when it will never be */
function asKept(file: File, found: EvidenceItem): Kept | undefined {
  if (found.status === 'rejected' || found.status === 'infected')
    throw new Error(found.reason ?? `“${file.name}”未通过核验。`)
  return found.status === 'kept' ? keptAs(trimmedName(file.name), found) : undefined
}

async function askTickets(api: Client, owner: string, file: File, sha256: string) {
  const { name, size, type } = file
  const files = [{ sha256, name, size, contentType: type || 'application/octet-stream' }]
  try {
    return await api(evidenceEndpoints.askTickets, { params: { owner }, body: { files } })
  } catch (error) {
    // What is wrong with the file is said at its line, and not how many places are wrong.
    const why = error instanceof ApiError ? Object.values(error.fields) : []
    if (why.length === 0) throw error
    throw new Error(`没有接收“${shownName(name)}”：${why.join('；')}。`)
  }
}

/** The name is the one of this use, whatever the bytes were called before. */
function keptAs(name: string, { sha256, contentType }: EvidenceItem): Kept {
  const note = contentType && noteOn(name, contentType)
  return { sha256, name, ...(note && { note }) }
}
