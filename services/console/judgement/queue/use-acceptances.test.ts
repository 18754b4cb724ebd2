import { expect, it } from 'vitest'
import type { CasePage } from '#contracts/case-page.ts'
import { acceptanceOf } from './use-acceptances.ts'

type Command = CasePage['commands'][number]
const offering = (name: Command['name'], value: string, more: Command['fields'] = []): Command => ({
  ...{ name, title: name, values: {}, path: '', danger: false },
  fields: [
    {
      name: 'outcome',
      label: '结论',
      kind: 'choice',
      required: true,
      choices: [{ value, label: value, effect: 'on' }],
    },
    ...more,
  ],
})
const checklist = { name: 'checklist', label: '核对清单', kind: 'checklist', required: false } as const

it('is what the command offers that the item was shown with', () => {
  const commands = [
    offering('draft-decision', 'proposed', [{ ...checklist, choices: [{ value: 'a', label: '甲' }] }]),
    offering('decide-step', 'decided'),
  ]
  expect(acceptanceOf({ commands }, { command: 'draft-decision' })).toMatchObject({
    outcome: { value: 'proposed' },
    hasChecklist: true,
  })
  expect(acceptanceOf({ commands }, { command: 'decide-step' })).toMatchObject({
    outcome: { value: 'decided' },
    hasChecklist: false,
  })
})

it('is nothing where another command is offered by now', () => {
  const commands = [offering('decide-step', 'decided')]
  expect(acceptanceOf({ commands }, { command: 'draft-decision' })).toEqual({ outcome: undefined, hasChecklist: false })
})
