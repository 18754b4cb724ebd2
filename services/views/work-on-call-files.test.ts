/** Whoever prepares calls is told of a file that nobody gets any more, and nobody else is. */
import { beforeEach, expect, it } from 'vitest'
import { OF_CALLS } from '#batch/files-of-call.ts'
import { cite } from '#evidence/cited-file.ts'
import { AT, smallCounty } from './fixtures/small-county.ts'

const FILE = 'a'.repeat(64)
const FILES = { files: [cite(FILE, '附件1 标准.pdf')] }
const STREAM = `evidence/${OF_CALLS}/${FILE}`
const KEPT = [
  { type: 'promised', by: 'officer', name: '标准.pdf', size: 9, contentType: 'application/pdf' },
  { type: 'kept', size: 9, contentType: 'application/pdf' },
]
let county: Awaited<ReturnType<typeof smallCounty>>
beforeEach(async () => {
  county = await smallCounty()
  await county.write(STREAM, ...KEPT)
})
const told = async (who: string) => (await county.worklist(who)).items.filter(({ todo }) => todo.includes('查出病毒'))
const find = () => county.write(STREAM, { type: 'scanned', by: 'scanner', clean: false, finding: 'Example.Test' })

it('tells the officers, and leads to the call, until the file is found clean', async () => {
  await county.openCall('2018-2', FILES)
  expect(await told('officer')).toEqual([])
  await find()
  for (const who of ['officer', 'second'])
    expect(await told(who)).toMatchObject([
      {
        todo: expect.stringMatching(/^通知附件“附件1 标准.pdf”查出病毒，已停止提供。.*已经申请的单位以情况交流发给/),
        path: '/console/batches/2018-2/call',
      },
    ])
  for (const who of ['clerk', 'head', 'secretary', 'scorer', 'admin']) expect(await told(who)).toEqual([])
  await county.write(STREAM, { type: 'scanned', by: 'scanner', clean: true }, KEPT[1] ?? {})
  expect(await told('officer')).toEqual([])
})

it('tells nobody of a batch that is cancelled', async () => {
  await county.openCall('2018-2', FILES)
  await find()
  const ended = { by: 'office-head', preparedBy: 'officer', preparedAt: AT, reason: '上级暂停。' }
  await county.write('batch/2018-2', { type: 'batchCancelled', ...ended })
  expect(await told('officer')).toEqual([])
})
