/** What whoever runs `npm start` finds: a batch that is finished, one in the middle, and something to do for every account. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { viewsEndpoints } from '#contracts/views.ts'
import type { LocalCloud } from '#local-cloud/local-cloud.ts'
import { importDemonstrationRoster, oneAccountPerRole } from '../../packages/cli/laptop/accounts.ts'
import { peopleOf } from '../../packages/cli/laptop/people.ts'
import { prepare } from '../../packages/cli/laptop/prepare.ts'
import { play } from '../../packages/cli/rehearsal/play-year.ts'
import { BATCH } from '../../packages/cli/rehearsal/second-batch.ts'
import { boot, county } from '../../packages/cli/start/boot.ts'
import { TODAY } from '../../packages/cli/start/today.ts'
import { wholeDemonstration } from '../../packages/cli/start/whole-demonstration.ts'
import { WITH_WORK, whoHasWork } from '../../packages/cli/start/with-work.ts'
import { mustBeWhole } from '../../packages/cli/verify/must-be-whole.ts'

const data = mkdtempSync(join(tmpdir(), 'shifan-demonstration-'))
let cloud: LocalCloud
const as = peopleOf(county, () => cloud.addresses.origin)
beforeAll(async () => {
  await prepare(county, () => {})
  cloud = await boot({ data, port: 0, flowing: false })
  await importDemonstrationRoster(county, as)
  const stage = { origin: cloud.addresses.origin, batch: BATCH, as, settle: cloud.settle, sent: new Map() }
  const advanceTo = (instant: string) => cloud.advanceTo(Date.parse(instant))
  await play(wholeDemonstration, { stage, advanceTo })
  await advanceTo(TODAY)
}, 240_000)
afterAll(async () => {
  await cloud?.close()
  rmSync(data, { recursive: true, force: true })
})

it('gives every account that is listed something to do, and the auditor something to look at', async () => {
  const listed = oneAccountPerRole(county, WITH_WORK).map(({ id }) => id)
  const working = await whoHasWork(listed, as)
  expect(listed.filter((login) => !working.includes(login))).toEqual(['auditor'])
})

it('has a batch that named a year ago: two titles held, one revoked', async () => {
  const { titles } = await as('officer-1')(viewsEndpoints.readRegister)
  expect(Object.fromEntries(titles.map(({ unit, standing }) => [unit, standing]))).toEqual({
    sicheng: 'held',
    jiaotong: 'held',
    shuiwu: 'revoked',
  })
})

it('is quiet when it is verified', async () => {
  await cloud.close()
  const said: string[] = []
  await mustBeWhole(data, (sentence) => said.push(sentence))
  expect(said).toEqual([])
})
