import { z } from 'zod/mini'
import { NotArrived } from '../session/parts.ts'

const progress = z.object({ done: z.number(), sha256: z.optional(z.string()) })

/**
 * The SHA-256 of a file as hex, counted in a worker so that the page stays usable.
 * @throws NotArrived when the worker's own script did not come
 */
export function digestOf(file: File, told: (fraction: number) => void): Promise<string> {
  const worker = new Worker(new URL('./hash.worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<string>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      const { done, sha256 } = progress.parse(data)
      told(file.size === 0 ? 1 : done / file.size)
      if (sha256) resolve(sha256)
    }
    // What fails within the worker is an `ErrorEvent`; a script that did not come is not.
    worker.onerror = (event: Event) =>
      reject(event instanceof ErrorEvent ? new Error(`无法读取文件“${file.name}”，请重新选择。`) : new NotArrived())
  })
  worker.postMessage(file)
  return answer.finally(() => worker.terminate())
}
