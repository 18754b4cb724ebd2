/** The one loader of catalogues: YAML in, a catalogue out, or a sentence for everything that is wrong with it. */
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { Catalogue } from './catalogue.ts'
import { checkCatalogue, fieldOf, subjectOf } from './check/check-catalogue.ts'
import type { Problem } from './check/problem.ts'
import type { Remark } from './check/remark.ts'

export type Loaded = {
  /** Absent where there are problems. */
  readonly catalogue?: Catalogue
  readonly problems: readonly Problem[]
  /** What a person should know, though nothing has to be mended. */
  readonly findings: readonly Problem[]
}

/** @param file the name that sentences call it by */
export function loadCatalogue(file: string, text: string): Loaded {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [broken] = document.errors
  if (broken) {
    const line = lines.linePos(broken.pos[0]).line
    const sentence = `YAML格式有误（${broken.message.split('\n')[0]}）；请改正后重试。`
    return { problems: [{ file, line, field: 'YAML', sentence }], findings: [] }
  }
  const value: unknown = document.toJS()
  const { catalogue, mistakes, findings } = checkCatalogue(value)
  const problem = ({ path, sentence }: Remark): Problem => {
    const at = subjectOf(value, path)
    return { file, line: lineAt(document, lines, path), field: fieldOf(path), sentence, ...(at && { at }) }
  }
  return { ...(catalogue && { catalogue }), problems: mistakes.map(problem), findings: findings.map(problem) }
}

/** The line of a path, or of the nearest thing around it that is there. */
function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}
