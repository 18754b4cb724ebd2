/** What every call of a function asks of AWS, and what its thread computes for it. */
import type { Answered, Ran } from '#local-cloud/time/hooks.ts'

/** `calls`: by operation, as the SDK names it. Bytes are those of the bodies. */
export type Cost = {
  readonly calls: Readonly<Record<string, number>>
  readonly asked: number
  readonly answered: number
  readonly cpuMs: number
}
/** `news`: the kind of stream that a follower was told of. `scheduled`: by the clock alone. */
export type Run = Cost & { readonly functionName: string; readonly news?: string; readonly scheduled: boolean }

export function sumOf(costs: readonly Cost[]): Cost {
  const calls: Record<string, number> = {}
  for (const cost of costs)
    for (const [operation, times] of Object.entries(cost.calls)) calls[operation] = (calls[operation] ?? 0) + times
  const all = (of: (cost: Cost) => number) => costs.reduce((sum, cost) => sum + of(cost), 0)
  return { calls, asked: all((one) => one.asked), answered: all((one) => one.answered), cpuMs: all((one) => one.cpuMs) }
}

export const callsOf = ({ calls }: Pick<Cost, 'calls'>): number =>
  Object.values(calls).reduce((sum, times) => sum + times, 0)

type Told = { Records?: { dynamodb?: { Keys: { stream: { S: string } } } }[]; 'detail-type'?: string }

/**
 * Puts down whatever runs, in order. A function runs one call at a time and awaits all it asks, so what was answered to
 * it since its last run belongs to this one; the story sends one request at a time, so that holds of the APIs too.
 */
export class Meter {
  readonly runs: Run[] = []
  /** Sent by a person to an address that was signed for them. */
  signed = 0
  readonly #open = new Map<string, Answered[]>()

  readonly hooks = {
    answered: (one: Answered): void => {
      if (one.signed) this.signed++
      else this.#open.set(one.functionName, [...(this.#open.get(one.functionName) ?? []), one])
    },
    ran: ({ functionName, event, cpuMs }: Ran): void => {
      const asked = this.#open.get(functionName) ?? []
      this.#open.delete(functionName)
      const { Records = [], ...said } = (event ?? {}) as Told
      const [news] = Records.map(({ dynamodb }) => dynamodb?.Keys.stream.S.split('/')[0])
      const scheduled = said['detail-type'] === 'Scheduled Event'
      const costs = asked.map((one) => ({ ...one, calls: { [one.operation]: 1 }, cpuMs: 0 }))
      this.runs.push({ ...sumOf(costs), cpuMs, functionName, ...(news && { news }), scheduled })
    },
  }
}
