/** What a call comes with: nobody's before it is open, everybody's afterwards, and nothing else by that way. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callFilePath, OF_CALLS } from '#batch/files-of-call.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { cite } from '#evidence/cited-file.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { clerkOf, OFFICE } from '../../packages/cli/rehearsal/acts.ts'
import { pdf } from '../../packages/cli/rehearsal/paper.ts'
import { terms } from '../../packages/cli/rehearsal/second-batch.ts'
import { upload } from '../../packages/cli/rehearsal/stage.ts'
import { type Laptop, laptopUnderTest } from './laptop-under-test.ts'

const NEXT = '2018-7'
const [PAPER, MINUTES] = [pdf('标准.pdf', 'standard'), pdf('批复.pdf', 'minutes')]
let laptop: Laptop
let used: string
beforeAll(async () => {
  laptop = await laptopUnderTest()
  used = await upload(laptop.stage, OFFICE.officer, OF_CALLS, PAPER)
})
afterAll(() => laptop?.close())

const get = (n: number | string) =>
  fetch(`${laptop.stage.origin}${callFilePath(NEXT, 1).replace(/1$/, String(n))}`, { redirect: 'manual' })
const prepare = (files: readonly string[]) =>
  laptop.as(OFFICE.officer)(intakeEndpoints.prepareCall, {
    params: { batch: NEXT },
    body: { ...terms, files: [...files] },
    command: `prepare-${files.length}-${files[0]?.slice(0, 8)}`,
  })

it('takes what is kept for calls alone', async () => {
  const minutes = await upload(laptop.stage, OFFICE.officer, officeFor('minutes'), MINUTES)
  await expect(prepare([cite(minutes, '批复.pdf')])).rejects.toMatchObject({ status: 422 })
})

it('is opened by the office while it is prepared, and by nobody else', async () => {
  const { inHand } = await prepare([cite(used, '附件1 示范单位标准.pdf')])
  expect(inHand?.files).toEqual([{ owner: OF_CALLS, sha256: used, name: '附件1 示范单位标准.pdf' }])
  const params = { owner: OF_CALLS, sha256: used }
  expect((await laptop.as(OFFICE.head)(evidenceEndpoints.linkEvidence, { params })).url).toContain(used)
  for (const login of [clerkOf('dazhuang'), OFFICE.secretary])
    await expect(laptop.as(login)(evidenceEndpoints.linkEvidence, { params })).rejects.toMatchObject({ status: 403 })
  expect((await get(1)).status).toBe(404)
})

it('is given to anyone once the call is open, whole and under its name, by an address that is made anew', async () => {
  const { inHand } = await laptop.as(OFFICE.head)(intakeEndpoints.readCall, { params: { batch: NEXT } })
  await laptop.as(OFFICE.head)(intakeEndpoints.openCall, {
    params: { batch: NEXT },
    body: { prepared: inHand?.prepared ?? '', secrecyChecked: true },
    command: 'open-next',
  })
  await laptop.cloud.settle()
  const page = await (await fetch(`${laptop.stage.origin}/public/batches/${NEXT}.html`)).text()
  expect(page).toContain(`<a href="${callFilePath(NEXT, 1)}">附件1 示范单位标准.pdf</a>`)
  const sent = await get(1)
  expect([sent.status, sent.headers.get('cache-control')]).toEqual([302, 'no-store'])
  const file = await fetch(sent.headers.get('location') ?? '')
  expect(Buffer.from(await file.arrayBuffer())).toEqual(PAPER.bytes)
  expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain('附件1 示范单位标准.pdf')
  const looked = await fetch(`${laptop.stage.origin}${callFilePath(NEXT, 1)}`, { method: 'HEAD', redirect: 'manual' })
  expect([looked.status, looked.headers.get('content-type'), await looked.text()]).toEqual([200, 'application/pdf', ''])
  for (const n of [0, 2, '01', used]) expect([n, (await get(n)).status]).toEqual([n, 404])
})
