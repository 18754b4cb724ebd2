import { expect, it } from 'vitest'
import type { OfferedCommand } from '#contracts/case-page.ts'
import { offersOf } from './offers.ts'

const offered = (name: OfferedCommand['name'], more: Partial<OfferedCommand> = {}): OfferedCommand => ({
  ...{ name, title: '', path: '/api', fields: [], values: {}, danger: false },
  ...more,
})

it('tells signing a draft from deciding otherwise, in whatever order they come', () => {
  const sign = offered('decide-step', { values: { drafted: '2018-05-08T01:00:00.000Z' } })
  const decide = offered('decide-step', {
    fields: [{ name: 'outcome', label: '结论', kind: 'choice', required: true }],
  })
  const back = offered('return-draft')
  for (const commands of [
    [sign, decide, back],
    [back, decide, sign],
  ])
    expect(offersOf({ commands })).toEqual({ sign, decide, back, propose: undefined })
})
it('takes a decision by one person for no signature', () => {
  const decide = offered('decide-step')
  expect(offersOf({ commands: [decide, offered('raise-veto')] })).toMatchObject({ decide, sign: undefined })
})
it('has nothing to offer to whoever may do nothing here', () => {
  expect(Object.values(offersOf({ commands: [offered('enter-withdrawal')] }))).toEqual([...Array(4)].fill(undefined))
})
