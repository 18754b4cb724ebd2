import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

type Entry = { payload: AdapterPayload; ends: number }

/**
 * Sessions, codes and refresh tokens in memory: a restart costs a login, nothing else.
 * The library's own store drops the oldest beyond a thousand, which a rehearsal's logins would reach.
 * @param now real time in milliseconds
 */
export function oidcMemory(now: () => number): AdapterFactory {
  const entries = new Map<string, Entry>()
  const live = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key)
    if (entry && entry.ends > now()) return entry.payload
    entries.delete(key)
    return undefined
  }
  return (kind): Adapter => ({
    async upsert(id, payload, expiresIn) {
      for (const [key, { ends }] of entries) {
        if (ends > now()) break
        entries.delete(key)
      }
      const ends = expiresIn === undefined ? Number.POSITIVE_INFINITY : now() + expiresIn * 1000
      entries.set(`${kind}:${id}`, { payload, ends })
    },
    async find(id) {
      return live(`${kind}:${id}`)
    },
    async findByUid(uid) {
      for (const [key, { payload }] of entries) if (key.startsWith(`${kind}:`) && payload.uid === uid) return live(key)
      return undefined
    },
    async findByUserCode() {
      // The device flow is not offered.
      return undefined
    },
    async consume(id) {
      const payload = live(`${kind}:${id}`)
      if (payload) payload.consumed = Math.floor(now() / 1000)
    },
    async destroy(id) {
      entries.delete(`${kind}:${id}`)
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries)
        if (payload.grantId === grantId && key.startsWith(`${kind}:`)) entries.delete(key)
    },
  })
}
