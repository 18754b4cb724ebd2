/** The same for the same words: a number below `below`, by a hash of them (FNV-1a, 32 bits). */
export const drawnNumber = (words: string, below = 2 ** 32): number =>
  [...words].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0, 2_166_136_261) % below
