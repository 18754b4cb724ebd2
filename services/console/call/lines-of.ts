/** Lines that say something; nothing where none does. */
export const linesOf = (typed: unknown): string[] | undefined => {
  const lines = typeof typed === 'string' ? typed.split('\n').filter((line) => line.trim() !== '') : []
  return lines.length > 0 ? lines : undefined
}
