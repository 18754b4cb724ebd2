import { describe, expect, it } from 'vitest'
import type { Case } from '#case/case.ts'
import { execute } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { WHOLE } from '../../test/given/cases-2018.ts'
import { cameThrough, sinceCall, whyTooEarly } from './act-days.ts'
import { announcementKind } from './announcement/announcement.ts'
import { resolutionKind } from './resolution/resolution.ts'

describe('the day of an act', () => {
  const rests = [sinceCall('2018-04-16'), { what: '提请审议之日', day: '2018-06-20' }]
  it('is not before the last of what it rests on, and says which that is', () => {
    expect(whyTooEarly('会议日期', '2018-06-19', rests)).toBe('会议日期不能早于提请审议之日（2018年6月20日）')
    expect(whyTooEarly('会议日期', '2018-04-15', rests.slice(0, 1))).toBe(
      '会议日期不能早于创建通知发布之日（2018年4月16日）',
    )
  })
  it('may be that day, and any where it rests on nothing', () => {
    expect(whyTooEarly('会议日期', '2018-06-20', rests)).toBeUndefined()
    expect(whyTooEarly('会议日期', '1999-01-01', [])).toBeUndefined()
  })
})

describe('what cases have come through', () => {
  const NOTED = '2018-06-25T01:00:00.000Z'
  const ledger = memoryLedger(() => new Date(NOTED))
  const line = { case: 'dazhuang', outcome: 'proposed' }
  const asked = { command: 'c', by: 'p' }
  const head = { v: 1, at: NOTED, by: 'p', batch: '2018-2', trial: false } as const
  const last = (step: string, act?: string): Pick<Case, 'last' | 'procedure'> => ({
    procedure: WHOLE,
    last: {
      ...{ type: 'decided', v: 1, at: NOTED, by: 'p', step, visit: 5, outcome: 'clear', to: 'proposal' },
      ...(act && { act: { stream: act, number: 1 } }),
    },
  })
  const through = (on: string, ...of: Pick<Case, 'last' | 'procedure'>[]) =>
    cameThrough(ledger, new Map(of.map((one, i) => [`u${i}`, one])), { on, nameOf: (unit) => `单位${unit}` })

  it('counts by the day of its decision: a notice by its closing', async () => {
    const closed = last('notice', 'notice/2018-2/1')
    expect(await through('2018-06-24', closed)).toEqual([{ what: '单位u0“公示”有结果之日', day: '2018-06-25' }])
    expect(await through('2018-06-24', last('acceptance'))).toMatchObject([{ day: '2018-06-25' }])
  })
  it('counts a meeting and a document by their own day, whenever they were recorded', async () => {
    const stream = 'resolution/2018-2/proposal'
    await execute(ledger, resolutionKind, {
      ...{ ...asked, stream },
      decide: () => [
        {
          ...({ ...head, type: 'resolved' } as const),
          ...{ step: 'proposal', meeting: '会议', number: '1', date: '2018-06-22' },
          ...{ minutes: 'a'.repeat(64), attendance: 'b'.repeat(64), lines: [line] },
          how: { kind: 'discussion' as const },
        },
      ],
    })
    const decision = 'decision/2018-2/1'
    await execute(ledger, announcementKind, {
      ...{ ...asked, stream: decision },
      decide: () => [
        {
          ...({ ...head, type: 'published' } as const),
          ...{ preparedBy: 'q', step: 'naming', title: '决定', number: '1' },
          ...{ date: '2018-06-23', lines: [line] },
        },
      ],
    })
    expect(await through('2018-06-20', last('proposal', stream), last('naming', decision))).toEqual([
      { what: '单位u0“拟认定”有结果之日', day: '2018-06-22' },
      { what: '单位u1“命名”有结果之日', day: '2018-06-23' },
    ])
  })
  it('is not asked of what was recorded by that day, nor of a case that nothing was decided of', async () => {
    expect(await through('2018-06-25', last('notice', 'notice/2018-2/1'))).toEqual([])
    expect(await through('2018-01-01', { procedure: WHOLE })).toEqual([])
  })
})
