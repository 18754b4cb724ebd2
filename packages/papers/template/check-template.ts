/** What is wrong with a county's own form for a paper, in sentences for whoever made it. */
import { forUpload } from '#evidence/inside/budget.ts'
import { kindOfFile } from '#evidence/inside/kind-of-file.ts'
import { inMemory } from '#evidence/inside/reading.ts'
import { KINDS } from '#evidence/kinds.ts'
import type { PaperForm } from '../paper-form.ts'
import { type Opened, openTemplate } from './open-template.ts'
import { saidFaults } from './template-faults.ts'
import { problemsOfFields } from './template-fields.ts'

/** Each is sent to whoever makes that paper; a form with its coat of arms has a tenth of that. */
const MOST_BYTES = 1024 * 1024
const SAVE_AS = '请在Word或WPS中打开，另存为“Word 文档（*.docx）”'

/** Nothing, where papers can be made of it. */
export async function problemsOfTemplate(file: Buffer, form: PaperForm): Promise<readonly string[]> {
  if (file.length > MOST_BYTES)
    return [`有${(file.length / MOST_BYTES).toFixed(1)}MB，不能超过1MB；请压缩其中的图片后重新保存。`]
  const found = await kindOfFile(inMemory(file, forUpload()), 'docx')
  if (found.kind === undefined && found.locked) return ['设有打开密码；请取消密码后重新保存。']
  if (found.kind !== 'docx') {
    const is = found.kind ? KINDS[found.kind].title : found.known?.title
    return [`不是.docx文件${is ? `，内容是${is}` : ''}；${SAVE_AS}。`]
  }
  let opened: Opened
  try {
    opened = openTemplate(file)
  } catch (error) {
    return saidFaults(error)
  }
  return [...problemsOfKeeping(opened), ...problemsOfFields(opened, form)]
}

/** What would stand in each paper without anybody having written it there. */
function problemsOfKeeping({ zip, parts }: Opened): readonly string[] {
  const has = (name: string, what: RegExp) => what.test(zip.file(name)?.asText() ?? '')
  return [
    ...(zip.file('word/vbaProject.bin') ? [`含有宏；${SAVE_AS}，不带宏。`] : []),
    ...(has('word/comments.xml', /<w:comment\b/) ? ['有批注，会印在每一份文书上；请删除全部批注后重新保存。'] : []),
    ...(parts.some((part) => has(part, /<w:(?:ins|del|moveFrom|moveTo)\b/))
      ? ['有没有处理的修订，会留在每一份文书上；请接受或者拒绝全部修订后重新保存。']
      : []),
  ]
}
