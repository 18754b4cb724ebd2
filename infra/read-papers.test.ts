import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { p, wordFile } from '#papers/fixtures/word-file.ts'
import { WrongFile } from '#procedure/wrong-file.ts'
import { readPapers } from './read-papers.ts'

const NOTICE = readFileSync(join(import.meta.dirname, '../packages/papers/fixtures/notice-by-libreoffice.docx'))
const within = (files: Readonly<Record<string, Buffer>>): string => {
  const at = mkdtempSync(join(tmpdir(), 'shifan-papers-'))
  onTestFinished(() => rmSync(at, { recursive: true }))
  mkdirSync(join(at, 'counties/some/papers'), { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(at, 'counties/some/papers', name), content)
  return at
}

it('reads a county’s own forms by their papers’ names, and not what lies beside one that is open', async () => {
  const at = within({ 'notice.docx': NOTICE, '~$notice.docx': Buffer.from('lock'), '.DS_Store': Buffer.from('x') })
  expect([...(await readPapers('some', at))]).toEqual([['notice', NOTICE]])
  expect((await readPapers('other', at)).size).toBe(0)
})

it('refuses all that is wrong at once, file by file', async () => {
  const files = {
    ...{
      'decision.docx': NOTICE,
      'gongshi.docx': NOTICE,
      'notice.doc': NOTICE,
      'letter.docx': Buffer.from('%PDF-1.7'),
    },
    'certificate.docx': wordFile(p('{{标题}}')),
  }
  const refused = await readPapers('some', within(files)).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(WrongFile)
  const lines = String(refused).split('\n')
  const of = (name: string) => lines.filter((line) => line.includes(`counties/some/papers/${name}`))
  expect(of('decision.docx')).toEqual(expect.arrayContaining([expect.stringContaining('decision.docx：缺少{{文号}}')]))
  expect(of('gongshi.docx')).toEqual([
    expect.stringMatching(/：没有这种文书；文件名应为call\.docx（创建通知）、notice\.docx（公示）、/),
  ])
  expect(of('notice.doc')).toEqual([
    expect.stringContaining('notice.doc不是.docx文件；这个文件夹只放本县的文书格式，请移到别处。'),
  ])
  expect(of('letter.docx')).toEqual([expect.stringContaining('letter.docx不是.docx文件，内容是PDF；')])
  expect(of('certificate.docx').join()).toContain('certificate.docx：正文中{{标题}}：示范单位证书没有这个填写项')
})

it('takes one form of a paper, not two that a file system tells apart by an ending alone', async () => {
  await expect(readPapers('some', within({ 'notice.docx': NOTICE, 'notice.DOCX': NOTICE }))).rejects.toThrow(
    '同一种文书有两份，请只留一份。',
  )
})
