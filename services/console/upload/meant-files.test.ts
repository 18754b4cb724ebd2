import { describe, expect, it } from 'vitest'
import { meantFiles } from './meant-files.ts'

const file = (name: string, size = 1000) => ({ name, size })
const names = (files: readonly { name: string }[]) => files.map(({ name }) => name)

describe('files that were chosen or dropped', () => {
  it('are all taken where several may be, one where one may be', () => {
    expect(meantFiles([file('a.pdf'), file('b.pdf')], true)).toEqual({
      take: [file('a.pdf'), file('b.pdf')],
      refused: [],
    })
    expect(meantFiles([file('a.pdf')], false)).toEqual({ take: [file('a.pdf')], refused: [] })
    expect(meantFiles([], false)).toEqual({ take: [], refused: [] })
  })
  it('are none of them taken where only one may be, and all of them named', () => {
    const { take, refused } = meantFiles([file('一.pdf'), file('二.pdf'), file('三.pdf')], false)
    expect(take).toEqual([])
    expect(refused).toHaveLength(1)
    for (const name of ['一.pdf', '二.pdf', '三.pdf', '只能放1个', '多页的请合并为1个PDF'])
      expect(refused[0]).toContain(name)
  })
  it.each([
    [file('空.pdf', 0), '0字节'],
    [file('录像.mp4', 200 * 1024 * 1024 + 1), '文件大小为200.1MB，单个文件最大200MB'],
    [file('程序.exe'), '系统不接收“.exe”类型的文件'],
    [file('照片.heic'), '请另存为JPG或PNG'],
    [file('没有扩展名'), '没有扩展名'],
    [file('a/b.pdf'), '“/”'],
    [file('.gitignore'), '隐藏文件'],
    [file('~$总结.docx', 162), '临时文件'],
    [file('.~lock.总结.odt#', 80), '临时文件'],
    [file('Thumbs.db'), '系统自动产生'],
    [file('.DS_Store'), '系统自动产生'],
  ])('are not taken without a word: %j', (one, why) => {
    for (const several of [true, false]) {
      const { take, refused } = meantFiles([one, file('总结.docx')], several)
      expect(names(take)).toEqual(['总结.docx'])
      expect(refused).toEqual([expect.stringContaining(why)])
      expect(refused[0]).toContain(one.name)
    }
  })
  it('are named as far as anybody reads, and counted', () => {
    const { refused } = meantFiles(
      Array.from({ length: 30 }, (_, i) => file(`空${i}.pdf`, 0)),
      true,
    )
    expect(refused).toEqual([expect.stringContaining('等30个文件')])
  })
})
