import { FIELDS } from '../words/words.ts'

/** Something about a pack, for whoever keeps it. */
export type Problem = {
  readonly file: string
  readonly line: number
  /** Title and id of the item, part or group, where it is about one. */
  readonly at?: string
  /** The field, by the schema's word. */
  readonly field: string
  readonly sentence: string
}

export const sayProblem = ({ file, line, at, field, sentence }: Problem): string =>
  `${file}第${line}行，${at ? `${at}，` : ''}“${FIELDS[field] ?? field}”：${sentence}`
