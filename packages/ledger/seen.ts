import { digestOf } from './chain.ts'

/**
 * What names to whoever signs, confirms or sends it back the very thing that they saw: SHA-256, in hex, over all that
 * its event says and the stream it stands in. Two of one instant have two names, the same words in two streams too, and
 * what was made anew has another one.
 */
export const seenAs = (event: { readonly type: string }, stream: string): string => digestOf({ event, stream })
