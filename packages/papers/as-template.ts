/** A form with nothing filled in, as a paper to begin a county's own from: fields in braces, a list's first and last cell around its row. */
import type { Block, Paper } from './paper.ts'
import { MARK, type PaperForm } from './paper-form.ts'

const field = (name: string): string => `{{${name}}}`

export function templateOf({ title, layout: { unit, foot, groups } }: PaperForm): Paper {
  return {
    name: title,
    marks: [field(MARK)],
    ...{ unit, foot },
    groups: groups.flatMap((group) => ('each' in group ? repeated(group) : [group])),
  }
}

function repeated({ each, blocks }: { readonly each: string; readonly blocks: readonly Block[] }) {
  const [begins, ends] = [field(`#${each}`), field(`/${each}`)]
  const [only, ...more] = blocks
  if (only?.kind === 'entry' && more.length === 0) {
    const last = only.cells.length - 1
    const cells = only.cells.map((cell, at) => `${at === 0 ? begins : ''}${cell}${at === last ? ends : ''}`)
    return [[{ ...only, cells }]]
  }
  const words = (text: string): readonly Block[] => [{ kind: 'words', as: 'prose', text }]
  return [words(begins), blocks, words(ends)]
}
