import { describe, expect, it } from 'vitest'
import { buildCompound, buildZip } from '../fixtures/build-files.ts'
import {
  archive,
  docWithMacros,
  docx,
  elf,
  jpg,
  lockedDoc,
  lockedOffice,
  lockedPdf,
  lockedPdfOfStream,
  oldMacros,
  program,
  smallOldMacros,
  xls,
  xlsWithMacros,
  zipWith,
} from '../fixtures/refused-files.ts'
import { files } from '../fixtures/sample-files.ts'
import { kindOfName } from '../kinds.ts'
import { forUpload } from './budget.ts'
import { saidFault } from './fault.ts'
import { lookInto } from './look-into.ts'

const both = (...all: readonly (Buffer | string)[]): Buffer =>
  Buffer.concat(all.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : one)))
async function said(name: string, bytes: Uint8Array): Promise<string> {
  const { kind, fault } = await lookInto(
    async (from, to) => bytes.slice(from, to),
    bytes.length,
    kindOfName(name),
    forUpload(),
  )
  return fault ? saidFault(name, fault) : kind
}
const REMEDY_TWO = '请用原软件打开，另存为新文件后上传；夹带的内容确是材料的，请单独上传。'
const REMEDY_MACRO = '请在Word、Excel或WPS中另存为不带宏的DOCX、XLSX，或输出为PDF后上传。'
const REMEDY_PASSWORD = '请在原软件中取消密码和限制，另存后上传。'
const lockedAs = (title: string) =>
  `是加了密码或使用限制的${title}，审核人可能无法打开，归档后也无法长期保存；${REMEDY_PASSWORD}`
const two = (first: string, second: string) => `同时是两种文件：既是${first}，又夹带着${second}；${REMEDY_TWO}`

describe('two kinds at once', () => {
  it.each<[string, Buffer, string]>([
    ['清单.pdf', both(files.pdf, archive), two('PDF', 'ZIP压缩包')],
    ['清单.pdf', both(files.pdf, archive, 'tail of something else'), two('PDF', 'ZIP压缩包')],
    ['照片.jpg', both(jpg, archive), two('JPG', 'ZIP压缩包')],
    ['照片.jpg', both(jpg, buildZip([{ name: 'META-INF/MANIFEST.MF' }, { name: 'A.class' }])), two('JPG', 'ZIP压缩包')],
    ['照片.jpg', both(jpg, 'Rar!\x1a\x07\x01\0'), two('JPG', 'RAR压缩包')],
    ['扫描.png', both(files.png, '7z\xbc\xaf\x27\x1c\0\x04'), two('PNG', '7Z压缩包')],
    ['扫描.png', both(files.png, '<html><body onload=x>'), two('PNG', '网页代码')],
    ['扫描.tif', both(files.tif, 'x'.repeat(5_000_000), '<SCRIPT src=x>'), two('TIF', '网页代码')],
    ['照片.jpg', both(jpg, '<?php eval(x)'), two('JPG', '网页代码')],
    ['照片.jpg', both(files.jpg, files.pdf), two('JPG', 'PDF')],
    ['录像.mp4', both(files.mp4, archive), two('MP4', 'ZIP压缩包')],
    ['清单.pdf', both(program, files.pdf), two('Windows程序', 'PDF')],
    ['清单.pdf', both('GIF89a', files.pdf), two('GIF图片', 'PDF')],
    ['清单.pdf', both('junk <script>alert(1)</script>', files.pdf), two('PDF', '网页代码')],
    ['总结.doc', both(files.doc, archive), two('DOC', 'ZIP压缩包')],
    ['材料.zip', both(archive, archive), two('ZIP', '另一个压缩包或文件')],
    ['材料.zip', both(archive, 'behind'), two('ZIP', '末尾的另一个文件')],
    ['材料.zip', buildZip([{ name: `一${'%PDF-1.4'}.txt`, data: 'x' }]), two('ZIP', 'PDF')],
    ['总结.docx', docx([{ name: 'xl/workbook.xml', data: '<x/>' }]), two('DOCX', 'XLSX')],
    ['公文.ofd', buildZip([{ name: 'OFD.xml' }, { name: 'word/document.xml' }]), two('OFD', 'DOCX')],
  ])('%s %#', async (name, bytes, why) => {
    expect(await said(name, bytes)).toBe(`“${name}”${why}`)
  })
})

