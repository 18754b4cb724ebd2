/** What a case or a title was given by an act of several: whether that act is there, was before it, and is about it. */
import { z } from 'zod/mini'
import { msBetween } from '#calendar/instant.ts'
import type { Commit } from '#ledger/ledger.ts'
import { isObject, leavesOf } from './differences.ts'
import type { Finding } from './finding.ts'
import { MARGIN_MS } from './verify-roots.ts'

const citing = z.object({ act: z.object({ stream: z.string(), number: z.int() }) })
const placed = z.object({ number: z.int(), at: z.string(), events: z.array(z.unknown()) })

/**
 * @param commits of one stream, as they were written
 * @param items of every stream, as they lie there: one that is altered says so itself
 */
export function wrongActs(
  stream: string,
  commits: readonly Commit[],
  items: ReadonlyMap<string, readonly unknown[]>,
): Finding[] {
  return commits.flatMap(({ number, at, events }) =>
    events.flatMap((event, i): Finding[] => {
      const { data } = citing.safeParse(event)
      if (!data) return []
      const { act } = data
      const own = (items.get(act.stream) ?? []).flatMap((item) => placed.safeParse(item).data ?? [])
      const cited = own.find((one) => one.number === act.number)
      const how = !cited
        ? '没有这一次提交'
        : msBetween(at, cited.at) > MARGIN_MS
          ? '那一次提交在它之后'
          : isAbout(stream, act, own)
            ? undefined
            : '那里没有列入本件'
      if (how === undefined) return []
      const sentence = `记录流“${stream}”的第${number}次提交依据“${act.stream}”的第${act.number}次提交，而${how}，不是本系统所写；请停止写入并与备份核对。`
      return [{ kind: 'ledger', stream, commit: number, field: `events[${i}].act`, sentence }]
    }),
  )
}

/** Whether the act's stream has the unit in its name or has named it by then; one about a whole batch names nobody. */
function isAbout(
  stream: string,
  act: { readonly stream: string; readonly number: number },
  own: readonly z.infer<typeof placed>[],
): boolean {
  const [kind, , unit] = stream.split('/')
  const [of, , ofUnit] = act.stream.split('/')
  if (kind !== 'case' || of === 'batch' || ofUnit === unit) return true
  return own.some(
    ({ number, events }) =>
      number <= act.number &&
      events.some((event) => isObject(event) && leavesOf(event).some(({ value }) => value === unit)),
  )
}
