import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { enteredObjection, objectionContent } from '#contracts/notice.ts'
import { files } from '#evidence/fixtures/sample-files.ts'
import { whyNoObjector } from '#typed/contact/objectors.ts'
import { AT, countyAtNotice, LATE_FROM, write } from '../fixtures/county-at-notice.ts'
import { complete, type Fields, inner, receiptOf, type Sending, sendForm } from '../fixtures/send-form.ts'
import { sha256Of } from './attachments.ts'

const CANCELLED = {
  ...{ type: 'batchCancelled', by: 'head', preparedBy: 'officer', preparedAt: AT, reason: '机构调整。' },
}
const PATH = '/objections/2018-2/1'
let county: Awaited<ReturnType<typeof countyAtNotice>>
beforeEach(async () => {
  county = await countyAtNotice({ units: { dazhuang: '大庄镇', caogou: '草沟镇<二>' } })
  await county.list()
})

const post = (fields: Fields, how: Sending = {}) => sendForm(county, fields, { path: PATH, ...how })
const lookUp = (fields: Fields, at = AT) => post(fields, { path: '/objections/lookup', at })

describe('the form', () => {
  it('is plain HTML with the units of the notice, escaped, and a click id of its own', async () => {
    const { status, text } = await county.browse({ path: PATH })
    expect(status).toBe(200)
    expect(text).toContain('<html lang="zh-CN">')
    expect(text).toContain('<option value="caogou">草沟镇&lt;二&gt;</option>')
    expect(text).toContain('enctype="multipart/form-data"')
    expect(text).toContain('name="key" value="form-key-1"')
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/console/objection-form.js">'])
    expect(text).not.toMatch(/javascript:|<img|https?:| on[a-z]+=/)
    // The limits are said before anybody chooses, with and without script.
    expect(text).toContain('最多3个，合计不超过4MB')
    expect(text).toContain('data-most-files="3" data-most-bytes="4194304"')
    expect(/id="no-script">(.*?)<\/p>/s.exec(text)?.[1]).toContain('只有一行英文的，就是附件过大，请回到本页')
    // What only a script does is said by the script.
    expect(text).toMatch(/<span id="with-script" hidden>[^<]*自动压缩/)
    expect(Buffer.byteLength(text)).toBeLessThan(14 * 1024)
  })

  it('of a period that is over is a page that says so; of no notice, not found', async () => {
    const { text } = await county.browse({ path: PATH, at: LATE_FROM })
    expect(text).toContain('公示期已于2018年6月17日24时结束')
    expect(text).not.toContain('<form')
    expect((await county.browse({ path: '/objections/2018-2/2' })).status).toBe(404)
    expect((await county.browse({ path: '/objections/2018-2/x' })).status).toBe(404)
  })
})

it('is of whoever said that it is a name, by the name alone, sent in or entered', async () => {
  const sent = receiptOf((await post({ ...complete, name: '任丹（姓名）' })).text).receipt
  // As the console sends what it has checked.
  const checked = enteredObjection.parse({
    ...{ about: 'caogou', channel: 'phone', on: '2018-06-11', summary: '未公开执法结果', name: '高雷（姓名）' },
  })
  const { body } = await county.tell('entering-officer', '/1/objections', checked)
  const names = await Promise.all(
    [sent, (body as { objection: string }).objection].map(
      async (one) => objectionContent.parse((await county.ask('officer', `/1/objections/${one}`)).body).name,
    ),
  )
  expect(names).toEqual(['任丹', '高雷'])
})

