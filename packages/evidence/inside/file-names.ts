/** What the names of an archive's files say. */
import { TURNING, withoutUnseen } from '#typed/unseen.ts'

/** What Windows, a shell, a browser, a server or a runtime runs where somebody opens it. */
const PROGRAM = endings(
  'exe com scr pif cpl dll sys drv ocx xll wll msi msp mst msu msix msixbundle appx appxbundle appinstaller diagcab',
  'bat cmd ps1 psm1 psd1 ps1xml vb vbs vbe js jse wsf wsh ws wsc sct shb shs hta chm hlp msc job lnk url website reg inf scf',
  'settingcontent-ms appref-ms library-ms search-ms iqy oqy rqy dqy rdp jnlp xbap gadget application vsto ade adp mde',
  'jar class dex apk ipa sh bash zsh csh ksh command app pkg workflow scpt desktop appimage deb rpm crx xpi',
  'py pyc pyw pyz pl rb lua php phtml phar asp aspx ashx jsp jspx cgi',
)
/** Pieces of one archive are numbered. */
const ARCHIVE = endings(
  'zip zipx rar 7z tar gz tgz taz bz bz2 tbz tbz2 xz txz lz tlz lzma lzo zst tzst cab wim swm esd ace arj arc lzh lha',
  'cpio egg alz sit sitx iso img udf dmg vhd vhdx vmdk war ear 0\\d\\d [rz]\\d\\d',
)
const MACRO_DOCUMENT = endings('docm dotm xlsm xltm xlam xlsb pptm potm ppsm ppam')
/** A direction that turns makes `gpj.exe` of `exe.jpg`. */
const TURNED = new RegExp(`[${TURNING}]`, 'u')

function endings(...lists: readonly string[]): RegExp {
  return new RegExp(`\\.(?:${lists.join(' ').replaceAll(' ', '|')})$`, 'i')
}

/**
 * What the systems of whoever unpacks it may make of the name: full-width letters are letters, what nobody sees is gone,
 * and so are dots and blanks at the end; behind a colon Windows has another stream of the same file.
 */
const read = (name: string): readonly string[] =>
  [name, ...name.split(':')].map((part) => withoutUnseen(part.normalize('NFKC')).replace(/[.\s\0]+$/, ''))

export const isProgramName = (name: string): boolean => TURNED.test(name) || read(name).some((one) => PROGRAM.test(one))
export const isArchiveName = (name: string): boolean => read(name).some((one) => ARCHIVE.test(one))
export const isMacroName = (name: string): boolean => read(name).some((one) => MACRO_DOCUMENT.test(one))
/** Whoever unpacks it writes beside the folder that was meant. */
export const leavesFolder = (name: string): boolean => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:/i.test(name)

/** The last part of a path, short. */
export const shortName = (path: string): string => {
  const name = [...(path.split(/[\\/]/).at(-1) ?? path).replace(/[\p{C}]/gu, '□')]
  return name.length > 40 ? `${name.slice(0, 40).join('')}…` : name.join('')
}
