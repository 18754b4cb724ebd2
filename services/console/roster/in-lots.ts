/** What one request takes of them. */
const LOT = 40

export const inLots = <Item>(all: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(all.length / LOT) }, (_, i) => all.slice(i * LOT, (i + 1) * LOT))
