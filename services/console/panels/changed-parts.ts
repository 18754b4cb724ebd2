/** What a text says otherwise than the one before it, sentence by sentence. */

export type Part = { readonly is: 'same' | 'new' | 'gone'; readonly text: string }

/** Sentences with what ends them; those of 2,000 characters at most are some dozens. */
const sentencesOf = (text: string): readonly string[] => text.match(/[^。！？；\n]+[。！？；]?\n*|[。！？；\n]+/g) ?? []

export function changedParts(before: string, now: string): readonly Part[] {
  const [old, young] = [sentencesOf(before), sentencesOf(now)]
  // How many sentences the rests have in common, from each pair of places on.
  const common = Array.from({ length: old.length + 1 }, () => new Array<number>(young.length + 1).fill(0))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  const isSame = (i: number, j: number) => old[i]?.trim() === young[j]?.trim()
  for (let i = old.length - 1; i >= 0; i--) {
    const row = common[i]
    for (let j = young.length - 1; j >= 0; j--)
      if (row) row[j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const parts: Part[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && isSame(i, j)) {
      parts.push({ is: 'same', text: young[j] ?? '' })
      i++
      j++
    } else if (j === young.length || (i < old.length && at(i + 1, j) >= at(i, j + 1)))
      parts.push({ is: 'gone', text: old[i++] ?? '' })
    else parts.push({ is: 'new', text: young[j++] ?? '' })
  }
  return parts
}
