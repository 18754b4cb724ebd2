import { LONG_AGO } from '#calendar/instant.ts'

/**
 * What S3 keeps beside the bytes of an object and gives to whoever reads it. An address for an upload is signed over all
 * of it, since no policy of a bucket can ask for these: whoever sends something else, or nothing, is refused. Every
 * `x-amz-*` header that nobody signed S3 refuses by itself.
 */

export const UPLOAD_HEADERS = {
  // What browsers say by themselves beside If-None-Match.
  'cache-control': 'no-cache',
  'content-disposition': 'attachment',
  'content-encoding': 'identity',
  'content-language': 'zh-CN',
  expires: LONG_AGO.toUTCString(),
} as const

/** Whoever sends the body states its length by itself; browsers refuse to be told. */
export const BROWSERS_HEADERS: readonly string[] = ['host', 'content-length']
/** Headers that a browser is told to send, in the order of the alphabet. */
export const TOLD_HEADERS: readonly string[] = [
  ...Object.keys(UPLOAD_HEADERS),
  'content-type',
  'if-none-match',
  'x-amz-checksum-sha256',
].toSorted()

/** The same of a download: stated anew, so that nothing stored with an object changes what a reader sees. */
export const readAs = (contentType: string, disposition: string) => ({
  ResponseCacheControl: 'no-store',
  ResponseContentDisposition: disposition,
  ResponseContentEncoding: UPLOAD_HEADERS['content-encoding'],
  ResponseContentLanguage: UPLOAD_HEADERS['content-language'],
  ResponseContentType: contentType,
  ResponseExpires: LONG_AGO,
})
