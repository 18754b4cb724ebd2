import { describe, expect, it } from 'vitest'
import { buildZip, type Part, sharing } from '../fixtures/build-files.ts'
import { docWithMacros, docx } from '../fixtures/refused-files.ts'
import { files } from '../fixtures/sample-files.ts'
import type { Kind } from '../kinds.ts'
import { type Budget, forPublicForm, forUpload } from './budget.ts'
import { streamsOf } from './compound-file.ts'
import { saidFault } from './fault.ts'
import { lookInto } from './look-into.ts'

const MB = 1024 * 1024
/** As a file of that name, and how many bytes were unpacked and entries looked at by then. */
async function look(name: string, label: Kind, bytes: Buffer, budget: Budget) {
  const spent = { bytes: 0, entries: 0 }
  const counted: Budget = {
    unpack(more) {
      budget.unpack(more)
      spent.bytes += more
    },
    enter(more) {
      budget.enter(more)
      spent.entries += more
    },
  }
  const { kind, fault } = await lookInto(async (from, to) => bytes.subarray(from, to), bytes.length, label, counted)
  return { said: fault ? saidFault(name, fault) : kind, spent }
}

/** A PDF of so many zeros, 1,000 times smaller as it is packed. */
const pdfOf = (size: number): Buffer => Buffer.concat([files.pdf, Buffer.alloc(size - files.pdf.length)])
const many = (count: number, part: Part, prefix = ''): Part[] =>
  Array.from({ length: count }, (_, i) => ({ ...part, name: `${prefix}${i}${String(part.name)}` }))

const FORM_BYTES =
  '“材料.zip”里面的内容太多：连同文档中嵌入的、同时选择的文件，展开后超过64MB，不能逐一核验；请去掉不需要的内容，或减少附件后重新选择；不附这个文件的，现在就可以提交，材料可以另行送来。'

describe('what is unpacked of one upload', () => {
  const deep = buildZip(
    many(6, {
      name: '.docx',
      data: docx(many(20, { name: '.pdf', data: pdfOf(30 * MB), method: 8 }, 'word/')),
      method: 8,
    }),
  )
  it('is counted over all depths, and stops with a sentence', async () => {
    const small = await look('材料.zip', 'zip', deep, forPublicForm())
    expect(small.said).toBe(FORM_BYTES)
    expect(small.spent.bytes).toBeLessThanOrEqual(64 * MB)
    const large = await look('材料.zip', 'zip', deep, forUpload())
    expect(large.said).toBe(
      '“材料.zip”里面的内容太多：连同文档中嵌入的文件，展开后超过600MB，不能逐一核验；请去掉不需要的内容，或分成几个文件后上传。',
    )
    expect(large.spent.bytes).toBeLessThanOrEqual(600 * MB)
  })
  it('is counted for first bytes, too, which may be a thousand times as long as they are packed', async () => {
    const zeros = sharing(300, { name: '零.txt', data: Buffer.alloc(MB), method: 8 })
    expect((await look('材料.zip', 'zip', zeros, forPublicForm())).said).toBe(FORM_BYTES)
  })
  it('is counted for what is not packed, which many entries may share', async () => {
    expect(
      (await look('材料.zip', 'zip', sharing(100, { name: '一.pdf', data: pdfOf(MB) }), forPublicForm())).said,
    ).toBe(FORM_BYTES)
  })
  it('is one sum for all files of a form', async () => {
    const budget = forPublicForm()
    const half = buildZip(many(2, { name: '.pdf', data: pdfOf(20 * MB), method: 8 }))
    expect((await look('一.zip', 'zip', half, budget)).said).toBe('zip')
    expect((await look('材料.zip', 'zip', half, budget)).said).toBe(FORM_BYTES)
    // What is small is taken all the same.
    expect((await look('三.docx', 'docx', docx(), budget)).said).toBe('docx')
  })
})

describe('the entries of one upload', () => {
  const full = docx(many(3000, { name: '.xml' }, 'word/'))
  it('are counted over all depths', async () => {
    const deep = buildZip(many(9, { name: '.docx', data: full, method: 8 }))
    expect((await look('材料.zip', 'zip', deep, forPublicForm())).said).toContain('同时选择的文件，超过6000个文件，')
    expect((await look('材料.zip', 'zip', deep, forUpload())).said).toContain('嵌入的文件，超过20000个文件，')
  })
  it('are counted where an archive may end, too', async () => {
    const ends = Buffer.concat([files.pdf, Buffer.alloc(60_000, 'PK\x05\x06')])
    const { said } = await look(
      '材料.zip',
      'zip',
      buildZip(many(3, { name: '.pdf', data: ends, method: 8 })),
      forPublicForm(),
    )
    expect(said).toContain('超过6000个文件')
  })
  it('of what people bring are fewer', async () => {
    const deep = buildZip(many(120, { name: '.docx', data: docx(many(30, { name: '.xml' }, 'word/')), method: 8 }))
    expect((await look('材料.zip', 'zip', deep, forPublicForm())).said).toBe('zip')
  })
})

it('a compound file whose chains lead behind its end is not looked for there', async () => {
  const doc = Buffer.from(docWithMacros)
  // The list of tables begins in a sector that says it is its own successor; the directory goes on in no sector at all.
  doc.writeUInt32LE(2, 68)
  const first = 512
  for (let at = 0; at < 512; at += 4) doc.writeUInt32LE(at === 508 ? 2 : 0x0ffffff0 + at, 3 * 512 + at)
  doc.writeUInt32LE(0xfffffff0, first + 4)
  let asked = 0
  const at = async (from: number, to: number) => {
    asked++
    return doc.subarray(from, to)
  }
  await streamsOf({ size: doc.length, at, budget: forUpload() })
  expect(asked).toBeLessThan(50)
})
