import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PAPER_FORMS } from '#papers/all-forms.ts'
import { problemsOfTemplate } from '#papers/template/check-template.ts'
import { WrongFile } from '#procedure/wrong-file.ts'
import { Sentence } from '#typed/sentence.ts'
import { papersCommand } from './papers-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'shifan-papers-'))
afterAll(() => rmSync(folder, { recursive: true }))
const OWN = readFileSync(join(import.meta.dirname, '../../papers/fixtures/notice-by-libreoffice.docx'))
const said: string[] = []
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
})
afterEach(() => {
  vi.restoreAllMocks()
  said.length = 0
})
const run = async (...args: string[]) => {
  expect(await papersCommand(args, folder)).toBe(0)
  return said.join('\n')
}

it('lists every paper, and shows what one can be filled in with', async () => {
  const listed = await run('list')
  for (const { name, title } of Object.values(PAPER_FORMS))
    expect(listed).toMatch(new RegExp(`^${name} +${title} `, 'm'))
  const shown = await run('show', 'notice')
  expect(shown).toMatch(/\{\{公示截止\}\} +不能没有 +异议不迟于何时提出/)
  expect(shown).toMatch(/ {2}\{\{单位名称\}\} +不能没有/)
})

describe('a form to begin from', () => {
  it.each(Object.values(PAPER_FORMS))('of $title can be used as it is', async (form) => {
    const out = join(folder, `${form.name}.docx`)
    expect(await run('template', form.name, '--out', out)).toContain(`counties/县名/papers/${form.name}.docx`)
    expect(await problemsOfTemplate(readFileSync(out), form)).toEqual([])
  })
  it('takes the place of no file', async () => {
    const out = join(folder, '已有.docx')
    writeFileSync(out, 'kept')
    await expect(papersCommand(['template', 'notice', '--out', out])).rejects.toThrow(`${out}已经存在，没有覆盖`)
    expect(readFileSync(out, 'utf8')).toBe('kept')
    await expect(papersCommand(['template', 'notice', '--out', 'a.doc'])).rejects.toThrow(
      '文件名应以.docx结尾，收到“a.doc”。',
    )
    await expect(papersCommand(['template', 'notice', '--out', join(folder, 'nowhere/a.docx')])).rejects.toThrow(
      '请核对路径。',
    )
  })
})

describe('checks', () => {
  mkdirSync(join(folder, 'counties/some/papers'), { recursive: true })
  for (const name of ['some', 'bare']) writeFileSync(join(folder, `counties/${name}.json`), '{}')
  writeFileSync(join(folder, 'counties/some/papers/notice.docx'), OWN)
  const own = join(folder, 'own.docx')
  writeFileSync(own, OWN)
  it('a county’s folder', async () => {
    expect(await run('check', 'some')).toBe('some有1种文书使用本县的格式：公示；其余使用系统的格式。')
    expect(await run('check', 'bare')).toContain('bare没有本县的文书格式')
    await expect(papersCommand(['check', 'nowhere'], folder)).rejects.toThrow(
      '没有counties/nowhere.json，现有bare、some。',
    )
  })
  it('one file for a paper', async () => {
    expect(await run('check', own, '--paper', 'notice')).toBe(`${own}可以用作公示。`)
    const wrong = papersCommand(['check', own, '--paper', 'decision'])
    await expect(wrong).rejects.toThrow(WrongFile)
    await expect(wrong).rejects.toThrow(`${own}：缺少{{文号}}（决定的文号），命名决定不能没有，请补上。`)
    await expect(papersCommand(['check', `${own}x`, '--paper', 'notice'])).rejects.toThrow('无法读取文件')
  })
})

it.each([[], ['list', 'x'], ['show'], ['template', 'notice'], ['check'], ['check', 'a', '--out', 'b'], ['other']])(
  'says how it is typed where it is typed otherwise: %s',
  async (...args) => {
    await expect(papersCommand(args)).rejects.toThrow(Sentence)
    await expect(papersCommand(args)).rejects.toThrow('用法：npm run shifan -- papers')
  },
)
it('says which papers there are where it was none of them', async () => {
  await expect(papersCommand(['show', 'gongshi'])).rejects.toThrow('没有文书“gongshi”，现有call、notice、')
})
