import { Sentence } from '../sentence.ts'

/**
 * The text of a file that a person saved: UTF-8 with or without its mark, or GBK, which Excel writes in Chinese.
 * @throws Sentence when it is neither
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new Sentence('这是Excel工作簿（xlsx），不是CSV文件；请在Excel中“另存为”，类型选“CSV(逗号分隔)”后再导入。')
  for (const encoding of ['utf-8', 'gbk'])
    try {
      // The decoder itself drops the mark.
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  throw new Sentence('文件的编码读不懂；请在Excel中“另存为”，类型选“CSV UTF-8(逗号分隔)”后再导入。')
}