const VBA = '<Types><Override PartName="/a.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
/** A document with these lists of types. */
const typed = (...lists: readonly (Buffer | string)[]): Buffer =>
  buildZip([
    ...lists.map((data, i) => ({ name: i === 0 ? '[Content_Types].xml' : '[content_types].XML', data, method: 8 })),
    { name: 'word/document.xml', data: '<w:document/>' },
  ])

describe('macros', () => {
  it.each<[string, Buffer | string]>([
    ['too long', Buffer.concat([Buffer.alloc(4 * 1024 * 1024 + 1, ' '), Buffer.from(VBA)])],
    ['in a code page', `<?xml version="1.0" encoding="UTF-7"?>${VBA.replace('vbaP', 'vba+AFA-')}`],
    ['with pieces of its own', `<!DOCTYPE a [<!ENTITY p "P">]>${VBA.replace('vbaP', 'vba&p;')}`],
    ['no text at all', Buffer.from([0x4c, 0x6f, 0xa7, 0x94])],
  ])('a list of types that is %s is not guessed at', async (_, list) => {
    expect(await said('总结.docx', typed(list))).toBe(
      '“总结.docx”是DOCX，但“[Content_Types].xml”写得不合规范，不能核对有没有宏，可能已经损坏或者没有复制完整；请用原软件打开核对，另存或重新压缩后上传。',
    )
  })
  it('a list of types is taken as it may be written', async () => {
    const list = '<?xml version="1.0" encoding="UTF-16"?><Types/>'
    expect(await said('总结.docx', typed(Buffer.from(`\ufeff${list}`, 'utf16le')))).toBe('docx')
    expect(await said('总结.docx', typed(list.replace('16', '8')))).toBe('docx')
  })
  const macros = (title: string) => `是带有宏（会自动运行的程序）的${title}文档；${REMEDY_MACRO}`
  it.each<[string, Buffer, string]>([
    ['总结.docx', docx([{ name: 'word/vbaProject.bin', data: 'x' }]), macros('DOCX')],
    ['总结.docx', docx([], 'application/vnd.ms-word.document.macroEnabled.main+xml'), macros('DOCX')],
    ['总结.docx', docx([{ name: 'word/a.bin', data: 'x' }], 'application/vnd.ms-office.vbaProject'), macros('DOCX')],
    ['名单.xlsx', buildZip([{ name: 'xl/workbook.xml' }, { name: 'xl/macrosheets/sheet1.xml' }]), macros('XLSX')],
    ['名单.xlsx', buildZip([{ name: 'xl/workbook.xml' }, { name: 'xl/JSAProject.bin' }]), macros('XLSX')],
    ...[
      typed(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(VBA, 'utf16le')])),
      typed(Buffer.from(VBA, 'utf16le')),
      typed(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(VBA, 'utf16le').swap16()])),
      typed(VBA.replace('vbaP', 'vba&#80;')),
      typed(VBA.replace('vbaP', 'vba&#x00000050;')),
      typed('<Types/>', VBA),
      typed(VBA, '<Types/>'),
    ].map((bytes): [string, Buffer, string] => ['总结.docx', bytes, macros('DOCX')]),
    ...[
      buildCompound([{ name: 'Workbook', data: oldMacros() }]),
      buildCompound([{ name: 'Book', data: oldMacros(true) }]),
      smallOldMacros(),
    ].map((bytes): [string, Buffer, string] => ['名单.xls', bytes, macros('XLS')]),
    ['总结.doc', docWithMacros, macros('DOC')],
    ['名单.xls', xlsWithMacros, macros('XLS')],
    [
      '材料.zip',
      zipWith({ name: '表/名单.xlsm', data: 'x' }),
      '里面的“名单.xlsm”是带有宏（会自动运行的程序）的Office文档；请在Word、Excel或WPS中另存为不带宏的DOCX、XLSX，或输出为PDF，再重新压缩后上传。',
    ],
    [
      '材料.zip',
      zipWith({ name: '总结.docx', data: docx([{ name: 'word/vbaProject.bin', data: 'x' }]), method: 8 }),
      '里面的“总结.docx”是带有宏（会自动运行的程序）的DOCX文档；请在Word、Excel或WPS中另存为不带宏的DOCX、XLSX，或输出为PDF，再重新压缩后上传。',
    ],
    [
      '总结.docx',
      docx([{ name: 'word/embeddings/a.doc', data: docWithMacros, method: 8 }]),
      '里面的“a.doc”是带有宏（会自动运行的程序）的DOC文档；请在文档中删去它，另存后上传。',
    ],
  ])('%s %#', async (name, bytes, why) => {
    expect(await said(name, bytes)).toBe(`“${name}”${why}`)
  })
})

