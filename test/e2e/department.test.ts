/** A department's clerk over HTTP: theirs while it is theirs, and nothing else of the unit whatever they ask for. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { catalogueEndpoints } from '#contracts/catalogue.ts'
import { ApiError } from '#contracts/client.ts'
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import type { Endpoint } from '#contracts/endpoint.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { retentionEndpoints } from '#contracts/personal/retention.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { workEndpoints } from '#contracts/work/work.ts'
import { departmentOf, inBatch, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { asInSixian, CONDITIONS, publishPack, STANDARD } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { assess } from '../../packages/cli/rehearsal/dossier/dossier-acts.ts'
import { giveBackOne, spreadToDepartment } from '../../packages/cli/rehearsal/dossier/spread-acts.ts'
import { LONG_BATCH, longTerms } from '../../packages/cli/rehearsal/long-batch.ts'
import { pdf } from '../../packages/cli/rehearsal/paper.ts'
import { type Stage, upload } from '../../packages/cli/rehearsal/stage.ts'
import { toWork } from '../browser/unit-at-work.ts'
import { type Laptop, laptopUnderTest } from './laptop-under-test.ts'

const UNIT = 'shichang'
const [CLERK, DEPT] = [`clerk-${UNIT}`, departmentOf(UNIT)]
const params = { batch: LONG_BATCH, unit: UNIT }
let laptop: Laptop
let stage: Stage
beforeAll(async () => {
  laptop = await laptopUnderTest([UNIT])
  stage = { ...laptop.stage, batch: LONG_BATCH }
  const acts = [publishPack(STANDARD), publishPack(CONDITIONS), openCall(asInSixian(longTerms))]
  for (const act of [...acts, ...toWork(UNIT, '县市场监督管理局', '2018-05-10')]) await inBatch(LONG_BATCH, act)(stage)
  await laptop.cloud.settle()
})
afterAll(async () => {
  await laptop?.close()
})

const THEIRS: ReadonlySet<string> = new Set([
  ...['read-call', 'read-catalogue'],
  ...['read-dossier', 'write-dossier', 'upload-evidence', 'read-evidence'],
])
const all: readonly (readonly [string, Endpoint])[] = Object.entries({
  ...{ ...catalogueEndpoints, ...dossierEndpoints, ...evidenceEndpoints, ...intakeEndpoints, ...noticeEndpoints },
  ...{ ...retentionEndpoints, ...rosterEndpoints, ...viewsEndpoints, ...workEndpoints },
})
const others = all.filter(([, { access }]) => typeof access === 'object' && !THEIRS.has(access.command))

it('is refused whatever belongs to forms, meetings, people and files of the office', async () => {
  expect(others.length).toBeGreaterThan(60)
  const token = await laptop.tokenOf(DEPT)
  const said: [string, number][] = []
  for (const [name, { method, path }] of others) {
    const asked: Readonly<Record<string, string>> = { ...params, owner: UNIT, form: 'creation-application', n: '1' }
    const at = path.replace(/\{(\w+)\}/g, (_, param: string) => asked[param] ?? 'x')
    const { status } = await fetch(`${laptop.cloud.addresses.origin}${at}`, {
      method,
      headers: {
        ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
      },
      ...(method === 'POST' && { body: '{}' }),
    })
    said.push([name, status])
  }
  expect(said.filter(([, status]) => status !== 403)).toEqual([])
})

/** What came of it: nothing, or the status with which it was refused. */
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => (error instanceof ApiError ? error.status : error),
  )

it('writes what they were given, with files of their own, gives one back, and opens no other file', async () => {
  const [dept, clerk] = [stage.as(DEPT), stage.as(CLERK)]
  const others = await upload(stage, CLERK, UNIT, pdf('单位的文件.pdf', '自评'))
  await spreadToDepartment(UNIT, '2018-06-30')(stage)
  await laptop.cloud.settle()
  const { items } = await dept(viewsEndpoints.readWorklist)
  expect(items.map(({ todo }) => todo)).toEqual([expect.stringContaining('共3项，还有3项没有写完')])
  await giveBackOne(UNIT, '此项由执法大队掌握，请改派。', DEPT)(stage)
  await assess(UNIT, DEPT)(stage)
  await laptop.cloud.settle()
  const page = await dept(dossierEndpoints.readDossier, { params })
  expect(page).toMatchObject({ given: true, items: 2, reached: 2 })
  const part = await dept(dossierEndpoints.readDossierPart, { params: { ...params, part: page.parts[0]?.id ?? '' } })
  const [item = ''] = part.items.map(({ id }) => id)
  const { references } = await dept(dossierEndpoints.readDossierItem, { params: { ...params, item } })
  const open = (sha256: string) => dept(evidenceEndpoints.linkEvidence, { params: { owner: UNIT, sha256 } })
  expect((await fetch((await open(references[0]?.sha256 ?? '')).url)).status).toBe(200)
  const digest = others.slice(0, 64)
  expect(await refused(open(digest))).toBe(403)
  // Cited by the unit's clerk in an indicator that is theirs it may be opened, until that is taken from them.
  const cited = { items: [{ item, files: [others] }] }
  await clerk(dossierEndpoints.citeInDossier, { params, body: cited, command: 'cite-for-department' })
  expect(await refused(open(digest))).toBeUndefined()
  const { seen } = await clerk(dossierEndpoints.readSpread, { params })
  await clerk(dossierEndpoints.spreadDossier, {
    params,
    body: { items: [item], seen },
    command: 'take-from-department',
  })
  expect(await refused(open(digest))).toBe(403)
  expect(await refused(dept(dossierEndpoints.readDossierItem, { params: { ...params, item } }))).toBe(403)
  const written = await clerk(dossierEndpoints.readDossierItem, { params: { ...params, item } })
  expect(written).toMatchObject({ result: 'reached' })
})
