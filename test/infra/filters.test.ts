/** A consumer of a stream is called for what its code acts on: fewer kinds lose news, more are calls for nothing. */

import { expect, it } from 'vitest'
import { z } from 'zod/mini'
import type { Ledger } from '#ledger/ledger.ts'
import { memoryContents } from '#ledger/memory-contents.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { streamFilter } from '#local-cloud/dynamo/stream-filter.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { rowOf } from '#rows/row-of.ts'
import { followStream } from '../../services/conductor/follow/follow-stream.ts'
import { memoryFollowed } from '../../services/conductor/follow/memory-followed.ts'
import { memoryMachine } from '../../services/conductor/run/memory-machine.ts'
import { memoryWaits } from '../../services/conductor/wait/memory-waits.ts'
import { organs } from '../../services/notice/fixtures/county-at-notice.ts'
import { memoryPages } from '../../services/notice/pages/memory-pages.ts'
import { publishPages } from '../../services/notice/pages/publish-pages.ts'
import { eventKinds } from '../rules/event-kinds.ts'
import { functionsOf, templatesOf } from './templates.ts'

const sixian = templatesOf('sixian')
/** Every kind of stream; one kind of events has streams of another name. */
const kinds = Object.keys(eventKinds).map((kind) => (kind === 'announcement' ? 'decision' : kind))

const now = () => new Date('2018-06-11T01:00:00.000Z')
/** Whether an act on news of a stream looks at anything. */
async function looks(act: (ledger: Ledger) => (stream: string) => Promise<unknown>, stream: string): Promise<boolean> {
  let asked = false
  const memory = memoryLedger(now)
  const read: Ledger['read'] = (one) => {
    asked = true
    return memory.read(one)
  }
  await act({ ...memory, read })(stream).catch(() => {})
  return asked
}
const acts: Record<string, (stream: string) => Promise<boolean>> = {
  'follow-ledger': (stream) =>
    looks((ledger) => {
      const ports = { waits: memoryWaits(), followed: memoryFollowed(), machine: memoryMachine() }
      return followStream({ ledger, rows: memoryRows(ledger), ...ports, now })
    }, stream),
  'publish-pages': (stream) =>
    looks((ledger) => {
      const publish = publishPages({
        ledger,
        rows: memoryRows(ledger),
        contents: memoryContents(),
        pages: memoryPages(),
        organs,
      })
      return (one) => publish([one])
    }, stream),
  // A kind that has rows fails on events that it does not know; one that has none does not look at them.
  'project-rows': async (stream) => {
    const commit = { stream, number: 1, events: [{ type: 'strange' }], command: 'c', by: 'b', at: '' }
    try {
      return rowOf(stream, [{ ...commit, previous: '', hash: '' }]) !== undefined
    } catch {
      return true
    }
  },
}

const mappings = sixian.ofType('AWS::Lambda::EventSourceMapping').map(({ Properties }) => ({
  name: functionsOf(sixian).find((fn) => sixian.idOf(fn) === Properties.FunctionName)!.name,
  filters: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).parse(Properties.FilterCriteria),
}))

it('every consumer has a filter, and stands here', () => {
  expect(mappings.map(({ name }) => name).sort()).toEqual(Object.keys(acts).sort())
})

it.each(mappings)('$name is called for the kinds that it acts on and for no other', async ({ name, filters }) => {
  const wants = streamFilter(filters)
  const called = kinds.filter((kind) => wants({ stream: { S: `${kind}/a/b` } }))
  const handled: string[] = []
  for (const kind of kinds) if (await acts[name]!(`${kind}/a/b`)) handled.push(kind)
  expect(called.length).toBeGreaterThan(3)
  expect(called).toEqual(handled)
  // What lies beside the rows: how often an address has asked.
  expect(wants({ stream: { S: 'limit/abc' } })).toBe(false)
})

it('fits what AWS takes: five filters, each of 4,096 characters', () => {
  for (const { Filters } of mappings.map(({ filters }) => filters)) {
    expect(Filters.length).toBeLessThanOrEqual(5)
    for (const { Pattern } of Filters) expect(Pattern.length).toBeLessThanOrEqual(4096)
  }
})
