/** What the names of an archive's files say. */
import { TURNING } from '#typed/unseen.ts'

/** What Windows, a shell or a runtime runs where somebody opens it. */
const PROGRAM =
  /\.(exe|com|scr|pif|cpl|dll|sys|msi|msp|msix|appx|bat|cmd|ps1|psm1|vbs?|vbe|jse?|wsf|wsh|hta|lnk|url|reg|inf|scf|chm|jar|class|dex|apk|sh|command|app|py|gadget|application)$/i
const ARCHIVE = /\.(zip|rar|7z|tar|gz|tgz|bz2|xz|cab|iso|img|vhdx?|arj|lzh|zst)$/i
const MACRO_DOCUMENT = /\.(docm|dotm|xlsm|xltm|xlam|xlsb|pptm|potm|ppsm|ppam)$/i
/** A direction that turns makes `gpj.exe` of `exe.jpg`. */
const TURNED = new RegExp(`[${TURNING}]`, 'u')

/** Windows leaves dots and blanks at the end of a name out. */
const plain = (name: string): string => name.replace(/[. \0]+$/, '')

export const isProgramName = (name: string): boolean => PROGRAM.test(plain(name)) || TURNED.test(name)
export const isArchiveName = (name: string): boolean => ARCHIVE.test(plain(name))
export const isMacroName = (name: string): boolean => MACRO_DOCUMENT.test(plain(name))
/** Whoever unpacks it writes beside the folder that was meant. */
export const leavesFolder = (name: string): boolean => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:/i.test(name)

/** The last part of a path, short. */
export const shortName = (path: string): string => {
  const name = [...(path.split(/[\\/]/).at(-1) ?? path).replace(/[\p{C}]/gu, '□')]
  return name.length > 40 ? `${name.slice(0, 40).join('')}…` : name.join('')
}
