/** What is refused, over HTTP: with a sentence for whoever reads it, and nothing lost. One county, one day after another. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '#ledger/chain.ts'
import { type Laptop, laptopUnderTest } from './laptop-under-test.ts'
import { refusesDecisions } from './refuses-decisions.ts'
import { refusesLate } from './refuses-late.ts'
import { refusesNotices } from './refuses-notices.ts'
import { refusesRequests } from './refuses-requests.ts'
import { refusesUploads } from './refuses-uploads.ts'

let laptop: Laptop
let closed = false
beforeAll(async () => {
  laptop = await laptopUnderTest()
})
afterAll(async () => {
  if (laptop && !closed) await laptop.close()
})
const county = () => laptop

describe('a request', () => refusesRequests(county))
describe('an upload', () => refusesUploads(county))
describe('a decision', () => refusesDecisions(county))
describe('an application at midnight', () => refusesLate(county))
describe('a notice', () => refusesNotices(county))

it('after all of it, every chain verifies', async () => {
  closed = true
  const streams = await laptop.close()
  expect(streams.size).toBeGreaterThan(30)
  for (const commits of streams.values()) verifyChain(commits)
})
