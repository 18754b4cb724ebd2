import { expect, it } from 'vitest'
import type { Client } from '#contracts/client.ts'
import { nextNoticeEnd } from './next-notice-end.ts'

const NOW = '2018-05-08T01:00:00.000Z'
const notice = (state: string, lateFrom: string) => ({ state, due: { lateFrom } })
const boards: Readonly<Record<string, object[]>> = {
  '2018-1': [notice('closed', '2018-05-09T16:00:00.000Z'), notice('published', '2018-05-07T16:00:00.000Z')],
  '2018-2': [notice('published', '2018-05-14T16:00:00.000Z'), notice('published', '2018-05-13T16:00:00.000Z')],
}
const api = (shown: typeof boards): Client =>
  (async (_endpoint: unknown, asked?: { params: { batch: string } }) =>
    asked
      ? { notices: shown[asked.params.batch] }
      : { batches: Object.keys(shown).map((batch) => ({ batch })) }) as unknown as Client

it('is the first end to come of a notice that runs, in whatever batch', async () => {
  expect(await nextNoticeEnd(api(boards), NOW)).toBe('2018-05-13T16:00:00.000Z')
})
it('is none where no notice runs', async () => {
  expect(await nextNoticeEnd(api({ '2018-1': boards['2018-1'] ?? [] }), NOW)).toBeUndefined()
})
