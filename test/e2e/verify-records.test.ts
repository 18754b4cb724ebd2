/** The daily function on the synthesized county, with its own rights: what lies on the disk is what was written, or is named. */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { pdf } from '../../packages/cli/rehearsal/paper.ts'
import { upload } from '../../packages/cli/rehearsal/stage.ts'
import { type Laptop, laptopUnderTest } from './laptop-under-test.ts'

let laptop: Laptop
let sha256: string
beforeAll(async () => {
  laptop = await laptopUnderTest(['caogou'])
  sha256 = await upload(laptop.stage, 'clerk-caogou', 'caogou', pdf('方案.pdf', 'caogou'))
})
afterAll(async () => {
  await laptop?.close()
})

/** What the function said in the log, once for each call of it. */
const said = (): Record<string, unknown>[] =>
  readFileSync(join(laptop.data, 'log'), 'utf8')
    .split('\n')
    .flatMap((line) => /verify-records: (\{.*\})$/.exec(line)?.slice(1) ?? [])
    .map((line) => JSON.parse(line))
/** Changes one byte of the file, as no role may: there is nothing in the store's books that would show it. */
function flip(): void {
  const [entry] = globSync(join(laptop.data, 'buckets/*-evidence*/objects/*.json'))
  const { file } = JSON.parse(readFileSync(entry!, 'utf8'))
  const path = join(entry!, '../../bodies', file)
  const bytes = readFileSync(path)
  bytes[bytes.length - 3]! ^= 1
  writeFileSync(path, bytes)
}
it('finds nothing in a county as it was written, and by the next morning names a file that was changed', async () => {
  await laptop.advanceTo('2018-05-11T08:00:00+08:00')
  await laptop.cloud.settle()
  const [first] = said().filter(({ streams }) => streams !== undefined)
  expect(first).toMatchObject({ found: 0 })
  // Nothing was sealed before: that day everything was read.
  expect(first!.looked).toBe(first!.streams)

  flip()
  await laptop.advanceTo('2018-06-11T08:00:00+08:00')
  await laptop.cloud.settle()
  const stream = `evidence/caogou/${sha256}`
  const found = said().filter((line) => line.kind !== undefined)
  expect(found).toEqual([
    {
      event: 'verify-records',
      kind: 'evidence',
      stream,
      commit: 2,
      field: '正文',
      sentence: expect.stringContaining('与其摘要不符'),
    },
  ])
  expect(said().filter(({ RecordsAltered }) => RecordsAltered !== undefined)).toMatchObject([{ RecordsAltered: 1 }])
})

it('hands out no address for it, and says why', async () => {
  const answer = await laptop
    .as('officer-1')(evidenceEndpoints.linkEvidence, { params: { owner: 'caogou', sha256 } })
    .catch((error: unknown) => error)
  expect(answer).toMatchObject({ status: 409, code: 'altered', message: expect.stringContaining('的正文与上传时不同') })
})
