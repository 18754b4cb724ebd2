/** Fills in a county's own form for a paper. */

import { linesOf } from '../fill-in.ts'
import type { Paper } from '../paper.ts'
import type { PlainValues } from '../paper-values.ts'
import { named } from './name-file.ts'
import { openTemplate } from './open-template.ts'
import { FILLED, settleParagraphs } from './settle-paragraphs.ts'

/**
 * @param file a Word file that `problemsOfTemplate` finds nothing in
 * @returns a Word file
 */
export function fillTemplate(
  file: Uint8Array,
  { name, unit }: Pick<Paper, 'name' | 'unit'>,
  values: PlainValues,
): Uint8Array<ArrayBuffer> {
  const { document, zip, parts } = openTemplate(file)
  document.render(
    mapped(values, (value) =>
      typeof value === 'string' ? markedText(value) : value.map((row) => mapped(row, markedText)),
    ),
  )
  for (const part of parts) zip.file(part, settleParagraphs(zip.file(part)?.asText() ?? ''))
  named(zip, name, unit)
  return new Uint8Array(document.toArrayBuffer())
}

const mapped = <V, W>(values: Readonly<Record<string, V>>, to: (value: V) => W): Readonly<Record<string, W>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, to(value)]))

/** What XML has no place for, and what paragraphs are settled by. */
const FOREIGN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{10FFFF}]/gu

function markedText(value: string): string {
  const lines = linesOf(value.replaceAll(FOREIGN, ''))
  return lines.length > 0 ? `${FILLED.something}${lines.join(FILLED.line)}` : FILLED.nothing
}
