/** A file's way through a county that asks for a malware scanner, over HTTP, with a scanner that stands in for one. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { OFFICE } from '../../packages/cli/rehearsal/acts.ts'
import { pdf, sha256Of } from '../../packages/cli/rehearsal/paper.ts'
import { upload } from '../../packages/cli/rehearsal/stage.ts'
import { OWN_OFFICER } from '../guards/files-of-county.ts'
import { scanWaiting } from '../scan/scanner.ts'
import { bring, CLERK, SCANNER, scanningCounty, seen, UNIT } from '../scan/scanning-county.ts'
import type { Laptop } from './laptop-under-test.ts'

let laptop: Laptop
beforeAll(async () => {
  laptop = await scanningCounty()
})
afterAll(async () => {
  await laptop?.close()
})

const MARK = '%shifan-example-signature'
const clean = pdf('普法责任清单.pdf', UNIT)
const bad = {
  name: '检查记录.pdf',
  bytes: Buffer.concat([pdf('检查记录.pdf', UNIT).bytes, Buffer.from(`\n${MARK}\n`)]),
}
const standIn = async (bytes: Buffer) =>
  bytes.includes(MARK) ? { clean: false, finding: 'Shifan.Example' } : { clean: true }
const form = { params: { batch: '2018-2', unit: UNIT, form: 'creation-application' } }
const cite = (sha256: string) => laptop.as(CLERK)(intakeEndpoints.saveForm, { ...form, body: { workPlan: [sha256] } })

it('waits: neither opened nor cited, and the office sees that it waits', async () => {
  expect([await bring(laptop, clean), await bring(laptop, bad)]).toEqual(['waiting', 'waiting'])
  const link = laptop.as(CLERK)(evidenceEndpoints.linkEvidence, { params: { owner: UNIT, sha256: sha256Of(clean) } })
  await expect(link).rejects.toMatchObject({ status: 409, message: expect.stringContaining('正在等待查毒，不能下载') })
  await laptop.as(CLERK)(intakeEndpoints.openCase, form)
  await expect(cite(sha256Of(clean))).rejects.toMatchObject({
    status: 422,
    fields: { workPlan: expect.stringContaining('正在等待查毒，不能使用') },
  })
  const { items } = await laptop.as(OFFICE.head)(evidenceEndpoints.listScans)
  expect(items.map(({ name, status }) => `${name} ${status}`).sort()).toEqual([
    '普法责任清单.pdf waiting',
    '检查记录.pdf waiting',
  ])
})

it('is kept or found bad as the scanner says, and told again that changes nothing', async () => {
  const told = await scanWaiting(laptop.as(SCANNER), standIn)
  expect(told.map(({ status }) => status).sort()).toEqual(['infected', 'kept'])
  await laptop.cloud.settle()
  expect(await scanWaiting(laptop.as(SCANNER), standIn)).toEqual([])
  expect(await seen(laptop.as(CLERK), sha256Of(clean))).toMatchObject({ status: 'kept' })
  expect(await seen(laptop.as(CLERK), sha256Of(bad))).toMatchObject({
    status: 'infected',
    reason: expect.stringContaining('“检查记录.pdf”查出病毒（Shifan.Example），不能使用'),
  })
  await cite(sha256Of(clean))
  await expect(cite(sha256Of(bad))).rejects.toMatchObject({
    status: 422,
    fields: { workPlan: expect.stringContaining('查出病毒，不能使用') },
  })
  const { items } = await laptop.as(OFFICE.officer)(evidenceEndpoints.listScans)
  expect(items).toMatchObject([{ name: '检查记录.pdf', status: 'infected', finding: 'Shifan.Example' }])
})

it('is judged by nobody else', async () => {
  const params = { owner: UNIT, sha256: sha256Of(bad) }
  for (const login of [CLERK, OFFICE.officer, OFFICE.head, laptop.county.administratorLogin]) {
    const verdict = laptop.as(login)(evidenceEndpoints.recordScan, { params, body: { clean: true } })
    await expect(verdict).rejects.toMatchObject({ status: 403 })
  }
  for (const look of [evidenceEndpoints.linkEvidence, evidenceEndpoints.readEvidence])
    await expect(laptop.as(SCANNER)(look, { params })).rejects.toMatchObject({ status: 403 })
})

it('tells no digest of a letter to whoever may hold the paper that it accuses them with', async () => {
  const letter = pdf('来信.pdf', 'letter')
  await upload(laptop.stage, OFFICE.officer, officeFor('objection'), letter).catch(() => {})
  await laptop.cloud.settle()
  const line = { owner: officeFor('objection'), what: '异议材料', status: 'waiting' }
  const { items } = await laptop.as(OFFICE.head)(evidenceEndpoints.listScans)
  expect(items).toContainEqual(expect.objectContaining(line))
  expect(JSON.stringify(items)).not.toContain(sha256Of(letter))
  const held = { person: 'r045', appointment: 'unitHead', unit: UNIT, from: '2018-01-01' } as const
  await laptop.as('admin')(rosterEndpoints.appoint, { body: held, command: 'appoint-r045' })
  const proposals = [{ person: 'r045', proposal: 1 }]
  await laptop.as('security')(rosterEndpoints.approveChanges, { body: { proposals }, command: 'approve-r045' })
  await laptop.cloud.settle()
  const seen = await laptop.as(OWN_OFFICER)(evidenceEndpoints.listScans)
  expect(seen.items).not.toContainEqual(expect.objectContaining(line))
})
