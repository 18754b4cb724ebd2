/**
 * Long texts (a form's answers, an objection) are objects named by their content: an event holds the digest, and what
 * the digest names can be neither changed nor doubled.
 */
import { Altered } from './altered.ts'
import { canonicalJson, digestOf } from './chain.ts'

export interface Contents {
  /** Keeps a JSON value; answers the SHA-256, in hex, of its canonical JSON. Keeping it again changes nothing. */
  put(value: unknown): Promise<string>
  /** @throws ContentMissing when nothing has that digest, ContentAltered when what is kept does not fit it */
  get(sha256: string): Promise<unknown>
  /** The same of a digest that came with a request: undefined when nothing has it. @throws ContentAltered */
  find(sha256: string): Promise<unknown>
}

export class ContentMissing extends Altered {
  override name = 'ContentMissing'
  constructor(sha256: string) {
    super(`没有摘要为${sha256}的内容；请核对编号，或与备份核对。`)
  }
}

export class ContentAltered extends Altered {
  override name = 'ContentAltered'
  constructor(sha256: string) {
    super(`摘要为${sha256}的内容与其摘要不符，不能使用；请与备份核对。`)
  }
}

/** The value of a kept text, once it is sure that it is the one the digest names. */
export function parseContent(sha256: string, text: string): unknown {
  const value = jsonOf(text)
  if (value === undefined || digestOf(value) !== sha256) throw new ContentAltered(sha256)
  return value
}

/** Undefined for what is no JSON: a damaged text need not be one. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The same, which asks once for what it has kept or read: nothing that a digest names ever changes.
 * @param most how many texts it remembers; the one that was longest not asked for goes first
 */
export function rememberingContents(contents: Contents, most = 200): Contents {
  const known = new Map<string, unknown>()
  const remember = (sha256: string, value: unknown): void => {
    known.delete(sha256)
    known.set(sha256, value)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
  }
  return {
    async put(value) {
      const sha256 = await contents.put(value)
      remember(sha256, parseContent(sha256, canonicalJson(value)))
      return sha256
    },
    async get(sha256) {
      const value = known.has(sha256) ? known.get(sha256) : await contents.get(sha256)
      remember(sha256, value)
      return structuredClone(value)
    },
    find: (sha256) => contents.find(sha256),
  }
}
