import { createHash } from 'node:crypto'
import type { S3Client } from '@aws-sdk/client-s3'
import { expect, it, vi } from 'vitest'
import { linkFile } from './link-file.ts'

vi.mock('@aws-sdk/s3-request-presigner', () => ({
  getSignedUrl: async (_: unknown, { input }: { input: { Key: string } }, { expiresIn }: { expiresIn: number }) =>
    `https://files.example/${input.Key}?seconds=${expiresIn}`,
}))

const bytes = new TextEncoder().encode('标准')
const FILE = {
  sha256: createHash('sha256').update(bytes).digest('hex'),
  name: '标准.pdf',
  contentType: 'application/pdf',
}

function county() {
  const at = { clock: Date.parse('2018-04-13T01:00:00.000Z'), lies: bytes, reads: 0 }
  const send = async () => {
    at.reads++
    return { Body: { transformToWebStream: () => new Blob([at.lies]).stream() } }
  }
  const client = { send } as unknown as S3Client
  return { at, link: linkFile({ client, bucket: 'evidence', now: () => new Date(at.clock) }) }
}

it('is compared with its digest before the first address, and again when that holds no more', async () => {
  const { at, link } = county()
  for (let i = 0; i < 3; i++)
    expect(await link(FILE)).toBe(`https://files.example/evidence/office.call/${FILE.sha256}?seconds=300`)
  at.clock += 299_999
  await link(FILE)
  expect(at.reads).toBe(1)
  at.clock += 1
  await link(FILE)
  expect(at.reads).toBe(2)
})
it('is given to nobody once it was altered, and compared each time then', async () => {
  const { at, link } = county()
  at.lies = new TextEncoder().encode('标準')
  for (let i = 0; i < 2; i++) await expect(link(FILE)).rejects.toThrow('与上传时不同，不能打开')
  expect(at.reads).toBe(2)
})
