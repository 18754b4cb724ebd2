/**
 * The id of a click as its commit keeps it, bound to what the click asked for:
 *
 *   command "9f86d081884c7d65… =2c26b46b68ffc68f…"   which click, and the digest of person, command and content
 *
 * Both are keyed by the click itself, which only its sender has and nothing keeps: whoever reads the ledger cannot try
 * telephone numbers until one fits. Commits from before 2026-11-29 hold the click and no digest. Commands of time and
 * machine hold a blank, by which they are known, and no digest either: what they decide follows from their name.
 */
import { createHmac } from 'node:crypto'
import { canonicalJson } from './chain.ts'

const keyedBy = (click: string, text: string): string =>
  createHmac('sha256', click).update(text).digest('hex').slice(0, 32)
const nameOf = (click: string): string => keyedBy(click, 'click')
const MARK = ' ='

/**
 * @param asked all that makes it this request and no other
 * @param name what the commit calls the click, where it has a name of its own
 */
export const boundCommand = (click: string, asked: unknown, name = nameOf(click)): string =>
  `${name}${MARK}${keyedBy(click, canonicalJson(asked))}`

type Bound = { readonly name: string; readonly content: string | undefined }

function read(command: string): Bound {
  const [name = '', content] = command.split(MARK)
  const isBareClick = content === undefined && !command.includes(' ')
  return { name: isBareClick ? nameOf(command) : name, content }
}

/** What a commit calls the click that it came of: one stream has no two of a name. */
export const clickNameOf = (command: string): string => read(command).name

/** Whether a commit is of the click that is asked with, and if so, whether that asked for the same. */
export function clickOf(asked: string): (kept: string) => 'another click' | 'the same' | 'something else' {
  const { name, content } = read(asked)
  return (kept) => {
    const before = read(kept)
    if (before.name !== name) return 'another click'
    const isBound = before.content !== undefined && content !== undefined
    return isBound && before.content !== content ? 'something else' : 'the same'
  }
}
