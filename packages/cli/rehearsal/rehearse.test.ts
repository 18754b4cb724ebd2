import { expect, it } from 'vitest'
import { Sentence } from '#typed/sentence.ts'
import { rehearse } from './rehearse.ts'

it.each([[['--help']], [['--jsno']], [['--data']], [['2018']]])(
  'says in a sentence what it takes: %j',
  async (args) => {
    const refused = rehearse(args)
    await expect(refused).rejects.toThrow(Sentence)
    await expect(refused).rejects.toThrow(`无法识别“${args.join(' ')}”`)
  },
)