describe('programs in archives', () => {
  const programs = (title: string, names: string) =>
    `是${title}，里面有程序：${names}；材料中不能有程序，请删去，重新保存或压缩后上传。`
  it.each([
    ...['exe', 'bat', 'js', 'vbs', 'scr', 'lnk', 'ps1', 'msi', 'jar', 'hta', 'com', 'cmd', 'apk', 'EXE', 'exe. '],
    ...[
      'xll',
      'wll',
      'msc',
      'ws',
      'wsc',
      'sct',
      'iqy',
      'settingcontent-ms',
      'appref-ms',
      'rdp',
      'ocx',
      'job',
      'desktop',
    ],
    ...['crx', 'deb', 'rpm', 'php', 'jsp', 'aspx', 'pl', 'pyw', 'drv', 'msu', 'mst', 'appinstaller', 'diagcab', 'jnlp'],
  ])('.%s by its name', async (extension) => {
    const bytes = zipWith({ name: `工具/安装.${extension}`, data: 'x' })
    expect(await said('材料.zip', bytes)).toBe(`“材料.zip”${programs('ZIP压缩包', `“安装.${extension}”`)}`)
  })
  it.each<[string, Buffer]>([
    ['stored', zipWith({ name: '说明.pdf', data: program })],
    ['deflated', zipWith({ name: '说明.pdf', data: both(program, Buffer.alloc(90_000)), method: 8 })],
    ['ELF', zipWith({ name: '说明.pdf', data: elf, method: 8 })],
    ['a script of a shell', zipWith({ name: '说明.pdf', data: '#!/bin/sh\nrm x', method: 8 })],
    ['a shortcut', zipWith({ name: '说明.pdf', data: both('\x4c\0\0\0\x01\x14\x02\0', Buffer.alloc(68)) })],
  ])('by its content: %s', async (_, bytes) => {
    expect(await said('材料.zip', bytes)).toBe(`“材料.zip”${programs('ZIP压缩包', '“说明.pdf”')}`)
  })
  it('in a document, and several of them', async () => {
    const exe = (name: string) => ({ name: `word/embeddings/${name}`, data: program })
    expect(await said('总结.docx', docx([exe('oleObject1.bin')]))).toBe(
      `“总结.docx”${programs('DOCX文档', '“oleObject1.bin”')}`,
    )
    const many = ['a.exe', 'b.exe', 'c.exe', 'd.exe'].map((name) => ({ name, data: 'x' }))
    expect(await said('材料.zip', zipWith(...many))).toContain('里面有程序：“a.exe”、“b.exe”、“c.exe”等4个')
  })
  it('whose name is turned round, or leaves the folder', async () => {
    expect(await said('材料.zip', zipWith({ name: '合同\u202egpj.exe', data: 'x' }))).toContain(
      '里面有程序：“合同□gpj.exe”',
    )
    expect(await said('材料.zip', zipWith({ name: '合同\u202efdp.txt', data: 'x' }))).toContain('里面有程序')
    for (const name of ['../../a.pdf', 'C:\\a.pdf', '/etc/a.pdf'])
      expect(await said('材料.zip', zipWith({ name, data: 'x' }))).toContain('会解压到别的文件夹；请重新压缩后上传。')
  })
  it.each([
    ['full-width letters', 'x.ｅｘｅ', 'x.ｅｘｅ'],
    ['a full-width stop', 'x．exe', 'x．exe'],
    ['what has no width', 'x.ex\u200be', 'x.ex□e'],
    ['a joiner behind it', 'x.exe\u2060', 'x.exe□'],
    ['a stream of Windows', 'x.exe:a', 'x.exe:a'],
    ['a stream that is a program', 'x.txt:a.exe', 'x.txt:a.exe'],
    ['an unbroken blank behind it', 'x.exe\u00a0', 'x.exe\u00a0'],
  ])('by a name that hides its ending behind %s', async (_, name, shown) => {
    const bytes = zipWith({ name: `工具/${name}`, data: 'x' })
    expect(await said('材料.zip', bytes)).toBe(`“材料.zip”${programs('ZIP压缩包', `“${shown}”`)}`)
  })
  it.each([
    ...['ace', 'wim', '001', '012', 'z01', 'r00', 'tbz2', 'txz', 'tzst', 'lz', 'lzma', 'zipx', 'cpio', 'egg', 'alz'],
    ...['dmg', 'vmdk', 'ｚｉｐ', 'ra\u200br', 'zip:a'],
  ])('an archive within an archive, by its ending .%s', async (ending) => {
    const bytes = zipWith({ name: `附件.${ending}`, data: 'x' })
    expect(await said('材料.zip', bytes)).toContain('是ZIP压缩包，里面还有压缩包：“附件.')
  })
  it('an archive within an archive cannot be looked into', async () => {
    const why = (name: string) =>
      `“材料.zip”是ZIP压缩包，里面还有压缩包：“${name}”；请全部解压，重新压缩为一个ZIP后上传。`
    expect(await said('材料.zip', zipWith({ name: '附件.rar', data: 'x' }))).toBe(why('附件.rar'))
    expect(await said('材料.zip', zipWith({ name: '附件.dat', data: archive, method: 8 }))).toBe(why('附件.dat'))
    expect(await said('材料.zip', zipWith({ name: '附件.dat', data: 'Rar!\x1a\x07\0' }))).toBe(why('附件.dat'))
  })
})

