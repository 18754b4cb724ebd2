import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { countyOnDisk } from './county-on-disk.ts'

const folders: string[] = []
const folderOf = (...buckets: string[]) => {
  const data = mkdtempSync(join(tmpdir(), 'shifan-county-on-disk-'))
  folders.push(data)
  for (const bucket of buckets) mkdirSync(join(data, 'buckets', bucket), { recursive: true })
  return data
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

it('is told by the names of its buckets; else it is the laptop’s own', () => {
  expect(countyOnDisk(folderOf('fenghuang-storage-site1', 'fenghuang-storage-contents1')).name).toBe('fenghuang')
  expect(countyOnDisk(folderOf('sixian-storage-site1')).name).toBe('sixian')
  expect(countyOnDisk(folderOf('gone-storage-site1')).name).toBe('sixian')
  expect(countyOnDisk(folderOf()).name).toBe('sixian')
})
