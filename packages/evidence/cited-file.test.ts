import { describe, expect, it } from 'vitest'
import { cite, digestOfUse, filesOfAnswer, fileUse, isSameUse, keptUse, nameOfUse, unnamedUse } from './cited-file.ts'
import { evidenceStream } from './evidence.ts'

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)]

describe('a use of a file', () => {
  it('has bytes and a name of its own; a digest alone has none', () => {
    const used = cite(A, '甲 (1).pdf')
    expect([digestOfUse(used), nameOfUse(used)]).toEqual([A, '甲 (1).pdf'])
    expect([digestOfUse(A), nameOfUse(A)]).toEqual([A, undefined])
    expect(evidenceStream('office', used)).toBe(evidenceStream('office', A))
  })
  it('is sent and kept with or without its name', () => {
    for (const used of [A, cite(A, '甲.pdf'), cite(A, `${'😀'.repeat(251)}.pdf`)]) {
      expect(fileUse('请上传').safeParse(used).success).toBe(true)
      expect(keptUse.safeParse(used).success).toBe(true)
    }
  })
  it('is read without what nobody sees at the ends of its name', () => {
    expect(fileUse('请上传').parse(cite(A, ' 甲.pdf\u200b'))).toBe(cite(A, '甲.pdf'))
    expect(fileUse('请上传').parse(A)).toBe(A)
  })
  it.each([
    ['', '文件编号不对'],
    [A.slice(1), '文件编号不对'],
    [`${A}甲.pdf`, '文件编号不对'],
    [cite(A, '甲.pdf/..'), '“/”'],
    [cite(A, '甲\uFFFD.pdf'), '无法显示的字'],
    [cite(A, 'a\\b.pdf'), '“\\”'],
    [cite(A, '甲\n.pdf'), '不能使用的字符'],
    [cite(A, '甲\u2028乙.pdf'), '不能使用的字符'],
    [cite(A, '甲\u2029乙.pdf'), '不能使用的字符'],
    [cite(A, '\u200b.pdf'), '文件没有名称'],
    [cite(A, ' .pdf'), '文件没有名称'],
    [cite(A, '甲\t.pdf'), '不能使用的字符'],
    [cite(A, '甲.exe'), '系统不接收“.exe”'],
    [cite(A, `${'长'.repeat(252)}.pdf`), '文件名有256字'],
  ])('%j is refused with its reason', (used, why) => {
    const { error } = fileUse('请上传').safeParse(used)
    expect(error?.issues[0]?.message).toContain(why)
  })
})

describe('the files of an answer', () => {
  const known = [
    { sha256: A, name: '甲.pdf' },
    { sha256: A, name: '甲（附件）.pdf' },
    { sha256: B, name: '乙.pdf' },
  ]
  const names = (answer: unknown) => filesOfAnswer(answer, known).map(({ name }) => name)
  it('stand in its order, not in that of what is known, each under its name', () => {
    expect(names([cite(B, '乙.pdf'), cite(A, '甲（附件）.pdf')])).toEqual(['乙.pdf', '甲（附件）.pdf'])
    expect(names(cite(A, '甲.pdf'))).toEqual(['甲.pdf'])
    expect(names([B, A])).toEqual(['乙.pdf', '甲.pdf'])
  })
  it('leave out what nobody knows, and are none of what is no answer', () => {
    expect(names([cite('c'.repeat(64), '丙.pdf')])).toEqual([])
    expect([names(undefined), names(3), names([undefined, {}])]).toEqual([[], [], []])
  })
  it('are the same paper by bytes and name', () => {
    expect(isSameUse(known[0], known[1])).toBe(false)
    expect(isSameUse(known[0], { sha256: A, name: '甲.pdf' })).toBe(true)
    expect(isSameUse(known[0], undefined)).toBe(false)
  })
})

it('a use names nobody by a number, and a letter is cited by its digest alone', () => {
  const sha256 = 'a'.repeat(64)
  const { error } = fileUse('请上传').safeParse(cite(sha256, '13912345678王五.pdf'))
  expect(error?.issues[0]?.message).toContain('手机号码或身份证号')
  expect(unnamedUse('请上传').parse(cite(sha256, '13912345678王五.pdf'))).toBe(sha256)
  expect(unnamedUse('请上传').parse(sha256)).toBe(sha256)
  expect(unnamedUse('请上传').safeParse('x').success).toBe(false)
})
