import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { docWithMacros, docx, xlsWithMacros } from '../fixtures/refused-files.ts'
import { compound, files, zip } from '../fixtures/sample-files.ts'
import { KINDS, type Kind, kindOfName, notKept } from '../kinds.ts'
import { forUpload } from './budget.ts'
import { lookInto } from './look-into.ts'

const look = (bytes: Uint8Array, label?: Kind) =>
  lookInto(async (from, to) => bytes.slice(from, to), bytes.length, label, forUpload())
const kindOf = async (bytes: Uint8Array, label?: Kind) => (await look(bytes, label)).kind

describe('by bytes', () => {
  it.each(Object.entries(files))('%s', async (name, bytes) => {
    expect(await kindOf(bytes, kindOfName(`材料.${name}`))).toBe(name)
  })

  it('a name decides only between kinds whose bytes are alike', async () => {
    expect(await kindOf(files.doc, 'wps')).toBe('wps')
    expect(await kindOf(files.doc, 'et')).toBe('doc')
    expect(await kindOf(files.doc, 'pdf')).toBe('doc')
    expect(await kindOf(files.docx, 'zip')).toBe('docx')
  })

  it('finds a package by the directory at its end', async () => {
    const big = zip(['说明/大图.bin', 'word/document.xml'], 200_000)
    expect(await kindOf(big, 'docx')).toBe('docx')
  })

  it('knows slides, pictures of phones, programs and texts for what is not kept', async () => {
    expect(await kindOf(zip(['[Content_Types].xml', 'ppt/presentation.xml']), 'docx')).toBeUndefined()
    expect(await kindOf(compound('PowerPoint Document'), 'doc')).toBeUndefined()
    expect(await kindOf(Buffer.from('\0\0\0\x18ftypheic', 'latin1'), 'jpg')).toBeUndefined()
    expect(await kindOf(Buffer.from('MZ\x90\0', 'latin1'), 'pdf')).toBeUndefined()
    expect(await kindOf(Buffer.from('<html>'), 'pdf')).toBeUndefined()
  })

  it('answers on any bytes', async () => {
    const heads = Object.values(files).map((bytes) => bytes.slice(0, 64))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(new Uint8Array(), ...heads),
        fc.uint8Array({ maxLength: 900 }),
        async (head, rest) => {
          const kind = await kindOf(Buffer.concat([head, rest]))
          expect(kind === undefined || kind in KINDS).toBe(true)
        },
      ),
    )
  })
})

describe('of bytes that somebody changed', () => {
  it('answers as well, and holds no more than they say', async () => {
    const whole = [
      docx([{ name: 'word/a.doc', data: docWithMacros, method: 8 }]),
      docWithMacros,
      xlsWithMacros,
      files.ofd,
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        async (bytes, changes, cut) => {
          const changed = Buffer.from(bytes.subarray(0, bytes.length - (cut % 40)))
          for (const [at, byte] of changes) changed[at % changed.length] = byte
          const { kind, fault } = await look(changed)
          expect(kind === undefined).toBe(fault !== undefined)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('by name', () => {
  it('knows what is kept, in any case and spelling', () => {
    expect(kindOfName('普法责任清单.PDF')).toBe('pdf')
    expect(kindOfName('a.b.jpeg')).toBe('jpg')
    expect(kindOfName('扫描.tiff')).toBe('tif')
    expect(kindOfName('toString')).toBeUndefined()
    expect(kindOfName('a.constructor')).toBeUndefined()
  })

  it('says what to save any other as', () => {
    expect(notKept('汇报.pptx')).toContain('另存为PDF')
    expect(notKept('现场.heic')).toContain('JPG')
    expect(notKept('材料.rar')).toContain('ZIP')
    expect(notKept('录像.avi')).toContain('MP4')
    expect(notKept('名单.csv')).toContain('XLSX')
    expect(notKept('材料')).toContain('没有扩展名')
  })
})
