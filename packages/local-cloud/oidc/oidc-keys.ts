import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod/mini'

const PublicKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string(),
  use: z.literal('sig'),
  alg: z.literal('RS256'),
  n: z.string(),
  e: z.string(),
})
const Part = z.string()
const PrivateKey = z.extend(PublicKey, { d: Part, p: Part, q: Part, dp: Part, dq: Part, qi: Part })
const Keys = z.object({ signing: PrivateKey, cookies: z.string() })

export type OidcKeys = z.infer<typeof Keys> & { readonly public: z.infer<typeof PublicKey> }

/** The issuer's keys, made on the first start and kept: tokens given before a restart stay valid after it. */
export function oidcKeys(folder: string): OidcKeys {
  const file = join(folder, 'oidc-keys.json')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const kid = randomBytes(8).toString('hex')
    const signing = { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }
    const keys = { signing, cookies: randomBytes(32).toString('base64url') }
    writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  const keys = Keys.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { ...keys, public: PublicKey.parse(keys.signing) }
}
