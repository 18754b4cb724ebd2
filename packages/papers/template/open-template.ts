/** A Word file with fields in it, opened by the library that fills it in. */
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'

/** Own fields alone: what a list's row does not have is looked for around it. */
const fieldOf = (name: string) => ({
  get: (scope: unknown): unknown =>
    typeof scope === 'object' && scope !== null
      ? Object.getOwnPropertyDescriptor(scope, name.trim())?.value
      : undefined,
})

export type Opened = {
  readonly document: Docxtemplater<PizZip>
  readonly zip: PizZip
  /** Parts of the file that say something on paper: the text, headers, footers, notes. */
  readonly parts: readonly string[]
}

/** @throws what the library has to say of a file that cannot be read or of braces that do not match */
export function openTemplate(file: Uint8Array): Opened {
  const zip = new PizZip(file)
  const document = new Docxtemplater(zip, {
    delimiters: { start: '{{', end: '}}' },
    syntax: { changeDelimiterPrefix: null },
    // A list's mark alone in its paragraph leaves no empty line.
    paragraphLoop: true,
    // Lines become paragraphs, with the indents of the one that they stand in.
    linebreaks: false,
    parser: fieldOf,
    nullGetter: () => '',
    errorLogging: false,
  })
  return {
    document,
    zip,
    parts: Object.keys(zip.files).filter((name) =>
      /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(name),
    ),
  }
}
