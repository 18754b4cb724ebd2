import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { bytes, type SiteAnswer } from './site-answer.ts'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
/** Compressed already. */
const PACKED = new Set(['png', 'ico', 'woff2', 'docx'])
/** Below this gzip saves nothing worth the work. */
const SMALL = 1024

const ending = (name: string): string => name.split('.').at(-1) ?? ''

/** Whether the header names the encoding and does not refuse it by `;q=0`. */
const accepts = (header: string, encoding: string): boolean =>
  new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?![.\\d]))`).test(header)

/**
 * The console's files from a folder. Only what was in it when it was opened can be asked for, so no name leads out.
 * A name without an ending is one of the console's own places and gets its page; what is not there gets `missing`.
 */
export function consoleFiles(folder: URL, policy: string, missing: SiteAnswer) {
  const known = new Set(listed(folder))
  const kept = new Map<string, Buffer>()
  const once = (key: string, make: () => Buffer): Buffer => {
    const made = kept.get(key) ?? make()
    kept.set(key, made)
    return made
  }
  const read = (name: string) => once(name, () => readFileSync(new URL(encodeURI(name), folder)))

  return (asked: string, acceptEncoding: string): SiteAnswer => {
    const isPlace = !known.has(asked) && !asked.split('/').at(-1)?.includes('.')
    const name = isPlace ? 'index.html' : asked
    const type = TYPES[ending(name)]
    if (!known.has(name) || !type) return missing
    const headers = {
      'content-type': type,
      // Names under assets/ change with their content.
      'cache-control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': policy,
      vary: 'accept-encoding',
    }
    if (accepts(acceptEncoding, 'br') && known.has(`${name}.br`))
      return bytes(read(`${name}.br`), { ...headers, 'content-encoding': 'br' })
    if (!accepts(acceptEncoding, 'gzip')) return bytes(read(name), headers)
    if (known.has(`${name}.gz`)) return bytes(read(`${name}.gz`), { ...headers, 'content-encoding': 'gzip' })
    const plain = read(name)
    if (PACKED.has(ending(name)) || plain.length < SMALL) return bytes(plain, headers)
    const packed = once(`${name} gzip`, () => gzipSync(plain))
    return bytes(packed, { ...headers, 'content-encoding': 'gzip' })
  }
}

/** Where a county's own forms for papers lie among them. */
const PAPERS = 'assets/papers/'
/** Their names, parted by blanks, without the ending: `notice-0123456789abcdef`; '' where a county has none. */
export const ownPapersIn = (folder: URL): string =>
  listed(folder)
    .filter((name) => name.startsWith(PAPERS) && name.endsWith('.docx'))
    .map((name) => name.slice(PAPERS.length, -'.docx'.length))
    .toSorted()
    .join(' ')

/** Files below a folder, as `assets/index-x.js`; none when there is no folder: the console was not built. */
function listed(folder: URL): string[] {
  try {
    const root = fileURLToPath(folder)
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll('\\', '/'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
