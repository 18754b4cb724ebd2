import { parseArgs } from 'node:util'
import { Sentence } from '#typed/sentence.ts'

/** @throws Sentence for anything else than `--json` */
export function optionsOf(args: string[]): { json: boolean } {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean', default: false } } }).values
  } catch {
    throw new Sentence(`无法识别“${args.join(' ')}”；只有一个选项：--json，只输出JSON。`)
  }
}
