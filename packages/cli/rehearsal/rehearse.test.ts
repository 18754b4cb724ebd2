import { expect, it } from 'vitest'
import { Sentence } from '#typed/sentence.ts'
import { countyNames } from '../../../infra/read-county.ts'
import { REHEARSALS } from './counties/rehearsal-of.ts'
import { rehearse } from './rehearse.ts'

it.each([[['--help']], [['--jsno']], [['--data']], [['2018']]])(
  'says in a sentence what it takes: %j',
  async (args) => {
    const refused = rehearse(args)
    await expect(refused).rejects.toThrow(Sentence)
    await expect(refused).rejects.toThrow(`无法识别“${args.join(' ')}”`)
  },
)

it('rehearses each county that there is, and names them for whoever asks for another', async () => {
  expect(Object.keys(REHEARSALS).sort()).toEqual(countyNames())
  for (const county of ['nowhere', 'toString', '']) {
    const refused = rehearse(['--county', county])
    await expect(refused).rejects.toThrow(Sentence)
    await expect(refused).rejects.toThrow(`没有“${county}”的演练，现有fenghuang、sixian。`)
  }
})
