/** The port by which a data folder's accounts are known: their issuer's address, which the record names, has it in it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Sentence } from '#typed/sentence.ts'

const file = (data: string): string => join(data, 'port')

export const keepPort = (data: string, port: number): void => writeFileSync(file(data), String(port))

/**
 * Folders made by 0.2.0 do not say theirs, and start on any.
 * @throws Sentence when the folder was made with another port
 */
export function mustBeItsPort(data: string, port: number): void {
  if (!existsSync(file(data))) return
  const its = readFileSync(file(data), 'utf8').trim()
  if (its !== String(port))
    throw new Sentence(
      `数据文件夹${data}是用端口${its}建立的，其中的账号只认这个端口，收到的是${port}；请运行npm start -- --port ${its}，或者用--data指定另一个文件夹。`,
    )
}
