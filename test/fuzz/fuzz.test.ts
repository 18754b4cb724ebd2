/** Bodies, addresses and headers that the contracts are asked to refuse: none of them is answered as a fault of ours. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { drawing } from './draw.ts'
import { type Fuzzed, fuzzedCounty, loginsOf } from './fuzzed-county.ts'
import { nextSending, type Sending } from './requests.ts'

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 100_000)
const most = Number(process.env.FUZZ_REQUESTS ?? 1000)
/** Longer than a function may take. */
const PATIENCE_MS = 40_000
/** Digests that answers have shown: names of what is prepared, signed or kept. */
const MOST_SEEN = 300

let county: Fuzzed
beforeAll(async () => {
  county = await fuzzedCounty()
}, 300_000)
afterAll(() => county?.laptop.close())

type Fault = {
  readonly nth: number
  readonly status: number | string
  readonly ms: number
  readonly sent: Sending
  readonly text: string
}

it('answers every one of them, and never with 5xx', async () => {
  const { laptop, words } = county
  const { origin } = laptop.cloud.addresses
  const draw = drawing(seed)
  const seen: string[] = []
  const world = {
    words: { all: () => [...words, ...seen] },
    loginsOf: (unit: string) => loginsOf(unit, laptop.county.administratorLogin),
  }
  const counts = new Map<string, number>()
  const done = new Set<string>()
  const faults: Fault[] = []
  let slowest = 0
  for (let nth = 1; nth <= most; nth++) {
    const sent = nextSending(world, draw)
    const token = sent.login && (await laptop.tokenOf(sent.login))
    const began = performance.now()
    const { status, text } = await ask(origin, sent, token)
    if (status === 200) done.add(sent.name)
    const ms = Math.round(performance.now() - began)
    slowest = Math.max(slowest, ms)
    counts.set(String(status).slice(0, 3), (counts.get(String(status).slice(0, 3)) ?? 0) + 1)
    if (typeof status === 'string' || status >= 500) faults.push({ nth, status, ms, sent, text: text.slice(0, 300) })
    for (const [digest] of text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g))
      if (!seen.includes(digest))
        seen.splice(draw.int(Math.min(seen.length + 1, MOST_SEEN)), seen.length < MOST_SEEN ? 0 : 1, digest)
    // The public form takes ten posts an hour; a token lasts no longer than a day.
    if (nth % 250 === 0) {
      await laptop.advanceTo(new Date(laptop.cloud.now() + 3_600_000).toISOString())
      laptop.forgetTokens()
    }
  }
  const answered = [...counts].toSorted().map((one) => one.join(': '))
  console.log(`fuzz: ${most} requests, slowest ${slowest} ms, ${answered.join(', ')}; done at ${done.size} endpoints`)
  for (const { nth, status, ms, sent, text } of faults) console.log(nth, status, `${ms} ms`, said(sent), text)
  expect(faults.map(({ nth, status, sent }) => `${nth}: ${status} ${sent.name}`)).toEqual([])
  // Without what gets past the door, nothing of what lies behind it was asked.
  expect(done.size).toBeGreaterThan(most < 500 ? 5 : 20)
})

async function ask(
  origin: string,
  sent: Sending,
  token: string | undefined,
): Promise<{ status: number | string; text: string }> {
  try {
    const response = await fetch(`${origin}${sent.path}`, {
      method: sent.method,
      headers: { ...sent.headers, ...(token && { authorization: `Bearer ${token}` }) },
      ...(sent.body !== undefined && { body: sent.body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    return { status: `no answer: ${String(error)} ${error instanceof Error ? String(error.cause) : ''}`, text: '' }
  }
}

const said = ({ method, path, login, headers, body }: Sending): string =>
  JSON.stringify({
    method,
    path: path.slice(0, 300),
    login,
    headers,
    body: typeof body === 'string' ? body.slice(0, 600) : body?.length,
  })
