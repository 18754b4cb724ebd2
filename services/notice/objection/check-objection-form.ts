import { z } from 'zod/mini'
import { longText, wrongFields } from '#contracts/forms.ts'
import { contactOf, objectorName } from '#contracts/personal/objector-fields.ts'
import { shownName, trimmedName, whyNoFileName } from '#evidence/file-name.ts'
import { type Budget, forPublicForm } from '#evidence/inside/budget.ts'
import { saidFault } from '#evidence/inside/fault.ts'
import { lookInto } from '#evidence/inside/look-into.ts'
import { KINDS, kindOfName, notKept } from '#evidence/kinds.ts'
import { saidSize } from '#evidence/said-size.ts'
import { type Attachments, objectOf } from './attachments.ts'
import type { Attached } from './objection-content.ts'
import type { SentForm, Upload } from './read-form.ts'

export const MOST_FILES = 3
/** A function takes 6 MB at once, and a body travels in base64: 4 MB of files leave room for the text. */
export const MOST_BYTES = 4 * 1024 * 1024

/** The form as it was filled in; what is shown again when something is wrong. */
export type Filled = {
  readonly key: string
  readonly about: string
  readonly identity: string
  readonly name: string
  readonly contact: string
  readonly summary: string
  readonly files: readonly Attached[]
}
export type Wrong = Readonly<Record<string, string>>

const fields = {
  about: z.string().check(z.minLength(1, '请选择对哪个单位提出异议')),
  summary: longText('异议内容', 3000, { says: 'account' }),
  identity: z.enum(['named', 'anonymous'], { error: '请选择实名或匿名' }),
}
const anonymous = z.object(fields)
const named = z.object({
  ...fields,
  name: objectorName('姓名', 30, 'chooses'),
  contact: contactOf('联系方式', 60, 'chooses'),
})

const click = /^[!-~]{8,80}$/
/** Browsers send line ends as CR LF, which counts double and changes a text's digest. */
const unix = (value: string): string => value.replace(/\r\n?/g, '\n').trim()

/** Reads the form, keeps its files, and says of every field what is wrong with it. */
export async function checkObjectionForm(
  sent: SentForm,
  attachments: Attachments,
  newKey: () => string,
): Promise<{ filled: Filled; wrong: Wrong }> {
  const key = keyIn(sent, newKey)
  const { kept, wrong } = await keepFiles(key, sent, attachments)
  const filled = filledIn(sent, kept, () => key)
  const form = filled.identity === 'named' ? named : anonymous
  return { filled, wrong: { ...wrongFields(form, filled), ...(wrong && { files: wrong }) } }
}

const keyIn = (sent: SentForm, newKey: () => string): string => {
  const key = sent.value('key')
  return click.test(key) ? key : newKey()
}

/** What was typed; a click id that is none is replaced. */
export function filledIn(sent: SentForm, files: readonly Attached[], newKey: () => string): Filled {
  return {
    key: keyIn(sent, newKey),
    about: sent.value('about'),
    identity: sent.value('identity'),
    name: sent.value('name').trim(),
    contact: sent.value('contact').trim(),
    summary: unix(sent.value('summary')),
    files,
  }
}

