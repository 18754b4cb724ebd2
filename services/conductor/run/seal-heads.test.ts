import { expect, it } from 'vitest'
import { memoryRoots } from '#ledger/memory-roots.ts'
import { witnessesOf, wrongByRoots, wrongInRoots } from '#verify/verify-roots.ts'
import { conducted } from '../fixtures/conducted.ts'
import { sealHeads } from './seal-heads.ts'

function sealed() {
  const county = conducted()
  const roots = memoryRoots()
  return { county, roots, seal: sealHeads({ ...county.deps, roots }) }
}

it('seals the heads of all streams under the Shanghai date, each root after the one before', async () => {
  const { county, roots, seal } = sealed()
  county.move('2018-05-01T23:30:00+08:00')
  await county.underReview('a')
  expect(await seal()).toEqual({ date: '2018-05-01', streams: 1, sealed: true })
  county.move('2018-05-02T00:10:00+08:00')
  await county.open('b')
  expect(await seal()).toEqual({ date: '2018-05-02', streams: 2, sealed: true })
  const [first, second] = await Array.fromAsync(roots.all())
  expect(first!.previous).toBe('')
  expect(second!.previous).toBe(first!.root)
  expect(second!.heads.map(({ stream }) => stream)).toEqual(['case/2018-2/a', 'case/2018-2/b'])
  expect(first!.heads[0]).toEqual({
    stream: 'case/2018-2/a',
    number: (await county.commitsOf('a')).length,
    hash: (await county.commitsOf('a')).at(-1)!.hash,
  })
  expect(wrongInRoots([first!, second!])).toEqual([])
  for (const [stream, witnesses] of witnessesOf([first!, second!]))
    expect(wrongByRoots(stream, (await county.ledger.read(stream)).commits, witnesses)).toEqual([])
})

it('does nothing on a day that has its root, nor when another was first', async () => {
  const { county, roots, seal } = sealed()
  await seal()
  await county.open('a')
  expect(await seal()).toEqual({ date: '2018-05-01', streams: 0, sealed: false })
  const late = sealHeads({ ...county.deps, roots: { ...roots, newest: async () => undefined } })
  expect(await late()).toMatchObject({ sealed: false })
  expect(await Array.fromAsync(roots.all())).toMatchObject([{ heads: [] }])
})

it('fails aloud when the last root cannot be read, and seals nothing', async () => {
  const { county, roots } = sealed()
  const newest = async () => Promise.reject(new Error('AccessDenied'))
  await expect(sealHeads({ ...county.deps, roots: { ...roots, newest } })()).rejects.toThrow('AccessDenied')
  expect(await Array.fromAsync(roots.all())).toEqual([])
})

it('seals with SM3 beside where the county asks for it, which verifying looks at', async () => {
  const { county, roots } = sealed()
  await sealHeads({ ...county.deps, roots, by: 'sha256+sm3' })()
  const [root] = await Array.fromAsync(roots.all())
  expect(root!.sm3).toMatch(/^[0-9a-f]{64}$/)
  expect(wrongInRoots([root!])).toEqual([])
  const other = 'c'.repeat(64)
  expect(wrongInRoots([{ ...root!, sm3: other }])).toMatchObject([{ field: 'sm3', is: other, was: root!.sm3 }])
})
