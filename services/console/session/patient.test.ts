import { expect, it } from 'vitest'
import { ApiError, type Client } from '#contracts/client.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { patient } from './patient.ts'

/** A network on which the first `lost` requests get no answer, or all get `refusal`. */
function network(lost: number, { refusal, off = false }: { refusal?: ApiError; off?: boolean } = {}) {
  const asked: (string | undefined)[] = []
  const paused: number[] = []
  const api = (async (_endpoint: unknown, request?: { command?: string }) => {
    asked.push(request?.command)
    if (refusal) throw refusal
    if (asked.length <= lost) throw new ApiError(0, '网络不通')
    return { now: '2018-05-08T02:30:00.000Z' }
  }) as Client
  const pause = async (ms: number) => paused.push(ms)
  return { api: patient(api, pause, () => off), asked, paused }
}
const click = { params: { batch: '2018-2' }, body: { units: [], text: '', seen: 0 } }

it('asks again for what only reads, twice', async () => {
  const once = network(2)
  expect(await once.api(viewsEndpoints.readWorklist)).toMatchObject({ now: expect.any(String) })
  expect(once.asked).toHaveLength(3)
  expect(once.paused).toEqual([700, 1500])
  const gone = network(9)
  await expect(gone.api(viewsEndpoints.readWorklist)).rejects.toThrow('网络不通')
  expect(gone.asked).toHaveLength(3)
})

it('sends the same click again, and never one without a name', async () => {
  const named = network(1)
  await named.api(intakeEndpoints.remindUnits, { ...click, command: 'click-1' })
  expect(named.asked).toEqual(['click-1', 'click-1'])
  const nameless = network(1)
  await expect(nameless.api(intakeEndpoints.remindUnits, click)).rejects.toThrow('网络不通')
  expect(nameless.asked).toHaveLength(1)
})

it('takes an answer for an answer, and says at once that the network is off', async () => {
  const refused = network(0, { refusal: new ApiError(503, '稍后再试') })
  await expect(refused.api(viewsEndpoints.readWorklist)).rejects.toThrow('稍后再试')
  expect(refused.asked).toHaveLength(1)
  const off = network(9, { off: true })
  await expect(off.api(viewsEndpoints.readWorklist)).rejects.toThrow('网络不通')
  expect(off.asked).toHaveLength(1)
})
