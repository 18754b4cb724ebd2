/** Branches side by side and functions called on entry, which no procedure of today has: a stand-in for its ledger. */
import FakeTimers, { type Clock } from '@sinonjs/fake-timers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Outcome, Procedure } from '#procedure/procedure.ts'
import { localMachine } from './local-machine.ts'
import { compile } from './year.ts'

const way = (leadsTo: string): Outcome => ({ title: '', leadsTo })
const step = { title: '', actor: 'officeOfficer', decided: 'case' } as const
const METHODS = ['hearing', 'documents', 'site-visit']
const assessed: Procedure = {
  name: 'assessed',
  title: '验收考核',
  start: 'acceptance',
  steps: {
    acceptance: { ...step, outcomes: { accepted: way('assessment') } },
    assessment: {
      ...step,
      opens: ['open-sheets', 'invite'],
      together: METHODS,
      outcomes: { recommended: way('notice'), not: way('notRecommended') },
    },
    notice: { ...step, outcomes: { clear: way('named'), reassess: way('assessment') } },
  },
  exits: { vetoed: way('vetoed') },
  endings: { named: { title: '' }, notRecommended: { title: '' }, vetoed: { title: '' } },
}

describe('branches side by side', () => {
  let clock: Clock
  let machine: ReturnType<typeof localMachine>
  let ledger: { at: string; visit: number; seen: number; open: Set<string> }
  let waits: Map<string, string>
  let opened: string[]
  beforeEach(async () => {
    clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldClearNativeTimers: true })
    ledger = { at: 'acceptance', visit: 1, seen: 1, open: new Set() }
    waits = new Map()
    opened = []
    const open =
      (name: string) =>
      async ({ visit }: { visit: number }) =>
        void opened.push(`${name} ${visit}`)
    machine = localMachine(compile(assessed), {
      arrive: async ({ step }) => {
        const { at, visit, seen, open } = ledger
        return {
          at: METHODS.includes(step) ? (open.has(step) ? step : 'over') : at,
          visit,
          seen,
          waitSeconds: 20 * 86_400,
        }
      },
      await: async ({ step, seen, token }) => {
        waits.set(step, token)
        if (ledger.seen > seen) await machine.answer(token)
      },
      'open-sheets': open('open-sheets'),
      invite: open('invite'),
    })
    await machine.start('g1', 'case/b/u')
  })
  afterEach(() => {
    machine.kill()
    clock.uninstall()
  })
  const wake = async () => {
    for (const token of waits.values()) await machine.answer(token)
    await clock.tickAsync(3_600_000)
  }
  const decide = (at: string) => {
    ledger = { at, visit: ledger.visit + 1, seen: ledger.seen + 1, open: new Set(at === 'assessment' ? METHODS : []) }
    return wake()
  }
  const over = (method: string) => {
    ledger.open.delete(method)
    ledger.seen++
    return wake()
  }
  const status = () => [...machine.executions.values()].map(({ status }) => status)

  it('opens once a visit, waits for each, and goes on when all are over', async () => {
    await clock.tickAsync(1)
    await decide('assessment')
    expect(opened).toEqual(['open-sheets 2', 'invite 2'])
    await over('site-visit')
    await over('hearing')
    expect(machine.entered).not.toContain('assessment')
    await over('documents')
    expect(machine.entered).toContain('assessment')
    await decide('notice')
    await decide('assessment')
    expect(opened.slice(2)).toEqual(['open-sheets 4', 'invite 4'])
    for (const method of METHODS) await over(method)
    await decide('notice')
    await decide('named')
    expect(status()).toEqual(['SUCCEEDED'])
  })

  it('ends on a veto while three are open', async () => {
    await clock.tickAsync(1)
    await decide('assessment')
    await decide('vetoed')
    expect(status()).toEqual(['SUCCEEDED'])
    expect(machine.entered.at(-1)).toBe('vetoed')
  })

  it('goes on where it was, killed with branches open', async () => {
    await clock.tickAsync(1)
    await decide('assessment')
    await over('hearing')
    machine.kill()
    waits.clear()
    await machine.start('g2', 'case/b/u')
    await clock.tickAsync(1)
    await over('documents')
    await over('site-visit')
    await decide('notice')
    await decide('named')
    expect(status()).toEqual(['SUCCEEDED'])
  })
})