describe('an objection by the form', () => {
  it('gets number and code, and goes round: page, office, reply, look-up', async () => {
    const { status, text } = await post(complete, { uploads: [['现场照片（一）.jpg', files.jpg]] })
    expect(status).toBe(200)
    const { receipt, code } = receiptOf(text)
    expect(receipt).toMatch(/^2018-2-1-\w{8}$/)
    const { body } = await county.ask('officer', `/1/objections/${receipt}`)
    expect(objectionContent.parse(body)).toMatchObject({
      summary: '该镇未公开执法结果。\n第二行',
      name: '王大明',
      contact: '13900001111',
      files: [{ name: '现场照片（一）.jpg' }],
    })
    expect((await lookUp({ receipt, code })).text).toContain('已收到，待决定是否受理')
    await county.openObjections()
    await county.tell('officer', `/1/objections/${receipt}/admit`)
    await county.tell('office-head', `/1/objections/${receipt}/find`, {
      result: 'notUpheld',
      reason: '经查不属实',
      reply: '经核查，执法结果<已>公开。',
    })
    const answer = await lookUp({ receipt: receipt.toLowerCase(), code: ` ${code.toLowerCase()} ` })
    expect(answer.text).toContain('异议不成立')
    expect(answer.text).toContain('执法结果&lt;已&gt;公开')
  })

  it('may stay anonymous: then nothing of a person is kept, even if it was typed', async () => {
    const { text } = await post({ ...complete, identity: 'anonymous' })
    const { receipt } = receiptOf(text)
    const page = await county.page()
    expect(page.objections).toMatchObject([{ objection: receipt, anonymous: true, channel: 'page' }])
    expect((await county.ask('officer', `/1/objections/${receipt}`)).body).toEqual({
      summary: '该镇未公开执法结果。\n第二行',
      files: [],
    })
  })

  it('that is wrong comes back with everything in it and a sentence beside each field', async () => {
    const { status, text } = await post(
      { ...complete, about: '', name: '', contact: '', summary: '</textarea><b>' },
      {
        uploads: [
          ['现场.jpg', files.jpg],
          ['说明.pptx', files.zip],
        ],
      },
    )
    expect(status).toBe(422)
    for (const field of ['about', 'name', 'contact', 'files']) expect(text).toContain(`id="wrong-${field}"`)
    expect(inner(text, 'wrong-name')).toBe('请填写姓名')
    expect(text).toContain(
      'id="name" name="name" value="" autocomplete="off" aria-invalid="true" aria-describedby="wrong-name"',
    )
    expect(text).toContain('<a href="#name">请填写姓名</a>')
    expect(inner(text, 'wrong-files')).toContain('另存为PDF')
    expect(text).toContain('&lt;/textarea&gt;&lt;b&gt;')
    expect(text).toContain('value="named" checked')
    expect((await county.page()).objections).toEqual([])
    const kept = [...text.matchAll(/name="kept" value="([^"]*)"/g)].map(([, value = '']) => value)
    expect(kept).toHaveLength(1)
    const { receipt } = receiptOf((await post(complete, { kept })).text)
    expect((await county.ask('officer', `/1/objections/${receipt}`)).body).toMatchObject({
      files: [{ name: '现场.jpg' }],
    })
  })

  it('takes three files of four megabytes together, of kinds that are kept, and none that is not here', async () => {
    const four = Array.from({ length: 4 }, (_, i) => [`${i}.pdf`, files.pdf] as const)
    expect(inner((await post(complete, { uploads: four })).text, 'wrong-files')).toContain('最多附3个文件，收到4个')
    const large = Buffer.concat([files.pdf, Buffer.alloc(4 * 1024 * 1024)])
    expect(inner((await post(complete, { uploads: [['大.pdf', large]] })).text, 'wrong-files')).toContain(
      '收到4.1MB（“大.pdf”4.1MB）',
    )
    const program = await post(complete, { uploads: [['清单.pdf', Buffer.from('MZ')]] })
    expect(inner(program.text, 'wrong-files')).toContain('“清单.pdf”的内容是Windows程序，不是可接收的文件类型')
    const empty = await post(complete, { uploads: [['现场.jpg', Buffer.alloc(0)]] })
    expect(inner(empty.text, 'wrong-files')).toBe('“现场.jpg”是空文件（0字节）；请打开核对后重新选择。')
    expect((await county.page()).objections).toEqual([])
  })

  it('whose hidden fields somebody wrote themselves is refused with a sentence, and nothing is taken', async () => {
    const first = await post({ ...complete, about: '' }, { uploads: [['现场.jpg', files.jpg]] })
    const [, sha256] = /name="kept" value="([0-9a-f]{64}) jpg/.exec(first.text) ?? []
    const sent = await post(complete, { kept: [`${sha256} pdf 甲\u202efdp.exe`] })
    expect([sent.status, inner(sent.text, 'wrong-files')]).toEqual([
      422,
      '“甲□fdp.exe”不能提交：文件名中有不能使用的字符（看不见的控制字符）；请改名后重新选择。',
    ])
    expect(sent.text).not.toContain('name="kept"')
    expect((await county.page()).objections).toEqual([])
  })

  it('tells nobody who has a document whether somebody else attached it', async () => {
    await post(complete, { uploads: [['内部通报.pdf', files.pdf]] })
    const suspected = `${sha256Of(files.pdf)} pdf 内部通报.pdf`
    const asked = { ...complete, key: 'form-key-of-the-suspect', about: '' }
    const strange = await post(asked, { kept: [`${'b'.repeat(64)} pdf 内部通报.pdf`] })
    const answer = await post(asked, { kept: [suspected] })
    expect(answer.status).toBe(422)
    expect(answer.text).not.toContain('已收到：')
    expect(answer.text).toBe(strange.text)
    expect(inner(answer.text, 'wrong-files')).toBe('“内部通报.pdf”没有收到；请重新选择。')
  })

  it('sent again under another name shows the new one; what a name hides and a name that is none are said', async () => {
    const first = await post({ ...complete, about: '' }, { uploads: [['旧名.jpg', files.jpg]] })
    const kept = [...first.text.matchAll(/name="kept" value="([^"]*)"/g)].map(([, value = '']) => value)
    const again = await post({ ...complete, about: '' }, { kept, uploads: [['新名.pdf', files.jpg]] })
    expect(again.text).toContain('已收到：新名.pdf')
    expect(again.text).not.toContain('旧名')
    const note = '文件名为“新名.pdf”，内容实为JPG，已按JPG登记。'
    expect(again.text).toContain(note)
    const renamed = [...again.text.matchAll(/name="kept" value="([^"]*)"/g)].map(([, value = '']) => value)
    const { receipt } = receiptOf((await post(complete, { kept: renamed })).text)
    const { body } = await county.ask('officer', `/1/objections/${receipt}`)
    expect(objectionContent.parse(body).files).toMatchObject([{ name: '新名.pdf', note }])
    const long = await post(complete, { uploads: [[`${'长'.repeat(260)}.pdf`, files.pdf]] })
    expect(inner(long.text, 'wrong-files')).toContain('文件名有264字，最多255字')
  })

  it('whose sender is called as a program calls things is refused at the name', async () => {
    for (const name of ['__proto__', 'constructor']) {
      const refused = await post({ ...complete, name })
      expect([refused.status, inner(refused.text, 'wrong-name')]).toEqual([422, expect.stringContaining('程序的用词')])
    }
  })

  it('sent twice gets the same receipt once; another text of the same form is not taken for it', async () => {
    const first = receiptOf((await post(complete)).text)
    expect(receiptOf((await post(complete)).text)).toEqual(first)
    for (const more of [
      { summary: '别的内容' },
      { contact: '13800000000' },
      { name: '李小明' },
      { identity: 'anonymous' },
    ]) {
      const other = await post({ ...complete, ...more })
      expect(other.status).toBe(409)
      expect(receiptOf(other.text)).toEqual(first)
      expect(other.text).toContain('本次内容没有登记')
      expect(other.text).toContain(more.summary ?? '该镇未公开执法结果')
    }
    expect((await county.page()).objections).toHaveLength(1)
  })

  it('is taken in the last millisecond and not after it', async () => {
    const last = new Date(Date.parse(LATE_FROM) - 1).toISOString()
    expect((await post(complete, { at: last })).status).toBe(200)
    const late = await post({ ...complete, key: 'form-key-2' }, { at: LATE_FROM })
    expect([late.status, late.text.includes('公示期已于2018年6月17日24时结束')]).toEqual([409, true])
    expect(late.text).toContain('该镇未公开执法结果')
    expect((await county.page()).objections).toHaveLength(1)
  })

  it('that came in time is answered with its receipt again after the end, and nothing else is taken', async () => {
    const sent = { uploads: [['现场.jpg', files.jpg]] } as const
    const first = receiptOf((await post(complete, sent)).text)
    const again = await post(complete, { ...sent, at: LATE_FROM })
    expect([again.status, receiptOf(again.text)]).toEqual([200, first])
    expect(again.text).toContain('异议已于2018年6月11日')
    const other = await post({ ...complete, summary: '别的内容' }, { at: LATE_FROM })
    expect([other.status, other.text.includes('未予接收'), other.text.includes('别的内容')]).toEqual([409, true, true])
    await write(county.ledger, 'batch/2018-2', CANCELLED)
    expect(receiptOf((await post(complete, sent)).text)).toEqual(first)
    expect((await post({ ...complete, key: 'form-key-2' })).status).toBe(409)
    expect((await county.page()).objections).toHaveLength(1)
  })

  it('that is no form is told so', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const { status, text } = await county.browse({ method: 'POST', path: PATH, headers, body: '--y\r\n' })
    expect([status, text.includes('提交的内容不完整')]).toEqual([400, true])
  })
})

