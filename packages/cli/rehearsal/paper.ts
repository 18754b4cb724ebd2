import { createHash } from 'node:crypto'

/** A file as a unit would have it: small, of the right kind, with bytes of its own. */
export type Paper = { readonly name: string; readonly bytes: Buffer<ArrayBuffer> }

/** A page that a viewer shows: its name as the heading, then what it says, one string a line. A4, no more than a page. */
export function pdf(name: string, ...lines: readonly string[]): Paper {
  const heading = name.replace(/\.pdf$/, '')
  const text = [line(heading, 22, 760), ...lines.map((said, i) => line(said, 14, 712 - i * 26))].join('\n')
  const body = ['%PDF-1.4\n']
  const starts: number[] = []
  const written = () => body.reduce((length, part) => length + part.length, 0)
  for (const [i, object] of objects(text).entries()) {
    starts.push(written())
    body.push(`${i + 1} 0 obj\n${object}\nendobj\n`)
  }
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = starts.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\n`
  return { name, bytes: Buffer.from(`${body.join('')}${end}startxref\n${written()}\n%%EOF\n`, 'latin1') }
}

export const sha256Of = ({ bytes }: Paper): string => createHash('sha256').update(bytes).digest('hex')

/** The font is one that every viewer replaces by its own Chinese one, so no megabytes of glyphs are carried along. */
const objects = (text: string): string[] => [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>',
  `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
  '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[6 0 R]>>',
  '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor 7 0 R>>',
  '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
]

const line = (said: string, size: number, y: number): string =>
  `BT /F1 ${size} Tf 60 ${y} Td <${Buffer.from(said, 'utf16le').swap16().toString('hex')}> Tj ET`
