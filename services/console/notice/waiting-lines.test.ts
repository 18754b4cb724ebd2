import { describe, expect, it } from 'vitest'
import type { NoticePage } from '#contracts/notice.ts'
import { openedAtFirst } from './objection-fields.ts'
import { keptBack, saidClosing, saidLine, waitingOf } from './waiting-lines.ts'

type Line = NoticePage['lines'][number]
const line = (unit: string, more: Partial<Line>): Line => ({ unit, name: unit, ...more })
const VETO = '有一票否决待确认'
const vetoed = line('a', { pending: VETO, waits: VETO })
const free = line('b', { waits: '可以办理。', takes: true })
const cleared = line('b', { outcome: 'clear', outcomeTitle: '无异议' })
const gone = line('c', { setAside: '已退出' })

describe('the lines of a notice', () => {
  it('say who waits and why, and who can take a line now', () => {
    expect(waitingOf({ lines: [vetoed, free, gone] })).toEqual([
      { unit: 'a', name: 'a', why: VETO, takes: false },
      { unit: 'b', name: 'b', why: '可以办理。', takes: true },
    ])
    expect(keptBack({ lines: [vetoed, free, gone] })).toEqual([{ name: 'a', why: VETO }])
  })
  it('show no outcome where something is pending', () => {
    const held = { ...cleared, waits: '期内异议还没有办结。' }
    expect([vetoed, line('a', { pending: VETO }), free, cleared, held, gone, line('d', {})].map(saidLine)).toEqual([
      `等待：${VETO}`,
      `等待：${VETO}`,
      '等待：可以办理。',
      '无异议',
      '此前为“无异议”；等待：期内异议还没有办结。',
      '未适用：已退出',
      '—',
    ])
  })
  it('say after a closing how many it gave a line, and how many still wait', () => {
    const closed = { at: '', by: '' }
    expect(saidClosing({ lines: [line('a', {}), line('b', {})] }, { lines: [vetoed, cleared] })).toBe(
      '公示已结束，1个单位仍在等待',
    )
    expect(saidClosing({ lines: [vetoed, free], closed }, { lines: [vetoed, cleared] })).toBe(
      '已办理1个单位，1个单位仍在等待',
    )
    expect(saidClosing({ lines: [free], closed }, { lines: [cleared] })).toBe('已办理1个单位')
  })
})

describe('the objections of a notice', () => {
  const objection = (id: string, commands: string[]) => ({
    ...{ objection: id, about: 'a', aboutName: 'a', channel: 'page', on: '2018-06-11', anonymous: false },
    ...{ status: 'received', statusTitle: '', commands, others: [] },
  })
  it('are read at once where they wait for this person, and when there is one only', () => {
    const two = [objection('1', []), objection('2', ['admit-objection']), objection('3', ['decline-objection'])]
    expect(openedAtFirst(two)).toEqual(['2', '3'])
    expect(openedAtFirst([objection('1', [])])).toEqual(['1'])
  })
})
