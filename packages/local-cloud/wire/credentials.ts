import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/**
 * A secret key per function, made from one secret of the data folder: what was signed before a restart stays valid after it.
 * The access key is the function's name, so every refusal names it.
 */
export function credentials(file: string, functions: readonly string[]): (accessKey: string) => string | undefined {
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(32).toString('hex'), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  const root = readFileSync(file, 'utf8')
  const secrets = new Map(functions.map((name) => [name, createHmac('sha256', root).update(name).digest('hex')]))
  return (accessKey) => secrets.get(accessKey)
}
