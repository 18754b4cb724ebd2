/** What a Word file says of itself: by whose hand a form was made is no part of the papers that come of it. */
import PizZip from 'pizzip'

const ABOUT = 'docProps/core.xml'
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** @param by the organ whose paper it is */
export function named(zip: PizZip, title: string, by: string): void {
  if (!zip.file(ABOUT)) return
  zip.file(
    ABOUT,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(by)}</dc:creator><cp:lastModifiedBy>${escaped(by)}</cp:lastModifiedBy></cp:coreProperties>`,
    // The same in gives the same out.
    { date: new Date(Date.UTC(2000, 0, 1)) },
  )
}

/** A form as it may be read by anybody. */
export function withoutAuthor(file: Uint8Array): Uint8Array {
  const zip = new PizZip(file)
  named(zip, '', '')
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
