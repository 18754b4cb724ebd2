/// <reference lib="webworker" />
/** SHA-256 of a file, read in pieces so that 200 MB never lie in memory at once. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

async function count(file: File): Promise<void> {
  const hash = sha256.create()
  const reader = file.stream().getReader()
  let done = 0
  for (;;) {
    const piece = await reader.read()
    if (piece.done) break
    hash.update(piece.value)
    done += piece.value.length
    postMessage({ done })
  }
  postMessage({ done, sha256: bytesToHex(hash.digest()) })
}
// A rejected promise stays in the worker; what is reported reaches the page.
addEventListener('message', ({ data }: MessageEvent<File>) => void count(data).catch(reportError))
