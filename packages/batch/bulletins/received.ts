/** Which bulletins of a batch a unit has read, and who of it was first. Stream `received/<batch>/<unit>`. */
import { z } from 'zod/mini'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'

const bulletinRead = z.object({
  type: z.literal('bulletinRead'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  n: z.int(),
})
export const receivedEvent = z.discriminatedUnion('type', [bulletinRead])
export type BulletinRead = z.infer<typeof bulletinRead>

export type Received = { readonly read: readonly BulletinRead[] }

export const receivedStream = (batch: string, unit: string): string => `received/${batch}/${unit}`

export const receivedKind: Kind<BulletinRead, Received> = {
  parse: (stored) => receivedEvent.parse(stored),
  initial: { read: [] },
  evolve: ({ read }, event) => ({ read: [...read, event] }),
}

/** @param issued how many there are */
export const readBulletin =
  (
    { n, issued }: { readonly n: number; readonly issued: number },
    { by, received }: { readonly by: string; readonly received: string },
  ): Decision<BulletinRead, Received> =>
  ({ read }) => {
    if (n < 1 || n > issued) throw new Refused('unknown', `没有第${n}期情况交流；请刷新后再看。`)
    return read.some((one) => one.n === n) ? [] : [{ type: 'bulletinRead', v: 1, at: received, by, n }]
  }
