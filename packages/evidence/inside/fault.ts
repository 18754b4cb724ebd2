/** Why a file of a kind that is kept is not taken. */

/** `wrong`: what was received and what is wrong with it, after the file's name; `remedy`: what to do. */
export type Fault = { readonly wrong: string; readonly remedy: string }

export const saidFault = (name: string, { wrong, remedy }: Fault): string => `“${name}”${wrong}；${remedy}。`

/** Of a file that lies in an archive or a document, said of that. */
export const within = (name: string, { wrong, remedy }: Fault, isArchive: boolean): Fault => ({
  wrong: `里面的“${name}”${wrong}`,
  remedy: isArchive ? `${remedy.replace(/后上传$/, '')}，再重新压缩后上传` : '请在文档中删去它，另存后上传',
})

export const twoKinds = (first: string, second: string): Fault => ({
  wrong: `同时是两种文件：既是${first}，又夹带着${second}`,
  remedy: '请用原软件打开，另存为新文件后上传；夹带的内容确是材料的，请单独上传',
})

export const hasMacros = (title: string): Fault => ({
  wrong: `是带有宏（会自动运行的程序）的${title}文档`,
  remedy: '请在Word、Excel或WPS中另存为不带宏的DOCX、XLSX，或输出为PDF后上传',
})

export const needsPassword = (title: string): Fault => ({
  wrong: `是加了密码或使用限制的${title}，审核人可能无法打开，归档后也无法长期保存`,
  remedy: '请在原软件中取消密码和限制，另存后上传',
})

const MOST_NAMED = 3
const named = (names: readonly string[]): string =>
  `${names
    .slice(0, MOST_NAMED)
    .map((one) => `“${one}”`)
    .join('、')}${names.length > MOST_NAMED ? `等${names.length}个` : ''}`

export const holdsPrograms = (title: string, names: readonly string[]): Fault => ({
  wrong: `是${title}，里面有程序：${named(names)}`,
  remedy: '材料中不能有程序，请删去，重新保存或压缩后上传',
})

export const holdsArchives = (names: readonly string[]): Fault => ({
  wrong: `是ZIP压缩包，里面还有压缩包：${named(names)}`,
  remedy: '请全部解压，重新压缩为一个ZIP后上传',
})

export const damaged = (title: string, what: string): Fault => ({
  wrong: `是${title}，但${what}，可能已经损坏或者没有复制完整`,
  remedy: '请用原软件打开核对，另存或重新压缩后上传',
})