describe('the receipt', () => {
  it('stays, as whatever is followed from it opens beside it, and its button asks with number and code', async () => {
    const { text } = await post(complete)
    const { receipt, code } = receiptOf(text)
    expect(text).toContain('<base target="_blank">')
    expect(text).toContain(`<input type="hidden" name="code" value="${code}">`)
    expect(text).not.toContain(`?receipt=`)
    expect((await lookUp({ receipt, code })).text).toContain('办理情况')
  })
})

describe('looking up', () => {
  it('begins with the number of the receipt it was opened from', async () => {
    const { text } = await county.browse({ path: '/objections/lookup?receipt=2018-2-1-AB23CD45' })
    expect(text).toContain('value="2018-2-1-AB23CD45"')
  })

  it('tells nobody which of the two was wrong', async () => {
    const { receipt, code } = receiptOf((await post(complete)).text)
    const sentence = '回执编号或查询码不对'
    const wrong = [
      { receipt, code: 'AAAAAAAA' },
      { receipt: receipt.replace(/.{8}$/, 'AAAAAAAA'), code },
      { receipt: '2017-9-1-AAAAAAAA', code },
      { receipt: '__proto__', code: '' },
      { receipt: '', code: '' },
    ]
    for (const one of wrong) {
      const { status, text } = await lookUp(one)
      expect([status, text.includes(sentence)]).toEqual([422, true])
      expect(text).not.toContain('大庄镇')
    }
  })
})

