/** One file from the disk to "kept": hashed, promised, sent straight to the store, verified there. */
import type { Client } from '#contracts/client.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'

export type Progress = { readonly stage: 'hashing' | 'sending' | 'verifying'; readonly fraction: number }

/** How often and how long to ask whether the store has verified the bytes. */
const ASK_EVERY_MS = 400
const ASK_TIMES = 75

/**
 * @param owner the unit the file belongs to, or `office`
 * @returns the digest under which the file is kept; the same file sent again is not sent twice
 * @throws Error with a sentence for the person
 */
export async function uploadFile(
  api: Client,
  owner: string,
  file: File,
  told: (progress: Progress) => void,
): Promise<string> {
  const { digestOf } = await import('./digest-of.ts')
  const sha256 = await digestOf(file, (fraction) => told({ stage: 'hashing', fraction }))
  const { tickets } = await api(evidenceEndpoints.askTickets, {
    params: { owner },
    body: {
      files: [{ sha256, name: file.name, size: file.size, contentType: file.type || 'application/octet-stream' }],
    },
  })
  const [ticket] = tickets
  if (!ticket) throw new Error(`没有拿到“${file.name}”的上传许可,请重试。`)
  if (ticket.status === 'refused') throw new Error(ticket.reason)
  if (ticket.status === 'kept') return sha256
  await send(ticket.url, ticket.headers, file, (fraction) => told({ stage: 'sending', fraction }))
  for (let asked = 0; asked < ASK_TIMES; asked++) {
    told({ stage: 'verifying', fraction: 1 })
    const { status, reason } = await api(evidenceEndpoints.readEvidence, { params: { owner, sha256 } })
    if (status === 'kept') return sha256
    if (status === 'rejected') throw new Error(reason ?? `“${file.name}”没有通过检查。`)
    await new Promise((later) => setTimeout(later, ASK_EVERY_MS))
  }
  throw new Error(`“${file.name}”已送达,但还没有核验完;请稍后点“重试”,不会重复上传。`)
}

/** XMLHttpRequest, because fetch does not tell how much has been sent. */
function send(
  url: string,
  headers: Readonly<Record<string, string>>,
  file: File,
  told: (fraction: number) => void,
): Promise<void> {
  const answer = Promise.withResolvers<void>()
  const request = new XMLHttpRequest()
  request.open('PUT', url)
  for (const [name, value] of Object.entries(headers))
    if (!['content-length', 'host'].includes(name.toLowerCase())) request.setRequestHeader(name, value)
  request.upload.onprogress = ({ loaded, total }) => told(total === 0 ? 1 : loaded / total)
  request.onload = () => {
    // 412: the same bytes are there already; verification says the rest.
    if (request.status < 300 || request.status === 412) answer.resolve()
    else answer.reject(new Error(`“${file.name}”没有传上去(${request.status}),请重试。`))
  }
  request.onerror = () => answer.reject(new Error(`上传“${file.name}”时网络断了,请点“重试”。`))
  request.send(file)
  return answer.promise
}
