/** A county’s own form says what the product’s says: begun from it and filled in with the same, they differ in nothing. */
import { Packer } from 'docx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PAPER_FORMS } from '#papers/all-forms.ts'
import { templateOf } from '#papers/as-template.ts'
import { filled } from '#papers/fill-in.ts'
import type { Paper } from '#papers/paper.ts'
import type { Fields, PaperForm } from '#papers/paper-form.ts'
import type { PlainValues } from '#papers/paper-values.ts'
import { fillTemplate } from '#papers/template/fill-template.ts'
import { readWord } from './fixtures/read-word.ts'
import { wordPaper } from './word-paper.ts'

const wordOf = async (paper: Paper) => readWord(await Packer.toBuffer(wordPaper(paper)))
const templates = new Map<string, Promise<Buffer>>()
const templateFile = (form: PaperForm): Promise<Buffer> => {
  const made = templates.get(form.name) ?? Packer.toBuffer(wordPaper(templateOf(form)))
  templates.set(form.name, made)
  return made
}

const value = fc.oneof(
  fc.constant(''),
  fc.constantFrom(
    '大庄镇人民政府',
    '泗政〔2018〕22号',
    '第一段。\n\n　　第二段。',
    'A<B>&"C"',
    '{{标题}}',
    '𠮷野\uE123\u0007',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)
const valuesOf = (fields: Fields): fc.Arbitrary<PlainValues> =>
  fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        field.kind === 'list'
          ? fc.array(fc.record(Object.fromEntries(Object.keys(field.of).map((column) => [column, value]))), {
              minLength: 1,
              maxLength: 4,
            })
          : value,
      ]),
    ),
  )
/** What no file can hold is in none. */
const legal = (text: string) =>
  text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
const said = (lines: readonly string[]) =>
  lines
    .flatMap((line) => legal(line).split('\n'))
    .map((line) => line.trim())
    .filter(Boolean)
/** The lines of a foot are one there. */
const margins = ({ header, footer }: Awaited<ReturnType<typeof readWord>>) =>
  legal(`${header}|${footer}`).replaceAll(/\s/g, '')
const inTables = (tables: Awaited<ReturnType<typeof readWord>>['tables']) =>
  tables.map((table) => table.map((row) => row.map((cell) => said(cell.split('\n')))))

describe.each(Object.values(PAPER_FORMS))('$title', (form) => {
  it('says in a form begun from the product’s what the product’s says', async () => {
    const template = await templateFile(form)
    await fc.assert(
      fc.asyncProperty(valuesOf(form.fields), fc.subarray(['送审稿', '演练']), async (values, marks) => {
        const paper = filled(form, values as never, { name: '文书', marks })
        const own = await readWord(
          Buffer.from(fillTemplate(template, { name: '文书', unit: '泗县人民政府' }, paper.of?.values ?? {})),
        )
        const built = await wordOf(paper)
        expect(said(own.words)).toEqual(said(built.words))
        expect(inTables(own.tables)).toEqual(inTables(built.tables))
        expect(margins(own)).toBe(margins(built))
        expect(own.parts.get('docProps/core.xml')).not.toContain('{{')
      }),
      { numRuns: 8 },
    )
  })
})
