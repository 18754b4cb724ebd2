import { trimmedName } from './file-name.ts'

/** The kinds of file that are kept, and what to save any other as. */
export const KINDS = {
  pdf: { contentType: 'application/pdf', title: 'PDF', inline: true },
  ofd: { contentType: 'application/ofd', title: 'OFD', inline: false },
  doc: { contentType: 'application/msword', title: 'DOC', inline: false },
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    title: 'DOCX',
    inline: false,
  },
  xls: { contentType: 'application/vnd.ms-excel', title: 'XLS', inline: false },
  xlsx: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    title: 'XLSX',
    inline: false,
  },
  wps: { contentType: 'application/wps-office.wps', title: 'WPS文字', inline: false },
  et: { contentType: 'application/wps-office.et', title: 'WPS表格', inline: false },
  jpg: { contentType: 'image/jpeg', title: 'JPG', inline: true },
  png: { contentType: 'image/png', title: 'PNG', inline: true },
  // No browser of ours shows TIFF.
  tif: { contentType: 'image/tiff', title: 'TIF', inline: false },
  mp4: { contentType: 'video/mp4', title: 'MP4', inline: false },
  zip: { contentType: 'application/zip', title: 'ZIP', inline: false },
} as const
export type Kind = keyof typeof KINDS

const isKind = (extension: string): extension is Kind => Object.hasOwn(KINDS, extension)
const ALIASES: ReadonlyMap<string, Kind> = new Map([
  ['jpeg', 'jpg'],
  ['tiff', 'tif'],
])
export const KEPT = 'pdf、ofd、doc、docx、xls、xlsx、wps、et、jpg、png、tif、mp4、zip'

const extensionOf = (name: string): string => /\.([^.]{1,12})$/.exec(trimmedName(name))?.[1]?.toLowerCase() ?? ''

/** The kind a file's name says it is; undefined when no such kind is kept. */
export function kindOfName(name: string): Kind | undefined {
  const extension = extensionOf(name)
  return isKind(extension) ? extension : ALIASES.get(extension)
}

/** The kind a content type of ours belongs to. */
export const kindOfType = (contentType: string): Kind | undefined =>
  Object.keys(KINDS)
    .filter(isKind)
    .find((kind) => KINDS[kind].contentType === contentType)

/** What people bring most that is not kept, and what it is saved as instead. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/^(pptx?|dps|key|odp)$/, '请另存为PDF后上传'],
  [/^(heic|heif|webp|bmp|gif|svg)$/, '请另存为JPG或PNG后上传'],
  [/^(rar|7z|tar|gz|tgz|bz2)$/, '请解压后重新压缩为ZIP上传'],
  [/^(avi|mov|wmv|mkv|flv|rmvb|m4v|3gp)$/, '请转换为MP4后上传'],
  [/^(csv|ods|xlsm|xlsb)$/, '请另存为XLSX后上传'],
  [/^(txt|rtf|odt|docm|html?|mht|xml|md)$/, '请另存为PDF或DOCX后上传'],
]

/** Why a file of this name is not kept, and what to do; without the name, for those that share it. */
export function whyNotKept(name: string): string {
  const extension = extensionOf(name)
  const what = extension ? `“.${extension}”类型的文件` : '没有扩展名的文件'
  const instead = INSTEAD.find(([pattern]) => pattern.test(extension))?.[1] ?? '请另存为PDF后上传'
  return `系统不接收${what}；${instead}。可接收：${KEPT}`
}
export const notKept = (name: string): string => `“${name}”不能上传：${whyNotKept(name)}。`

/** The remark on a file whose name says one kind and whose bytes another. */
export const mislabelled = (name: string, kind: Kind): string =>
  `文件名为“${name}”，内容实为${KINDS[kind].title}，已按${KINDS[kind].title}登记。`

/** The same for a use of kept bytes; undefined where its name says what they are. */
export function noteOn(name: string, contentType: string): string | undefined {
  const kind = kindOfType(contentType)
  return kind && kind !== kindOfName(name) ? mislabelled(name, kind) : undefined
}
