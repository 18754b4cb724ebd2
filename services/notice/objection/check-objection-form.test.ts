import { beforeEach, expect, it } from 'vitest'
import { buildZip } from '#evidence/fixtures/build-files.ts'
import { files } from '#evidence/fixtures/sample-files.ts'
import { type Attachments, objectOf, sha256Of } from './attachments.ts'
import { checkObjectionForm } from './check-objection-form.ts'
import { memoryAttachments } from './memory-attachments.ts'

const PICTURE = sha256Of(files.jpg)
const FORM = 'form-key-1'
const object = objectOf(FORM, PICTURE)
const words = { about: 'dazhuang', identity: 'anonymous', summary: '该镇未公开执法结果。' }
let attachments: Attachments
beforeEach(async () => {
  attachments = memoryAttachments()
  await attachments.put(FORM, files.jpg, 'image/jpeg')
})
/** What a form comes to that says it received these before, as `<sha256> <kind> <name>`. */
async function received(...kept: readonly string[]) {
  const sent: Record<string, readonly string[]> = { kept }
  for (const [field, value] of Object.entries(words)) sent[field] = [value]
  const values = (name: string) => sent[name] ?? []
  const form = { values, value: (name: string) => values(name)[0] ?? '', uploads: [] }
  const { filled, wrong } = await checkObjectionForm(form, attachments, () => FORM)
  return { files: filled.files, wrong: wrong.files }
}

it('takes what it was given before, under its name', async () => {
  expect(await received(`${PICTURE} jpg 现场.jpg`)).toEqual({
    files: [{ from: 'attachments', sha256: PICTURE, object, name: '现场.jpg', contentType: 'image/jpeg' }],
    wrong: undefined,
  })
})

it.each([
  [
    'that turns the direction',
    'pdf 甲\u202efdp.exe',
    '“甲□fdp.exe”不能提交：文件名中有不能使用的字符（看不见的控制字符）',
  ],
  ['with the end of a line in it', 'jpg 甲\n乙.jpg', '“甲□乙.jpg”不能提交：文件名中有不能使用的字符'],
  ['with a control character in it', 'jpg 甲\u0007乙.jpg', '“甲□乙.jpg”不能提交：文件名中有不能使用的字符'],
  ['of a kind that is not kept', 'jpg 清单.exe', '系统不接收“.exe”类型的文件'],
  ['of no kind', 'jpg 清单', '系统不接收没有扩展名的文件'],
  ['that is part of a path', 'jpg ../甲.jpg', '文件名中有不能使用的字符（“/”）'],
  ['that is an ending alone', 'jpg .jpg', '文件没有名称'],
  ['too long', `jpg ${'长'.repeat(260)}.jpg`, '文件名有264字，最多255字'],
])('refuses a name %s, and keeps the others', async (_, said, why) => {
  const { files: taken, wrong } = await received(`${PICTURE} jpg 现场.jpg`, `${PICTURE} ${said}`)
  expect(wrong).toContain(why)
  expect(taken.map(({ name }) => name)).toEqual(['现场.jpg'])
})

it.each([
  ['what is not here', `${'a'.repeat(64)} pdf 别人的.pdf`, '“别人的.pdf”没有收到；请重新选择。'],
  ['what we never wrote', '不是我们写的', '先前选择的文件没有收到；请重新选择。'],
])('says of %s that it was not received', async (_, kept, wrong) => {
  expect(await received(kept)).toEqual({ files: [], wrong })
})

it('takes the kind of the bytes as kept, whatever the form says', async () => {
  expect((await received(`${PICTURE} pdf 现场.pdf`)).files).toMatchObject([
    { name: '现场.pdf', contentType: 'image/jpeg' },
  ])
})

it('counts every one, and takes the same bytes once', async () => {
  const four = Array.from({ length: 4 }, (_, i) => `${PICTURE} jpg 现场${i}.jpg`)
  expect((await received(...four)).wrong).toContain('最多附3个文件，收到4个')
  expect((await received(...four.slice(0, 2))).files).toMatchObject([{ name: '现场1.jpg' }])
})

it.each(['无', '———', '同上', '#N/A', '。'])('refuses %j as the contact of somebody who is named', async (contact) => {
  const sent: Record<string, string> = { ...words, identity: 'named', name: '王伟', contact }
  const form = {
    values: (name: string) => [sent[name] ?? ''].filter(Boolean),
    value: (name: string) => sent[name] ?? '',
  }
  const { wrong } = await checkObjectionForm({ ...form, uploads: [] }, attachments, () => FORM)
  expect(wrong).toEqual({ contact: expect.stringMatching(/^“.+”.+联系方式；请填写联系方式$/) })
})

it('refuses an archive that unpacks to far too much, and keeps the text and the other file', async () => {
  const zeros = Buffer.concat([files.pdf, Buffer.alloc(30 * 1024 * 1024)])
  const bytes = buildZip(['一.pdf', '二.pdf', '三.pdf'].map((name) => ({ name, data: zeros, method: 8 })))
  const uploads = [
    { name: '材料.zip', bytes },
    { name: '现场.jpg', bytes: files.jpg },
  ]
  const sent: Record<string, string> = words
  const value = (name: string) => sent[name] ?? ''
  const form = { value, values: (name: string) => [value(name)].filter(Boolean), uploads }
  const { filled, wrong } = await checkObjectionForm(form, attachments, () => FORM)
  expect(wrong).toEqual({
    files: expect.stringMatching(/^“材料.zip”里面的内容太多：.+超过64MB，.+；.+不附这个文件的，现在就可以提交.+。$/),
  })
  expect(filled).toMatchObject({ ...words, files: [{ name: '现场.jpg' }] })
})
