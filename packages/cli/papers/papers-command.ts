/** `shifan papers …`: what a county needs to have forms of its own for its papers 文书格式. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Packer } from 'docx'
import { PAPER_FORMS } from '#papers/all-forms.ts'
import { templateOf } from '#papers/as-template.ts'
import { fieldsOf, type PaperForm } from '#papers/paper-form.ts'
import { PAPER_NAMES } from '#papers/paper-values.ts'
import { problemsOfTemplate } from '#papers/template/check-template.ts'
import { WrongFile } from '#procedure/wrong-file.ts'
import { Sentence } from '#typed/sentence.ts'
import { countyNames } from '../../../infra/read-county.ts'
import { joined, readPapers } from '../../../infra/read-papers.ts'
import { wordPaper } from '../../../services/console/word/word-paper.ts'
import { table } from '../catalogue/table.ts'
import { root } from '../laptop/laptop.ts'
import { bytesOf, onlyOne, understood } from '../understood.ts'

const USAGE = `用法：npm run shifan -- papers 子命令
  list                          列出可以换成本县格式的文书
  show 文书                     一种文书的填写项
  template 文书 --out 文件      把系统的格式写成.docx，在它的基础上修改
  check 县名                    核对counties/县名/papers/中的全部文书格式
  check 文件 --paper 文书       核对一份文书格式`

/** @param at the folder that has `counties` @returns the exit code */
export async function papersCommand(args: string[], at: string = root): Promise<number> {
  console.log(await answer(args, at))
  return 0
}

async function answer([name, ...args]: string[], at: string): Promise<string> {
  const { values, positionals } = understood(args, USAGE, {
    options: { out: { type: 'string' }, paper: { type: 'string' } },
    allowPositionals: true,
  })
  const { out, paper } = values
  if (name === 'list' && args.length === 0) return list()
  if (name === 'show' && !out && !paper) return show(formOf(onlyOne(positionals, USAGE)))
  if (name === 'template' && out && !paper) return template(formOf(onlyOne(positionals, USAGE)), out)
  if (name === 'check' && paper && !out) return checkFile(onlyOne(positionals, USAGE), formOf(paper))
  if (name === 'check' && !out) return checkCounty(onlyOne(positionals, USAGE), at)
  throw new Sentence(USAGE)
}

/** @throws Sentence where there is no such paper */
function formOf(typed: string): PaperForm {
  const name = PAPER_NAMES.find((one) => one === typed)
  if (!name) throw new Sentence(`没有文书“${typed}”，现有${PAPER_NAMES.join('、')}。`)
  return PAPER_FORMS[name]
}

const list = (): string =>
  table([
    ['文书', '名称', '填写项', '名单'],
    ...Object.values(PAPER_FORMS).map((form) => {
      const fields = Object.entries(fieldsOf(form))
      const lists = fields.flatMap(([name, { kind }]) => (kind === 'list' ? [name] : []))
      return [form.name, form.title, `${fields.length - lists.length}项`, lists.join('、') || '—']
    }),
  ])

const MUST = '不能没有'
function show(form: PaperForm): string {
  const rows = Object.entries(fieldsOf(form)).flatMap(([name, field]) =>
    field.kind === 'list'
      ? [
          [`{{#${name}}}……{{/${name}}}`, field.must ? MUST : '', field.says],
          ...Object.entries(field.of).map(([column, { must, says }]) => [`  {{${column}}}`, must ? MUST : '', says]),
        ]
      : [[`{{${name}}}`, field.must ? MUST : '', field.says]],
  )
  return `${form.title}（${form.name}.docx）\n\n${table([['填写项', '', '内容'], ...rows])}\n
填写项可以写在正文、表格、页眉和页脚中，同一项可以写几处；内容有几段的，各成一段。
所在段落的填写项都没有内容的，这一段不印。名单写在表格的一行中：第一格开头写{{#……}}，最后一格末尾写{{/……}}，每个单位重复一行；不在表格中的，{{#……}}和{{/……}}各占一段，中间各段重复。`
}

async function template(form: PaperForm, out: string): Promise<string> {
  if (!/\.docx$/i.test(out)) throw new Sentence(`文件名应以.docx结尾，收到“${out}”。`)
  if (existsSync(out)) throw new Sentence(`${out}已经存在，没有覆盖；请换一个文件名，或者先移走原来的文件。`)
  const content = await Packer.toBuffer(wordPaper(templateOf(form)))
  try {
    writeFileSync(out, content)
  } catch (error) {
    throw new Sentence(`无法写入${out}（${error instanceof Error ? error.message : error}）；请核对路径。`)
  }
  return `已写入${out}。修改后存为counties/县名/papers/${form.name}.docx，用npm run shifan -- papers check 县名 核对，重新部署后启用。`
}

async function checkFile(path: string, form: PaperForm): Promise<string> {
  const problems = await problemsOfTemplate(bytesOf(path), form)
  if (problems.length > 0) throw new WrongFile(problems.map((one) => `${path}${joined(one)}`).join('\n'))
  return `${path}可以用作${form.title}。`
}

async function checkCounty(county: string, at: string): Promise<string> {
  const known = countyNames(at)
  if (!known.includes(county)) throw new Sentence(`没有counties/${county}.json，现有${known.join('、')}。`)
  const own = [...(await readPapers(county, at)).keys()].map((name) => PAPER_FORMS[name].title)
  return own.length > 0
    ? `${county}有${own.length}种文书使用本县的格式：${own.join('、')}；其余使用系统的格式。`
    : `${county}没有本县的文书格式（${join('counties', county, 'papers')}），全部使用系统的格式。`
}