describe('passwords', () => {
  it.each<[string, Buffer, string]>([
    ['清单.pdf', lockedPdf, 'PDF'],
    ['清单.pdf', lockedPdfOfStream, 'PDF'],
    ...[
      '/#45ncrypt 7 0 R',
      '/Encr#79#70t\r\n7 0 R',
      '/#45#6E#63#72#79#70#74<</Filter/Standard>>',
      '/Encrypt % x\n7 0 R',
      '/Encrypt%x\r<< >>',
      '/Encrypt\0\f7 0 R',
      `/Encrypt${' '.repeat(5000)}7 0 R`,
    ].map((said): [string, Buffer, string] => [
      '清单.pdf',
      both(files.pdf, 'trailer\n<< /Size 2 ', said, ' >>\n%%EOF\n'),
      'PDF',
    ]),
    [
      '清单.pdf',
      both(files.pdf, ' '.repeat(4 * 1024 * 1024 - files.pdf.length - 10), '/Encrypt ', ' '.repeat(28), '7 0 R'),
      'PDF',
    ],
    ['材料.zip', buildZip([{ name: '一.txt', data: 'x', flags: 0x801 }]), 'ZIP压缩包'],
    ['材料.zip', buildZip([{ name: '一.txt', data: 'x', method: 99 }]), 'ZIP压缩包'],
    ['总结.doc', lockedDoc, 'DOC'],
    ['名单.xls', xls(0x86, 0x2f), 'XLS'],
    ['名单.xlsx', lockedOffice, 'Office文档'],
  ])('%s %#', async (name, bytes, title) => {
    expect(await said(name, bytes)).toBe(`“${name}”${lockedAs(title)}`)
  })
  it('within an archive', async () => {
    expect(await said('材料.zip', zipWith({ name: '密.pdf', data: lockedPdf, method: 8 }))).toBe(
      '“材料.zip”里面的“密.pdf”是加了密码或使用限制的PDF，审核人可能无法打开，归档后也无法长期保存；请在原软件中取消密码和限制，另存，再重新压缩后上传。',
    )
  })
})

describe('what is no kind that is kept is called by its name', () => {
  it.each<[string, Buffer, string]>([
    ['清单.pdf', both('Rar!\x1a\x07\x01\0'), '的内容是RAR压缩包，不是可接收的文件类型；请解压后重新压缩为ZIP上传。'],
    ['清单.zip', both('7z\xbc\xaf\x27\x1c'), '的内容是7Z压缩包，不是可接收的文件类型；请解压后重新压缩为ZIP上传。'],
    ['照片.jpg', both('GIF89a....'), '的内容是GIF图片，不是可接收的文件类型；请另存为JPG或PNG后上传。'],
    [
      '照片.jpg',
      both('\0\0\0\x18ftypheic'),
      '的内容是手机拍摄的HEIC图片，不是可接收的文件类型；请另存为JPG或PNG后上传。',
    ],
    ['清单.pdf', both('<!DOCTYPE html><p>'), '的内容是网页，不是可接收的文件类型；请另存为PDF或DOCX后上传。'],
    [
      '汇报.docx',
      buildZip([{ name: 'ppt/presentation.xml' }]),
      '的内容是演示文稿，不是可接收的文件类型；请另存为PDF后上传。',
    ],
    [
      '清单.pdf',
      both('anything'),
      '的内容不是可接收的文件类型（可能已损坏、加密或改过扩展名）；请用原软件打开，另存为PDF后上传。',
    ],
  ])('%s %#', async (name, bytes, why) => {
    expect(await said(name, bytes)).toBe(
      `“${name}”${why}可接收：pdf、ofd、doc、docx、xls、xlsx、wps、et、jpg、png、tif、mp4、zip。`,
    )
  })
  it('a package that was cut is said to be damaged', async () => {
    const why = '可能已经损坏或者没有复制完整；请用原软件打开核对，另存或重新压缩后上传。'
    expect(await said('总结.docx', docx().subarray(0, -30))).toBe(
      `“总结.docx”是压缩包或Office文档，但末尾的目录无法读取，${why}`,
    )
    const renamed = buildZip([{ name: '一.txt', data: 'x', ownName: '一.exe' }])
    expect(await said('材料.zip', renamed)).toBe(`“材料.zip”是ZIP压缩包，但里面的“一.txt”无法读取，${why}`)
    const odd = buildZip([{ name: '一.txt', data: 'x', method: 12 }])
    expect(await said('材料.zip', odd)).toContain(
      '用了少见的压缩方法，不能核验；请改用标准（Deflate）方法重新压缩后上传。',
    )
  })
})

