import { Sentence } from '#typed/sentence.ts'

/** What whoever saved a file otherwise is to do. */
export const SAVE_AS = '请在Excel中“另存为”，类型选“CSV UTF-8(逗号分隔)”后再导入'
const ENCODINGS = [
  // What Excel calls Unicode text, by its mark.
  { begins: [0xff, 0xfe], encoding: 'utf-16le' },
  { begins: [0xfe, 0xff], encoding: 'utf-16be' },
  { begins: [], encoding: 'utf-8' },
  // GBK, with all the characters that came after it.
  { begins: [], encoding: 'gb18030' },
]
/** By their first bytes: what is no text at all. */
const OTHERS: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b], '这是Excel工作簿（xlsx）'],
  [[0xd0, 0xcf, 0x11, 0xe0], '这是Excel工作簿（xls）'],
  [[0x25, 0x50, 0x44, 0x46], '这是PDF文件'],
]

/** What the file should be, and how it is saved so. */
type Meant = { readonly is: string; readonly saveAs: string }
const CSV: Meant = { is: 'CSV文件', saveAs: SAVE_AS }

/**
 * The text of a file that a person saved: UTF-8 with or without its mark, UTF-16 with one, or GB18030, in a subset of
 * which Excel writes Chinese.
 * @throws Sentence when it is none of them
 */
export function decodeText(bytes: Uint8Array, { is, saveAs }: Meant = CSV): string {
  const begins = (first: readonly number[]) => first.every((one, i) => bytes[i] === one)
  const [, other] = OTHERS.find(([first]) => begins(first)) ?? []
  if (other) throw new Sentence(`${other}，不是${is}；${saveAs}。`)
  for (const { encoding } of ENCODINGS.filter((one) => begins(one.begins)))
    try {
      // The decoder itself drops the mark.
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  throw new Sentence(`无法识别文件的编码；${saveAs}。`)
}