/** Good files stay although something else is wrong: a browser cannot be made to choose them again. */
async function keepFiles(
  form: string,
  sent: SentForm,
  attachments: Attachments,
): Promise<{ kept: readonly Attached[]; wrong?: string }> {
  const { files: before, refused: gone } = await filesKeptBefore(form, sent.values('kept'), attachments)
  const bytes = sent.uploads.reduce((sum, upload) => sum + upload.bytes.length, 0)
  const count = sent.values('kept').length + sent.uploads.length
  if (count > MOST_FILES) return { kept: before, wrong: `最多附${MOST_FILES}个文件，收到${count}个；请重新选择。` }
  if (bytes > MOST_BYTES) {
    const each = sent.uploads.map((upload) => `“${upload.name}”${saidSize(upload.bytes.length)}`).join('、')
    const wrong = `文件合计不能超过${saidSize(MOST_BYTES)}，收到${saidSize(bytes)}（${each}）；请减少文件，或压缩后重新选择。`
    return { kept: before, wrong }
  }
  const kept = [...before]
  const refused = [...gone]
  const budget = forPublicForm()
  for (const upload of sent.uploads) {
    const file = await keep(form, upload, attachments, budget)
    if (typeof file === 'string') refused.push(file)
    else {
      // The same bytes again are one file, under the name that they were sent with last.
      const same = kept.findIndex(({ sha256 }) => sha256 === file.sha256)
      if (same < 0) kept.push(file)
      else kept[same] = file
    }
  }
  return { kept, ...(refused.length > 0 && { wrong: refused.join(' ') }) }
}

/** The file as it is kept, or why it is not. */
async function keep(
  form: string,
  { name: sent, bytes }: Upload,
  attachments: Pick<Attachments, 'put'>,
  budget: Budget,
): Promise<Attached | string> {
  const name = trimmedName(sent.split(/[\\/]/).at(-1) ?? '') || '未命名'
  const no = whyNoFileName(name)
  if (no) return `“${shownName(name)}”不能提交：${no}。`
  if (bytes.length === 0) return `“${name}”是空文件（0字节）；请打开核对后重新选择。`
  const label = kindOfName(name)
  if (!label) return notKept(name)
  const { kind, fault } = await lookInto(async (from, to) => bytes.subarray(from, to), bytes.length, label, budget)
  if (fault) return saidFault(name, fault)
  const { contentType } = KINDS[kind]
  const sha256 = await attachments.put(form, bytes, contentType)
  return { from: 'attachments', sha256, object: objectOf(form, sha256), name, contentType }
}

/**
 * What an earlier answer of ours put into the form, as `<sha256> <kind> <name>`: only what the same form has sent. Anybody
 * may write there, so the name is judged again and the kind is what was kept.
 */
async function filesKeptBefore(
  form: string,
  values: readonly string[],
  attachments: Pick<Attachments, 'typeOf'>,
): Promise<{ files: readonly Attached[]; refused: readonly string[] }> {
  const files = new Map<string, Attached>()
  const refused: string[] = []
  for (const value of values.slice(0, MOST_FILES)) {
    const { sha256 = '', sent = '' } = fileSaid(value) ?? {}
    const name = trimmedName(sent)
    const no = sha256 && whyNoFileName(name)
    const contentType = sha256 && !no ? await attachments.typeOf(form, sha256) : undefined
    if (no) refused.push(`“${shownName(name)}”不能提交：${no}。`)
    else if (!contentType) refused.push(`${name ? `“${shownName(name)}”` : '先前选择的文件'}没有收到；请重新选择。`)
    else if (!kindOfName(name)) refused.push(notKept(name))
    else files.set(sha256, { from: 'attachments', sha256, object: objectOf(form, sha256), name, contentType })
  }
  return { files: [...files.values()], refused }
}

const fileSaid = (value: string) => {
  const [, sha256, kind = '', sent = ''] = /^([0-9a-f]{64}) ([a-z]+) (.*)$/su.exec(value.toWellFormed()) ?? []
  return sha256 ? { sha256, kind, sent } : undefined
}

/** What a form says that was kept of it, as it says so, to be shown again and looked for when the form comes back. */
export const filesSaid = (values: readonly string[]): readonly Attached[] =>
  values.slice(0, MOST_FILES).flatMap((value) => {
    const { sha256, kind, sent } = fileSaid(value) ?? {}
    const known = Object.entries(KINDS).find(([name]) => name === kind)?.[1]
    const name = sent && trimmedName(sent)
    return sha256 && known && name && !whyNoFileName(name)
      ? [{ from: 'attachments' as const, sha256, name, contentType: known.contentType }]
      : []
  })
