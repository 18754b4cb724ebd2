/** The one loader of catalogues: YAML in, a catalogue out, or a sentence for everything that is wrong with it. */
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml'
import { type Catalogue, catalogue as schema } from './catalogue.ts'
import { findingsOf } from './findings-of.ts'
import { mistakesOf, type Remark } from './mistakes-of.ts'
import type { Problem } from './problem.ts'
import { sayIssue } from './say-issue.ts'

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
    const sentence = `不是能读的YAML（${broken.message.split('\n')[0]}）；请改正后重试。`
    return { problems: [{ file, line, field: 'YAML', sentence }], findings: [] }
  }
  const problem = ({ path, sentence }: Remark): Problem => {
    const at = subjectAt(document, path)
    const names = path.filter((step) => typeof step === 'string')
    return { file, line: lineAt(document, lines, path), field: names.at(-1) ?? '', sentence, ...(at && { at }) }
  }
  const parsed = schema.safeParse(document.toJS())
  if (!parsed.success) {
    const remarks = parsed.error.issues.flatMap((issue) => sayIssue(issue, document))
    return { problems: remarks.map(problem), findings: [] }
  }
  const mistakes = mistakesOf(parsed.data)
  return {
    ...(mistakes.length === 0 && { catalogue: parsed.data }),
    problems: mistakes.map(problem),
    findings: findingsOf(parsed.data).map(problem),
  }
}

/** The line of a path, or of the nearest thing around it that is there. */
function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** The nearest item, group, part or organ around a path: “标题”（标识）. */
function subjectAt(document: Document, path: readonly PropertyKey[]): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (!isMap(node) || !node.has('id')) continue
    const name = node.get('title') ?? node.get('name')
    return `${String(node.get('id'))}${name ? `（${String(name)}）` : ''}`
  }
  return undefined
}
