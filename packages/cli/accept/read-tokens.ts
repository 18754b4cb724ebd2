import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod/mini'
import { Sentence } from '#typed/sentence.ts'

const file = z.record(z.string(), z.string().check(z.minLength(1)))
const claims = z.object({ exp: z.number() })

/** Access tokens by login, as their file holds them now. */
export type Tokens = Readonly<Record<string, string>>

/**
 * Reads `{ "login": "access token" }`.
 * @param seconds how long they have to be valid still
 * @throws Sentence naming the logins whose token has expired, or will have by then
 */
export function readTokens(path: string, now: Date, seconds: number): Tokens {
  const tokens = openTokens(path)
  const until = now.getTime() / 1000 + seconds
  const expired = Object.keys(tokens).filter((login) => (expiryOf(tokens[login] ?? '') ?? until) < until)
  if (expired.length > 0)
    throw new Sentence(
      `令牌文件${path}中，${expired.join('、')}的令牌已经过期或不足${Math.ceil(seconds / 60)}分钟；请重新登录取得新的令牌，更新文件后再运行。`,
    )
  return tokens
}

/** The token of one login, now; asks for another and waits for it in the file when it has expired. */
export async function freshToken(
  path: string,
  login: string,
  { now, told }: { readonly now: () => Date; readonly told: (what: string) => void },
): Promise<string> {
  const end = now().getTime() + ASKING_MS
  for (let asked = false; ; asked = true) {
    const token = openTokens(path)[login] ?? ''
    if ((expiryOf(token) ?? Number.POSITIVE_INFINITY) * 1000 > now().getTime()) return token
    if (now().getTime() >= end) throw new Sentence(`${login}的令牌已经过期，没有等到新的；请取得后从头再验收一次。`)
    if (!asked) told(`${login}的令牌已经过期，请把新的写进${path}，写好后接着办……`)
    await sleep(LOOK_AGAIN_MS)
  }
}
const ASKING_MS = 10 * 60_000
const LOOK_AGAIN_MS = 1000

function openTokens(path: string): Tokens {
  try {
    return file.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new Sentence(
      `令牌文件${path}格式有误（${error instanceof Error ? error.message : error}）；应为JSON，如{"officer-1":"eyJ…"}，每个账号一个访问令牌。`,
    )
  }
}

/** Seconds since 1970 at which a token says it expires; undefined when it does not say so in a way we can read. */
function expiryOf(token: string): number | undefined {
  try {
    return claims.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))).exp
  } catch {
    return undefined
  }
}
