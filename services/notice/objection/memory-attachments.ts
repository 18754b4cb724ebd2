import { type Attachments, type Link, objectOf, sha256Of } from './attachments.ts'

/** For tests, under the same contract as the real one. */
export function memoryAttachments(): Attachments {
  const kept = new Map<string, string>()
  return {
    async put(form, bytes, contentType) {
      const sha256 = sha256Of(bytes)
      const object = objectOf(form, sha256)
      // What is there already stays as it is.
      if (!kept.has(object)) kept.set(object, contentType)
      return sha256
    },
    typeOf: async (form, sha256) => kept.get(objectOf(form, sha256)),
  }
}

export const memoryLink: Link = async ({ from, sha256 }) => `memory:${from}/${sha256}`
