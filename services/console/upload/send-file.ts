import { stillBusy } from '../kept/browser.ts'
import { Interrupted } from '../session/parts.ts'

type Ticket = { readonly url: string; readonly headers: Readonly<Record<string, string>> }

/**
 * PUTs the bytes. XMLHttpRequest, because fetch does not tell how much has been sent.
 * @throws Interrupted when the line was cut
 */
export function sendFile(
  { url, headers }: Ticket,
  file: File,
  told: (fraction: number) => void,
  given: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    for (const [name, value] of Object.entries(headers))
      if (!['content-length', 'host'].includes(name.toLowerCase())) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => {
      stillBusy()
      told(total === 0 ? 1 : loaded / total)
    }
    request.onload = () => {
      // 412: the same bytes are there already; verification says the rest.
      if (request.status < 300 || request.status === 412) resolve()
      else reject(new Error(`“${file.name}”上传未成功（${request.status}），请重试。`))
    }
    request.onerror = () => reject(new Interrupted(`上传“${file.name}”时网络中断。`))
    request.onabort = () => reject(given.reason)
    given.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