it('puts nothing personal and no code on any page, in any event, or in what the board’s readers get', async () => {
  // Whatever is no name is refused before, whoever sends it.
  const word = fc
    .stringMatching(/^[一-龥]{4,8}$/)
    .filter((one) => whyNoObjector(`${one}（姓名）`, 'chooses') === undefined)
  await fc.assert(
    fc.asyncProperty(word, fc.stringMatching(/^1[3-9]\d{9}$/), fc.boolean(), async (name, contact, byOffice) => {
      county = await countyAtNotice()
      await county.list()
      const said = byOffice
        ? JSON.stringify(
            (
              await county.tell('entering-officer', '/1/objections', {
                ...{ about: 'dazhuang', channel: 'phone', on: '2018-06-11', summary: '未公开' },
                ...{ name: `${name}（姓名）`, contact },
              })
            ).body,
          )
        : (await post({ ...complete, name: `${name}（姓名）`, contact, summary: '未公开' })).text
      const code = byOffice ? JSON.parse(said).code : receiptOf(said).code
      expect(code).toMatch(/^\w{8}$/)
      await county.openObjections()
      const pages = [...(await county.publishAll()).values()]
      const answers = await Promise.all([
        county.ask('officer', '/1'),
        county.ask('secretary', '/1'),
        county.browse({ path: PATH }),
      ])
      const ledger: unknown[] = []
      for await (const { stream } of county.ledger.streams()) ledger.push((await county.ledger.read(stream)).commits)
      const everything = [said, ...pages, ...answers.map(({ text }) => text), JSON.stringify(ledger)].join('\n')
      expect(everything).not.toContain(name)
      expect(everything).not.toContain(contact)
      expect(everything.replace(said, '')).not.toContain(code)
    }),
    { numRuns: 25 },
  )
})
