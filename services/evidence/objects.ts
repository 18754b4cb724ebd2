/** The bucket of evidence as the use cases see it. */
import type { Body } from '#evidence/body.ts'
import { savedAs } from '#evidence/file-name.ts'

export type Put = { readonly sha256: string; readonly size: number; readonly contentType: string }
export type Signed = { readonly url: string; readonly headers: Readonly<Record<string, string>> }
/** What the store itself knows of an object; `sha256` in hex, undefined when it was stored without one. */
export type Found = { readonly size: number; readonly sha256: string | undefined }
export type Shown = { readonly name: string; readonly contentType: string; readonly inline: boolean }

/** Addresses for browsers. */
export interface Signing {
  /** An address that takes exactly these bytes, once, for 15 minutes. */
  signPut(key: string, put: Put): Promise<Signed>
  /** An address that gives the bytes for 5 minutes, under the name. */
  signGet(key: string, shown: Shown): Promise<string>
}

/** What has come. */
export interface Stored {
  find(key: string): Promise<Found | undefined>
  /** Bytes from `from` up to, not including, `to`; fewer where the object ends. */
  read(key: string, from: number, to: number): Promise<Uint8Array>
  /** Reads all of it: what the store knows of an object says nothing of bytes that changed below it. */
  body(key: string): Promise<Body | undefined>
}
export type Objects = Signing & Stored

/** An object is named like its stream: whose it is and what its bytes are. */
export const keyOf = (owner: string, sha256: string): string => `evidence/${owner}/${sha256}`

export function ownerAndDigest(key: string): { readonly owner: string; readonly sha256: string } | undefined {
  const [, owner, sha256] = /^evidence\/([^/]+)\/([0-9a-f]{64})$/.exec(key) ?? []
  return owner && sha256 ? { owner, sha256 } : undefined
}

/** RFC 8187: the name survives whatever its script; the plain one is for readers that know no better. */
export function disposition({ name: kept, inline }: Shown): string {
  const name = savedAs(kept)
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
