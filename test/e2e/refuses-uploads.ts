import { expect, it } from 'vitest'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { type Paper, pdf, sha256Of } from '../../packages/cli/rehearsal/paper.ts'
import { upload } from '../../packages/cli/rehearsal/stage.ts'
import type { Laptop } from './laptop-under-test.ts'

const CLERK = 'clerk-dazhuang'
const owner = 'dazhuang'
type Put = { url: string; headers: Record<string, string> }

export function refusesUploads(laptop: () => Laptop): void {
  const ask = async (paper: Paper, login = CLERK) => {
    const files = [{ sha256: sha256Of(paper), name: paper.name, size: paper.bytes.length, contentType: '' }]
    const { tickets } = await laptop().as(login)(evidenceEndpoints.askTickets, { params: { owner }, body: { files } })
    return tickets[0]!
  }
  const ticket = async (paper: Paper): Promise<Put> => {
    const given = await ask(paper)
    if (given.status !== 'put') throw new Error(`no ticket: ${JSON.stringify(given)}`)
    return given
  }
  const put = async ({ url, headers }: Put, { bytes }: Pick<Paper, 'bytes'>) => {
    const response = await fetch(url, { method: 'PUT', headers, body: bytes })
    return `${response.status} ${/<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? ''}`.trim()
  }
  const look = (paper: Paper) =>
    laptop().as(CLERK)(evidenceEndpoints.readEvidence, { params: { owner, sha256: sha256Of(paper) } })
  /** Nothing of the refused upload is there, and the right bytes are still welcome. */
  const stillWelcome = async (paper: Paper) => {
    await laptop().cloud.settle()
    expect(await look(paper)).toMatchObject({ status: 'promised', name: paper.name })
    expect(await upload(laptop().stage, CLERK, owner, paper)).toBe(sha256Of(paper))
    expect((await look(paper)).status).toBe('kept')
  }
  const withHost = ({ url, headers }: Put, change: (url: string) => string): Put => ({ url: change(url), headers })

  it('by an address whose quarter of an hour is over', async () => {
    const paper = pdf('过期许可.pdf', owner)
    const given = await ticket(paper)
    const { hooks } = laptop()
    hooks.storeNow = () => Date.now() + 15 * 60_000 + 1_000
    try {
      expect(await put(given, paper)).toBe('403 AccessDenied')
    } finally {
      delete hooks.storeNow
    }
    await stillWelcome(paper)
  })

  it('by an address that was altered: another unit, a longer time, another signature', async () => {
    const paper = pdf('改过的许可.pdf', owner)
    const given = await ticket(paper)
    const altered = [
      (url: string) => url.replace(`/evidence/${owner}/`, '/evidence/caogou/'),
      (url: string) => url.replace('X-Amz-Expires=900', 'X-Amz-Expires=604800'),
      (url: string) => url.replace(/(X-Amz-Signature=)(.)/, (_, name, first) => `${name}${first === '0' ? '1' : '0'}`),
    ]
    for (const change of altered) {
      expect(change(given.url)).not.toBe(given.url)
      expect(await put(withHost(given, change), paper)).toBe('403 SignatureDoesNotMatch')
    }
    await stillWelcome(paper)
  })

  it('with other bytes than promised, or another size', async () => {
    const paper = pdf('原件.pdf', owner)
    const given = await ticket(paper)
    const other = { bytes: Buffer.from(paper.bytes) }
    other.bytes[20] = other.bytes[20]! ^ 1
    expect(await put(given, other)).toBe('400 BadDigest')
    expect(await put(given, { bytes: Buffer.concat([paper.bytes, Buffer.from('!')]) })).toBe(
      '403 SignatureDoesNotMatch',
    )
    expect(await put(given, { bytes: paper.bytes.subarray(1) })).toBe('403 SignatureDoesNotMatch')
    await stillWelcome(paper)
  })

  it('a second time: the first stays, and whoever asks is told since when it is here', async () => {
    const paper = pdf('只收一次.pdf', owner)
    const given = await ticket(paper)
    expect(await put(given, paper)).toBe('200')
    expect(await put(given, paper)).toBe('412 PreconditionFailed')
    await laptop().cloud.settle()
    const { since } = await look(paper)
    expect(
      await laptop().appendsDuring(async () => expect(await ask(paper)).toMatchObject({ status: 'kept', since })),
    ).toEqual([])
  })

  it('of a kind that is not kept, by its name: said before anything is sent', async () => {
    const paper: Paper = { name: '培训课件.pptx', bytes: Buffer.from('PK\u0003\u0004 slides') }
    const appends = await laptop().appendsDuring(async () => {
      expect(await ask(paper)).toMatchObject({
        status: 'refused',
        reason: expect.stringMatching(
          /^“培训课件\.pptx”不能上传：系统不接收“\.pptx”类型的文件；请另存为PDF后上传。可接收：pdf、/,
        ),
      })
    })
    expect(appends).toEqual([])
  })

  it('of a kind that is not kept, by its bytes: a program that calls itself a PDF is rejected with its reason', async () => {
    const paper: Paper = {
      name: '普法责任清单.pdf',
      bytes: Buffer.from(`MZ\u0090\u0000${'\u0000'.repeat(60)}This program`),
    }
    await expect(upload(laptop().stage, CLERK, owner, paper)).rejects.toThrow(
      '“普法责任清单.pdf”的内容是Windows程序，不是可接收的文件类型；程序不能作为材料上传，请选择材料本身。',
    )
    const { status, reason } = await look(paper)
    expect({ status, reason }).toEqual({ status: 'rejected', reason: expect.stringContaining('不是可接收的文件类型') })
    const link = laptop().as(CLERK)(evidenceEndpoints.linkEvidence, { params: { owner, sha256: sha256Of(paper) } })
    await expect(link).rejects.toMatchObject({ status: 409, message: expect.stringContaining('未通过核验，不能下载') })
    expect(
      await laptop().post(`/api/cases/2018-2/${owner}/forms/creation-application/save`, {
        login: CLERK,
        body: { workPlan: [sha256Of(paper)] },
      }),
    ).toMatchObject({
      status: 422,
      body: { fields: { workPlan: expect.any(String) } },
    })
  })

  it('but not of bytes that are here under another name: each use is opened under its own', async () => {
    const paper = pdf('先用的名称.pdf', owner)
    const sha256 = await upload(laptop().stage, CLERK, owner, paper)
    expect(await ask({ ...paper, name: '后用的名称.pdf' })).toMatchObject({ status: 'kept', sha256 })
    const link = (name: string) =>
      laptop().as(CLERK)(evidenceEndpoints.linkEvidence, { params: { owner, sha256 }, query: { name } })
    const { url, name, note } = await link('后用的名称.pdf')
    expect([name, note]).toEqual(['后用的名称.pdf', undefined])
    const answer = await fetch(url)
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('后用的名称.pdf'))
    expect((await link('照片.jpg')).note).toBe('文件名为“照片.jpg”，内容实为PDF，已按PDF登记。')
    await expect(link('甲/乙.pdf')).rejects.toMatchObject({
      status: 422,
      fields: { name: expect.stringContaining('“/”') },
    })
  })

  it('that no function takes, before one is called: the public form says so beforehand', async () => {
    const { origin } = laptop().stage
    for (const megabytes of [5.8, 12]) {
      const form = new FormData()
      form.append('files', new Blob([new Uint8Array(megabytes * 1024 * 1024)]), '现场.jpg')
      const answer = await fetch(`${origin}/objections/2018-2/1`, { method: 'POST', body: form })
      // What API Gateway says by itself, of ten megabytes and of a call's six in base64.
      expect([megabytes, answer.status, await answer.json()]).toEqual([
        megabytes,
        413,
        { message: 'Request Entity Too Large' },
      ])
    }
  })

  it('into another unit, or a look at its files', async () => {
    const others = {
      status: 403,
      code: 'forbidden',
      message: expect.stringContaining('只能由本单位的人员办理；此件属于其他单位'),
    }
    const paper = pdf('别家的材料.pdf', owner)
    expect(
      await laptop().appendsDuring(() => expect(ask(paper, 'clerk-caogou')).rejects.toMatchObject(others)),
    ).toEqual([])
    const as = laptop().as('clerk-caogou')
    const kept = { owner, sha256: sha256Of(pdf('原件.pdf', owner)) }
    await expect(as(evidenceEndpoints.listEvidence, { params: { owner } })).rejects.toMatchObject(others)
    await expect(as(evidenceEndpoints.readEvidence, { params: kept })).rejects.toMatchObject(others)
    await expect(as(evidenceEndpoints.linkEvidence, { params: kept })).rejects.toMatchObject(others)
  })
}
