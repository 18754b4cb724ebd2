/** What no writer of ours would have written, though every hash is right: a click that counts twice, one person as two. */
import { clickNameOf } from '#ledger/bound-command.ts'
import type { Commit } from '#ledger/ledger.ts'
import { isObject } from './differences.ts'
import type { Finding } from './finding.ts'

/** Fields by which an event names who asked for what `by` has agreed to. */
const ASKED_BY = ['preparedBy', 'proposedBy'] as const
const IS_ASKING = /prepared$|proposed$/i

/** @param commits of one stream, as they were written, in order */
export function undecidable(stream: string, commits: readonly Commit[]): Finding[] {
  const asked = new Set<string>()
  const clicks = new Map<string, number>()
  return commits.flatMap(({ number, command, events }) => {
    const told = (field: string, how: string): Finding => ({
      ...{ kind: 'ledger', stream, commit: number, field },
      sentence: `记录流“${stream}”的第${number}次提交${how}，不是本系统所写；请停止写入并与备份核对。`,
    })
    const click = clickNameOf(command)
    const before = clicks.get(click)
    clicks.set(click, number)
    const twice = before === undefined ? [] : [told('command', `与第${before}次提交是同一次操作`)]
    const alone = events.flatMap((event, i) => {
      if (!isObject(event)) return []
      const { type, by } = event
      if (typeof type === 'string' && typeof by === 'string' && IS_ASKING.test(type)) asked.add(by)
      return ASKED_BY.flatMap((name) => {
        const { [name]: who } = event
        if (typeof who !== 'string') return []
        const field = `events[${i}].${name}`
        if (who === by) return [told(field, '由同一个人拟制和批准')]
        return asked.has(who) ? [] : [told(field, '所批准的，此前没有人拟制')]
      })
    })
    return [...twice, ...alone]
  })
}
