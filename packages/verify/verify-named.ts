/** Texts, files and personal data against the digests by which commits name them. */
import { createHash } from 'node:crypto'
import { z } from 'zod/mini'
import { evidenceKind } from '#evidence/evidence.ts'
import { ContentAltered, parseContent } from '#ledger/contents.ts'
import { type Commit, fold } from '#ledger/ledger.ts'
import type { NamedPerson } from '#persons/named-persons.ts'
import { digestWith, row } from '#persons/persons.ts'
import type { Erasing } from './approved-erasures.ts'
import type { Bodies } from './bodies.ts'
import { differences, pathOf } from './differences.ts'
import type { Finding } from './finding.ts'
import { flippedBack } from './flipped-back.ts'
import { readAs } from './read-as.ts'
import { textsNamedBy } from './references.ts'

const RESTORE = '请停止使用并从备份恢复'

/** @param stream one whose commits are as they were written */
export async function wrongTexts(
  stream: string,
  commits: readonly Commit[],
  { text, attachment }: Pick<Bodies, 'text' | 'attachment'>,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { commit, field, sha256 } of textsNamedBy(stream, commits)) {
    const kept = await text(sha256)
    const at = { kind: 'content', stream, commit } as const
    const of = `记录流“${stream}”第${commit}次提交的${field}所指的内容（${sha256.slice(0, 12)}…）`
    if (kept === undefined) findings.push({ ...at, field, sentence: `${of}不见了；${RESTORE}。` })
    else if (!isText(sha256, kept)) {
      const path = fieldOfText(sha256, kept)
      findings.push({
        ...at,
        field: `${field} → ${path ?? '内容'}`,
        sentence: `${of}被改过${path ? `，改在${path}` : ''}；${RESTORE}。`,
      })
    } else
      for (const file of attachedIn(kept))
        if ((await attachment(file.object))?.sha256 !== file.sha256)
          findings.push({
            ...at,
            field: `${field} → files`,
            sentence: `${of}所附的异议附件${file.sha256.slice(0, 12)}…不见了或被改过；${RESTORE}。`,
          })
  }
  return findings
}

const attached = z.object({ from: z.string(), sha256: z.string(), object: z.optional(z.string()) })
const attaching = z.object({ files: z.array(attached) })
/** The files that came with an objection, with their names in the store; older ones are named by their digest. None in any other text. */
function attachedIn(text: string): { readonly sha256: string; readonly object: string }[] {
  const { data } = attaching.safeParse(JSON.parse(text))
  return (
    data?.files.flatMap(({ from, sha256, object = sha256 }) => (from === 'attachments' ? [{ sha256, object }] : [])) ??
    []
  )
}

/** Whether a kept text is what its name says; by its bytes, or else by what it says. */
export function isText(sha256: string, text: string): boolean {
  if (createHash('sha256').update(text).digest('hex') === sha256) return true
  try {
    parseContent(sha256, text)
    return true
  } catch (error) {
    if (error instanceof ContentAltered) return false
    throw error
  }
}

/** The field in which a bit was flipped. Values stay unsaid: an answer may be about a person. */
export function fieldOfText(sha256: string, text: string): string | undefined {
  const before = flippedBack(text, sha256)
  if (before === undefined) return undefined
  try {
    return differences(JSON.parse(text), JSON.parse(before))[0]?.path
  } catch {
    return '不再是JSON'
  }
}

/** @param stream of one file, its commits as they were written */
export async function wrongFile(
  stream: string,
  commits: readonly Commit[],
  { file }: Pick<Bodies, 'file'>,
): Promise<Finding[]> {
  const parsed = readAs(evidenceKind, commits)
  // Whoever judges the commit says that it holds no such event.
  if (!parsed) return []
  const { status, kept, promised } = fold(evidenceKind, parsed)
  // What came with the public form does not lie here.
  if (status !== 'kept' || !kept || promised?.object !== undefined) return []
  const [, , sha256 = ''] = stream.split('/')
  const commit = parsed.find(({ events }) => events.includes(kept))?.number ?? commits.length
  const wrong = (field: string, how: string): Finding[] => [
    {
      kind: 'evidence',
      stream,
      commit,
      field,
      sentence: `材料“${promised?.name}”（${stream}）${how}；${RESTORE}，并请单位核对原件。`,
    },
  ]
  const body = await file(stream)
  if (!body) return wrong('正文', '的正文不见了')
  if (body.size !== kept.size) return wrong('size', `保存时为${kept.size}字节，现为${body.size}字节，正文被改过`)
  return body.sha256 === sha256 ? [] : wrong('正文', '的正文与其摘要不符，被改过')
}

/**
 * @param person the row of that id, as it lies there
 * @param erasing what the record says of erasing this very thing
 */
export function wrongPerson(
  stream: string,
  { commit, keys, id, digest }: NamedPerson,
  person: unknown,
  erasing?: Erasing,
): Finding[] {
  const field = pathOf(keys)
  const wrong = (part: string, how: string, then = RESTORE): Finding[] => [
    {
      kind: 'person',
      stream,
      commit,
      field: `${field} → ${part}`,
      sentence: `记录流“${stream}”第${commit}次提交的${field}所指的个人信息（${id}）${how}；${then}。`,
    },
  ]
  if (person === undefined) return wrong('id', '不见了，也没有删除的记载')
  const { data: stored, error } = row.safeParse(person)
  if (!stored) return wrong(error.issues[0]?.path.join('.') ?? '', '不合格式，被改过')
  // No row says so of itself: somebody has proposed it, and another one approved it.
  if ('erased' in stored) return erasing ? [] : wrong('erased', '只剩“已删除”的标记，而记录中没有删除的记载')
  // A backup brings it back, whole: its digest says nothing against it.
  if (erasing === 'erased')
    return wrong('data', '记载为已经清除，内容却仍在，多半是从备份恢复时带回来的', '请运行函数erase-due，重新清除')
  if (!/^([0-9a-f]{2})+$/.test(stored.salt) || digestWith(stored.salt, stored.kind, stored.data) !== digest)
    return wrong('data、kind、salt之一', '与其摘要不符，被改过')
  if (stored.stream !== undefined && stored.stream !== stream) return wrong('stream', `是为${stored.stream}保存的`)
  return stored.name === stored.data.name ? [] : wrong('name', '的姓名在列表中显示得与原来的不同，被改过')
}
