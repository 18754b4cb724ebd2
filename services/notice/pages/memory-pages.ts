import type { SitePages } from './site-pages.ts'

/** Kept by nobody, under the same contract as the real one: for tests, and to compare with. */
export function memoryPages(): SitePages & { readonly pages: ReadonlyMap<string, string> } {
  const pages = new Map<string, string>()
  const versions = new Map<string, number>()
  return {
    pages,
    async publish(key, make) {
      for (;;) {
        const before = versions.get(key) ?? 0
        const page = await make(pages.get(key))
        if ((versions.get(key) ?? 0) !== before) continue
        versions.set(key, before + 1)
        pages.set(key, page)
        return
      }
    },
    async read(key) {
      return pages.get(key)
    },
  }
}
