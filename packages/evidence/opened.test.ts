import { expect, it } from 'vitest'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { given } from '../../test/given/given.ts'
import { open, openedKind } from './opened.ts'
import { recordOpening } from './record-opening.ts'

const AT = '2018-05-15T15:59:00.000Z'
const asked = { by: 'r046', received: AT }
const file = { owner: 'dazhuang', sha256: 'a'.repeat(64) }
const opened = { type: 'opened', v: 1, at: AT, by: 'r046', ...file } as const

it('says who opened which file, and which objection it came with', () => {
  expect(given(openedKind).when(open([file], asked))).toEqual([opened])
  const letter = { owner: 'office.objection', objection: '2018-2-1-AAAAAAAA' }
  expect(given(openedKind, opened).when(open([letter, file], { ...asked, received: AT }))).toEqual([
    { type: 'opened', v: 1, at: AT, by: 'r046', ...letter },
  ])
})
it('has nothing to do while the address that was given is still good, and says it again afterwards', () => {
  const at = (received: string) => given(openedKind, opened).when(open([file], { ...asked, received }))
  expect(at('2018-05-15T16:03:59.999Z')).toEqual([])
  expect(at('2018-05-15T16:04:00.000Z')).toHaveLength(1)
  expect(given(openedKind, opened).when(open([{ ...file, owner: 'caogou' }], asked))).toHaveLength(1)
})
it('stands under the person and the Shanghai day, and writes nothing for nothing', async () => {
  const ledger = memoryLedger(() => new Date(AT))
  await recordOpening(ledger, [file], asked)
  await recordOpening(ledger, [file], { ...asked, received: '2018-05-15T16:01:00.000Z' })
  await recordOpening(ledger, [], asked)
  const streams = (await Array.fromAsync(ledger.streams())).map(({ stream }) => stream)
  expect(streams.toSorted()).toEqual(['opened/2018-05-15/r046', 'opened/2018-05-16/r046'])
})
