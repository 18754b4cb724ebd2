/** Sizes in bytes as DynamoDB counts them; engines that count characters let Chinese texts through that AWS refuses. */
import { Refused } from './refused.ts'

/** DynamoDB takes 400 KB an item; the rest is left for the projector's row of the same content. */
const LARGEST_COMMIT = 350 * 1024
const LONGEST_KEY = 1024
/** A number takes one byte for every two digits and one more; JSON's have at most 17 digits. */
const NUMBER = 10
/** A list or map has 3 bytes of its own and 1 for each element. */
const CONTAINER = 3

export class CommitTooLarge extends Refused {
  override name = 'CommitTooLarge'
  constructor(stream: string, bytes: number) {
    super(
      'incomplete',
      `这次提交的内容约${Math.ceil(bytes / 1024)}KB，超过一次可以保存的350KB（${stream}）；请缩短文字，或把长文作为附件上传。`,
    )
  }
}

export const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8')

/** How many bytes a JSON value takes as a DynamoDB attribute value, never less than DynamoDB counts. */
export function storedBytes(value: unknown): number {
  if (typeof value === 'string') return bytesOf(value)
  if (typeof value === 'number') return NUMBER
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + 1 + storedBytes(one), CONTAINER)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).reduce((sum, [name, one]) => sum + 1 + bytesOf(name) + storedBytes(one), CONTAINER)
  return 1
}

/** @throws CommitTooLarge */
export function mustFit(commit: { readonly stream: string }): void {
  const bytes = storedBytes(commit)
  if (bytes > LARGEST_COMMIT) throw new CommitTooLarge(commit.stream, bytes)
}

/** @throws Refused when a stream's key is longer than any key of ours should be */
export function mustBeKey(stream: string): void {
  const bytes = bytesOf(stream)
  if (bytes === 0 || bytes > LONGEST_KEY)
    throw new Refused('unknown', `记录编号应为1至${LONGEST_KEY}字节，收到${bytes}字节；请核对地址或编号。`)
}
