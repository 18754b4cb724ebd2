/** Programs that an office document brings along. */
import type { Stream } from './compound-file.ts'
import type { Bytes } from './reading.ts'
import type { ZipDirectory } from './zip-directory.ts'
import { contentOf, dataOf } from './zip-entry.ts'

/** VBA of Word and Excel, JS of WPS, sheets of macros as before VBA. */
const PARTS = /(^|\/)(vba|jsa)(project|data)[^/]*\.(bin|xml)$|(^|\/)macrosheets\//i
/** Under whatever name the part has, the list of types says what it is: without that Word does not run it. */
const TYPES = /macroEnabled|vbaProject|jsaProject|macrosheet/i
const MOST_TYPES = 4 * 1024 * 1024

export async function packageHasMacros(bytes: Bytes, { entries }: ZipDirectory): Promise<boolean> {
  if (entries.some(({ name }) => PARTS.test(name))) return true
  const types = entries.find(({ name }) => name.toLowerCase() === '[content_types].xml')
  if (!types || types.size > MOST_TYPES) return false
  const data = await dataOf(bytes, types)
  const content = data === undefined ? undefined : await contentOf(bytes, types, data)
  return content !== undefined && TYPES.test(content.toString('utf8'))
}

export const compoundHasMacros = (streams: readonly Stream[]): boolean =>
  streams.some(({ name }) => /^(_VBA_PROJECT|_VBA_PROJECT_CUR)$/i.test(name))