describe('what people bring is taken', () => {
  const preface = both('\x1b%-12345X@PJL\r\n', files.pdf)
  it.each<[string, Buffer, string]>([
    ['照片.jpg', both(jpg, jpg, files.mp4), 'jpg'],
    ['清单.pdf', preface, 'pdf'],
    ['清单.pdf', both(files.pdf, '/EncryptMetadata true'), 'pdf'],
    ['清单.pdf', both(files.pdf, '/Encrypt7 0 R /Encrypt null /#45ncrypted 7 0 R'), 'pdf'],
    ['材料.zip', zipWith({ name: '说明/一.txt', data: 'MZ是一个缩写' }, { name: '说明/' }), 'zip'],
    ...['说明：一.com：二.txt', '2018.12.31', '照片.123', '一.sh.txt', '表.desktops', '关于“exe”的说明….txt'].map(
      (name): [string, Buffer, string] => ['材料.zip', zipWith({ name, data: 'x' }), 'zip'],
    ),
    ['材料.zip', zipWith({ name: '图.gif', data: 'GIF89a' }, { name: '总结.docx', data: docx(), method: 8 }), 'zip'],
    ['材料.zip', buildZip([{ name: Buffer.from('b2c4c1cf2e706466', 'hex'), data: files.pdf, flags: 0 }]), 'zip'],
    ['材料.zip', buildZip([{ name: '一.txt', data: 'x' }], { comment: '2018年材料' }), 'zip'],
    ['材料.zip', buildZip([{ name: '一.txt', data: 'x' }], { long: true }), 'zip'],
    ['总结.docx', docx([{ name: 'word/embeddings/表.xlsx', data: files.xlsx }]), 'docx'],
    ['名单.xls', xls(0x86), 'xls'],
    ['总结.doc', both(files.doc, archive, 'padding'), 'doc'],
  ])('%s %#', async (name, bytes, kind) => {
    expect(await said(name, bytes)).toBe(kind)
  })
})

describe('a file of 200 MB', () => {
  const SIZE = 200 * 1024 * 1024
  /** Zeros, but for these bytes at these places. */
  const large = (...at: readonly (readonly [number, Buffer])[]) => {
    let [reads, longest] = [0, 0]
    const read = async (from: number, to: number) => {
      reads++
      longest = Math.max(longest, to - from)
      const bytes = Buffer.alloc(Math.max(0, Math.min(to, SIZE) - from))
      for (const [place, some] of at)
        if (place < to && place + some.length > from)
          some.copy(bytes, Math.max(0, place - from), Math.max(0, from - place), to - place)
      return bytes
    }
    return { read, counted: () => ({ reads, longest }) }
  }
  it('is read once, by parts of 4 MB', async () => {
    const { read, counted } = large([0, files.mp4])
    expect(await lookInto(read, SIZE, 'mp4', forUpload())).toEqual({ kind: 'mp4' })
    expect(counted()).toEqual({ reads: 51, longest: 4 * 1024 * 1024 })
  })
  it('hides nothing between two parts', async () => {
    const { read } = large([0, files.jpg], [8 * 1024 * 1024 - 3, Buffer.from('Rar!\x1a\x07', 'latin1')])
    expect((await lookInto(read, SIZE, 'jpg', forUpload())).fault?.wrong).toContain('夹带着RAR压缩包')
  })
})
