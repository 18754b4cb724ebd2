/** What bytes are that are of no kind that is kept: so that whoever sends them is told what was received. */
import { startsWith } from './reading.ts'

/** `program`: runs by itself where somebody opens it. */
export type Known = {
  readonly title: string
  readonly remedy: string
  readonly program?: true
  readonly archive?: true
}

const NO_PROGRAM = '程序不能作为材料上传，请选择材料本身'
const program = (title: string): Known => ({ title, remedy: NO_PROGRAM, program: true })
const archive = (title: string): Known => ({ title, remedy: '请解压后重新压缩为ZIP上传', archive: true })
const picture = (title: string): Known => ({ title, remedy: '请另存为JPG或PNG后上传' })
const film = (title: string): Known => ({ title, remedy: '请转换为MP4后上传' })
const text = (title: string): Known => ({ title, remedy: '请另存为PDF或DOCX后上传' })

const MAGIC: readonly (readonly [readonly number[], Known])[] = [
  [[0x7f, 0x45, 0x4c, 0x46], program('Linux程序')],
  [[0xcf, 0xfa, 0xed, 0xfe], program('Mac程序')],
  [[0xce, 0xfa, 0xed, 0xfe], program('Mac程序')],
  [[0xca, 0xfe, 0xba, 0xbe], program('Java程序')],
  [[0x64, 0x65, 0x78, 0x0a], program('安卓程序')],
  [[0x4c, 0, 0, 0, 1, 0x14, 2, 0], program('快捷方式')],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 7], archive('RAR压缩包')],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], archive('7Z压缩包')],
  [[0x1f, 0x8b, 8], archive('GZ压缩包')],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], archive('XZ压缩包')],
  [[0x42, 0x5a, 0x68], archive('BZ2压缩包')],
  [[0x4d, 0x53, 0x43, 0x46, 0, 0, 0, 0], archive('CAB压缩包')],
]
const TEXTS: readonly (readonly [RegExp, Known])[] = [
  [/^MZ/, program('Windows程序')],
  [/^#! ?\//, program('脚本程序')],
  [/^GIF8[79]a/, picture('GIF图片')],
  [/^BM.{4}\0\0\0\0/s, picture('BMP图片')],
  [/^RIFF.{4}WEBP/s, picture('WEBP图片')],
  [/^.{4}ftyp(heic|heix|mif1|avif)/s, picture('手机拍摄的HEIC图片')],
  [/^RIFF.{4}AVI /s, film('AVI录像')],
  [/^\{\\rtf/, text('RTF文档')],
  [/^(\u00ef\u00bb\u00bf)?\s*(<!doctype html|<html|<head|<script)/i, text('网页')],
]

/** @param head the first bytes, 64 or more where there are that many */
export function knownKind(head: Buffer): Known | undefined {
  const found = MAGIC.find(([magic]) => startsWith(head, magic))
  if (found) return found[1]
  const said = head.toString('latin1', 0, 256)
  return TEXTS.find(([pattern]) => pattern.test(said))?.[1]
}

/** A text may begin with these two letters; a program has zeros soon after. */
export const isProgram = (head: Buffer): boolean =>
  knownKind(head)?.program === true && (!startsWith(head, [0x4d, 0x5a]) || head.subarray(2, 64).includes(0))
