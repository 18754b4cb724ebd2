import { describe, expect, it } from 'vitest'
import { sharesOf, whyNotSent } from './fit-pictures.ts'

const MB = 1024 * 1024
const limits = { mostFiles: 3, mostBytes: 4 * MB }
const photo = (size: number, name = '照片.jpg', type = 'image/jpeg') => ({ name, size, type })
const paper = (size: number, name = '说明.pdf') => ({ name, size, type: 'application/pdf' })

describe('pictures are made smaller', () => {
  it('so that three photos of a phone fit together', () => {
    const shares = sharesOf([photo(12 * MB), photo(12 * MB), photo(12 * MB)], limits.mostBytes)
    expect(shares.reduce<number>((sum, share) => sum + (share ?? Number.NaN), 0)).toBeLessThanOrEqual(4 * MB)
    expect(shares.every((share) => share !== undefined && share > MB)).toBe(true)
  })
  it('not where everything fits as it is, and never a paper', () => {
    expect(sharesOf([photo(MB), paper(2 * MB)], limits.mostBytes)).toEqual([undefined, undefined])
    const [scan, picture] = sharesOf([paper(3 * MB), photo(5 * MB)], limits.mostBytes)
    expect([scan, picture]).toEqual([undefined, MB])
  })
  it('which the county does not keep are written as those that it does', () => {
    expect(sharesOf([photo(MB, '照片.heic', '')], limits.mostBytes)).toEqual([4 * MB])
    expect(sharesOf([photo(MB, '图.webp', 'image/webp')], limits.mostBytes)).toEqual([4 * MB])
  })
})

describe('what cannot be sent is said before it is', () => {
  it.each([
    [[photo(5.8 * MB)], 0, '附件合计5.8MB，超过4MB（“照片.jpg”5.8MB）'],
    [[paper(3 * MB), paper(2 * MB, '第二.pdf')], 0, '“说明.pdf”3MB、“第二.pdf”2MB'],
    [[photo(1), photo(1), photo(1), photo(1)], 0, '最多附3个文件，选择了4个'],
    [[photo(1), photo(1)], 2, '已收到2个，又选择了2个'],
    [[photo(0)], 0, '是空文件（0字节）'],
    [[photo(9, '照片.heic', '')], 0, '请另存为JPG或PNG后上传'],
    [[photo(9, `${'长'.repeat(300)}.jpg`)], 0, '文件名有304字'],
  ])('%#', (files, already, sentence) => {
    expect(whyNotSent(files, already, limits)).toContain(sentence)
  })
  it('and nothing of what can be', () => {
    expect(whyNotSent([photo(4 * MB)], 2, limits)).toBeUndefined()
    expect(whyNotSent([], 3, limits)).toBeUndefined()
  })
})
