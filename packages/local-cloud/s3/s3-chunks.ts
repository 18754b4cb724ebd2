import { S3Error } from './s3-error.ts'

/** A chunk's head is a hexadecimal size; far longer ones are an attack or another protocol. */
const LONGEST_LINE = 8192

/**
 * The body inside `aws-chunked`, as the SDK sends a stream whose checksum follows in a trailer.
 * @param trailer receives the trailing headers
 */
export async function* awsChunks(source: AsyncIterable<Buffer>, trailer: Map<string, string>): AsyncGenerator<Buffer> {
  const reader = new Reader(source)
  for (;;) {
    const head = (await reader.line()).split(';')[0] ?? ''
    if (!/^[0-9a-f]{1,8}$/i.test(head)) throw malformed(`a chunk's size is ${head}`)
    let left = Number.parseInt(head, 16)
    if (left === 0) break
    while (left > 0) {
      const bytes = await reader.some(left)
      left -= bytes.length
      yield bytes
    }
    if ((await reader.line()) !== '') throw malformed('a chunk is longer than its size')
  }
  for (let line = await reader.line(true); line !== ''; line = await reader.line(true)) {
    const colon = line.indexOf(':')
    trailer.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
}

class Reader {
  readonly #source: AsyncIterator<Buffer>
  #left: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async line(orEnd: boolean = false): Promise<string> {
    for (;;) {
      const end = this.#left.indexOf('\r\n')
      if (end >= 0) {
        const line = this.#left.subarray(0, end).toString('latin1')
        this.#left = this.#left.subarray(end + 2)
        return line
      }
      if (this.#left.length > LONGEST_LINE) throw malformed('a line does not end')
      if (!(await this.#more())) {
        if (orEnd && this.#left.length === 0) return ''
        throw malformed('it ends within a line')
      }
    }
  }

  /** Between one byte and `most`. */
  async some(most: number): Promise<Buffer> {
    if (this.#left.length === 0 && !(await this.#more())) throw malformed('it ends within a chunk')
    const bytes = this.#left.subarray(0, most)
    this.#left = this.#left.subarray(bytes.length)
    return bytes
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next()
    if (next.done) return false
    this.#left = this.#left.length === 0 ? next.value : Buffer.concat([this.#left, next.value])
    return this.#left.length > 0 || this.#more()
  }
}

const malformed = (what: string) => new S3Error('IncompleteBody', `The aws-chunked body is malformed: ${what}.`)
