/**
 * What each role can really fetch and send, over HTTP and for every kind of file, against the meaning of the sentences
 * that give the right. A new sentence has no meaning here until somebody writes it down.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { OF_MEETINGS, officeFor, officeOn } from '#evidence/file-owner.ts'
import { permissions } from '#procedure/permissions.ts'
import { OFFICE } from '../../packages/cli/rehearsal/acts.ts'
import { LONG_BATCH } from '../../packages/cli/rehearsal/long-batch.ts'
import { BATCH, type Laptop, laptopUnderTest } from '../e2e/laptop-under-test.ts'
import { filesOfCounty, type Kept, OWN_OFFICER } from './files-of-county.ts'

let laptop: Laptop
let files: Readonly<Record<string, Kept>>
beforeAll(async () => {
  laptop = await laptopUnderTest(['dazhuang', 'caogou', 'changgou', 'pingshan', 'shichang'])
  files = await filesOfCounty(laptop)
})
afterAll(async () => {
  await laptop?.close()
})

/** Everybody who holds something, and one who holds two things that must not meet. */
const PEOPLE = {
  'clerk-dazhuang': ['创建单位经办人'],
  'legal-dazhuang': ['创建单位法制机构负责人'],
  'head-dazhuang': ['创建单位主要负责人'],
  'clerk-caogou': ['创建单位经办人'],
  'dept-shichang': ['科室经办人'],
  [OFFICE.officer]: ['法制办经办人'],
  [OWN_OFFICER]: ['法制办经办人', '创建单位主要负责人'],
  [OFFICE.head]: ['法制办负责人'],
  [OFFICE.groupSecretary]: ['领导小组秘书'],
  [OFFICE.leader]: ['考核组组长'],
  [OFFICE.scorer]: ['考核组成员'],
  [OFFICE.secretary]: ['会议秘书'],
  admin: ['系统管理员'],
} as const
type Login = keyof typeof PEOPLE
const LOGINS = Object.keys(PEOPLE) as Login[]
const UNIT_OF: Partial<Record<Login, string>> = {
  ...{ 'clerk-dazhuang': 'dazhuang', 'legal-dazhuang': 'dazhuang', 'head-dazhuang': 'dazhuang' },
  ...{ 'clerk-caogou': 'caogou', [OWN_OFFICER]: 'dazhuang' },
}

const OF_UNITS: Readonly<Record<string, string>> = {
  'a draft never submitted': 'caogou',
  'a form refused before any meeting': 'changgou',
  'a form that waits to be submitted': 'changgou',
  'a form before the executive meeting': 'dazhuang',
  'a form that is assessed': 'pingshan',
  'a file that nothing cites': 'dazhuang',
}
const ON_CASES: Readonly<Record<string, string>> = {
  'a paper of the office on a case': 'dazhuang',
  'a record of the assessment': 'pingshan',
}
const where = (of: Readonly<Record<string, string>>, is: (unit: string) => boolean) =>
  Object.keys(of).filter((what) => is(of[what] ?? ''))

/** The end of a sentence → what it lets its person open. */
const OPENS: Readonly<Record<string, (login: Login) => readonly string[]>> = {
  查看本单位材料: (login) => where(OF_UNITS, (unit) => unit === UNIT_OF[login]),
  // Nothing is assessed here by the unit itself, so that nothing was given to anybody.
  查看分给本人的自评和本人上传的材料: () => [],
  查看各单位材料: () => Object.keys(OF_UNITS),
  '查看办理各单位申报件的材料；本人任职单位的除外': (login) => where(ON_CASES, (unit) => unit !== UNIT_OF[login]),
  查看会议材料和公示证明: () => [
    'the proof of a notice',
    'minutes of the executive meeting',
    'what was submitted to the leading group',
  ],
  查看本人上传的异议材料: (login) => (login === OFFICE.officer ? ['an objector’s letter'] : []),
  // Nobody has kept one since files have a purpose.
  '查看以前没有写明用途的文件；在单位任职的人员除外': () => [],
  '查看提请其审议、交其考核的申报件所附的材料': (login) =>
    ({
      [OFFICE.secretary]: ['a form before the executive meeting'],
      [OFFICE.groupSecretary]: ['a form that is assessed'],
      [OFFICE.leader]: ['a form that is assessed'],
      [OFFICE.scorer]: ['a form that is assessed'],
    })[login as string] ?? [],
  查看其会议的材料: (login) =>
    ({
      [OFFICE.secretary]: ['minutes of the executive meeting'],
      [OFFICE.groupSecretary]: ['what was submitted to the leading group'],
    })[login as string] ?? [],
  '查看交其考核的申报件的考核记录；本人任职单位的除外': () => ['a record of the assessment'],
  查看名册依据: () => ['a basis of the roster'],
  // Nobody who works for a unit, whatever else they hold.
  '查看各机关的复函；在单位任职的人员除外': (login) => (login === OWN_OFFICER ? [] : ['what an organ replied']),
  查看外部结果的文书: () => ['the paper of an external result'],
  查看通知附件: () => ['what a call is to come with'],
  查看情况交流的附件: () => ['what came with a bulletin', 'what comes with no bulletin yet'],
  // 大庄镇 is in the other batch.
  查看所参加批次已发出的情况交流的附件: (login) => (UNIT_OF[login] === 'caogou' ? ['what came with a bulletin'] : []),
}

const OWNERS = [
  ...['dazhuang', 'caogou', 'changgou', 'pingshan'],
  ...['dazhuang', 'pingshan'].map(officeOn),
  ...(
    [...OF_MEETINGS, 'proof', 'bulletin', 'call', 'consultation', 'results', 'objection', 'sent', 'roster'] as const
  ).map(officeFor),
  'office',
]
/** The end of a sentence → where its person may send a file now: only pingshan's case is with the assessors. */
const SENDS: Readonly<Record<string, (login: Login) => readonly string[]>> = {
  上传本单位材料: (login) => [UNIT_OF[login] ?? ''],
  上传分给本人的自评的材料: () => [],
  // 草沟镇 is past its date in one batch and in the other; nobody's form is open any more.
  '代录纸质表格时上传该单位材料；本人任职单位的除外': () => [],
  '上传办理各单位申报件的材料；本人任职单位的除外': (login) =>
    ['dazhuang', 'pingshan'].filter((unit) => unit !== UNIT_OF[login]).map(officeOn),
  上传会议材料和公示证明: () => [officeFor('minutes'), officeFor('proof')],
  上传情况交流的附件: () => [officeFor('bulletin')],
  上传外部结果的文书: () => [officeFor('results')],
  上传通知附件: () => [officeFor('call')],
  '上传各机关的复函；在单位任职的人员除外': (login) => (login === OWN_OFFICER ? [] : [officeFor('consultation')]),
  // Whether a letter was sent in is not to be tried by whoever it may accuse.
  '上传来信、来访等异议材料；在单位任职的人员除外': (login) => (login === OWN_OFFICER ? [] : [officeFor('objection')]),
  上传其会议的材料: (login) =>
    ({
      [OFFICE.groupSecretary]: [officeFor('groupMinutes')],
      [OFFICE.leader]: [officeFor('assessmentMinutes')],
      [OFFICE.secretary]: [officeFor('executiveMinutes')],
    })[login as string] ?? [],
  '上传考核记录；本人任职单位的除外': () => [officeOn('pingshan')],
  上传名册依据: () => [officeFor('roster')],
}

const CASES = {
  'short/dazhuang': [BATCH, 'dazhuang'],
  'short/caogou': [BATCH, 'caogou'],
  'short/changgou': [BATCH, 'changgou'],
  'long/pingshan': [LONG_BATCH, 'pingshan'],
  'long/changgou': [LONG_BATCH, 'changgou'],
  'long/caogou': [LONG_BATCH, 'caogou'],
} as const
const READS: Readonly<Record<string, (login: Login) => readonly string[]>> = {
  查看本单位申报件: (login) => Object.keys(CASES).filter((one) => one.endsWith(`/${UNIT_OF[login]}`)),
  '查看各单位申报件，填写中的也在内': () => Object.keys(CASES),
  '查看提请其审议、交其考核的申报件，单位填写中的除外': (login) =>
    login === OFFICE.secretary ? ['short/dazhuang'] : ['long/pingshan'],
}

const sentencesOf = (command: string, login: Login) =>
  permissions
    .filter((row) => row.command === command)
    .flatMap(({ sentence }) => {
      const title = PEOPLE[login].find((one) => sentence.startsWith(one))
      return title ? [sentence.slice(title.length, -1)] : []
    })
const meant = (meanings: typeof OPENS, command: string, login: Login) =>
  [
    ...new Set(sentencesOf(command, login).flatMap((said) => meanings[said]?.(login) ?? [`no meaning: ${said}`])),
  ].toSorted()

/** Those that are answered with 200; every other one is refused with a sentence and nothing else. */
async function reached(all: readonly string[], ask: (one: string) => Promise<unknown>): Promise<string[]> {
  const found: string[] = []
  for (const one of all)
    await ask(one).then(
      () => found.push(one),
      (error: unknown) =>
        expect([one, error]).toEqual([one, expect.objectContaining({ status: 403, code: 'forbidden' })]),
    )
  return found.toSorted()
}

it.each([
  ['read-evidence', OPENS],
  ['upload-evidence', SENDS],
  ['read-case', READS],
] as const)('every sentence of %s has a meaning, and no meaning is without one', (command, meanings) => {
  const said = LOGINS.flatMap((login) => sentencesOf(command, login))
  expect([...new Set(said)].toSorted()).toEqual(Object.keys(meanings).toSorted())
})

describe.each(LOGINS)('%s', (login) => {
  it('opens what the sentences mean, and nothing else', async () => {
    const api = laptop.as(login)
    const open = (what: string) => api(evidenceEndpoints.linkEvidence, { params: files[what] as Kept })
    const opened = await reached(Object.keys(files), open)
    expect(opened).toEqual(meant(OPENS, 'read-evidence', login))
    for (const what of opened) expect((await fetch((await open(what)).url)).status).toBe(200)
    // Whoever may not open it does not learn of it by its state either.
    const hidden = Object.keys(files).filter((what) => !opened.includes(what))
    const look = (what: string) => api(evidenceEndpoints.readEvidence, { params: files[what] as Kept })
    expect(await reached(hidden, look)).toEqual([])
  })

  it('finds those on lists, and no others', async () => {
    const api = laptop.as(login)
    const listed = new Set<string>()
    for (const owner of new Set(Object.values(files).map((file) => file.owner)))
      await api(evidenceEndpoints.listEvidence, { params: { owner } }).then(
        ({ items }) => {
          for (const { sha256 } of items) listed.add(`${owner} ${sha256}`)
        },
        (error: unknown) => expect(error).toMatchObject({ status: 403 }),
      )
    const found = Object.keys(files).filter((what) => listed.has(`${files[what]?.owner} ${files[what]?.sha256}`))
    expect(found.toSorted()).toEqual(meant(OPENS, 'read-evidence', login))
  })

  it('gets tickets where the sentences mean it, and nowhere else', async () => {
    const file = { sha256: 'a'.repeat(64), name: '甲.pdf', size: 7, contentType: 'application/pdf' }
    const send = (owner: string) =>
      laptop.as(login)(evidenceEndpoints.askTickets, {
        params: { owner },
        body: { files: [file] },
        command: `ticket-${login}-${owner}`,
      })
    expect(await reached(OWNERS, send)).toEqual(meant(SENDS, 'upload-evidence', login))
  })

  it('reads the cases that the sentences mean, with no draft before a body', async () => {
    const ask = (one: string) => {
      const [batch, unit] = CASES[one as keyof typeof CASES]
      return laptop.as(login)(intakeEndpoints.readCase, { params: { batch, unit } })
    }
    const read = await reached(Object.keys(CASES), ask)
    expect(read).toEqual(meant(READS, 'read-case', login))
    const hidden = Object.keys(CASES).filter((one) => !read.includes(one))
    const earlier = (one: string) => {
      const [batch, unit] = CASES[one as keyof typeof CASES]
      return laptop.as(login)(intakeEndpoints.readEarlier, { params: { batch, unit } })
    }
    expect(await reached(hidden, earlier)).toEqual([])
  })

  it('enters no objection with a letter that somebody else sent', async () => {
    const body = { about: 'changgou', channel: 'letter', on: '2018-05-10', summary: '来信反映情况。' } as const
    const entered = laptop.as(login)(noticeEndpoints.enterObjection, {
      params: { batch: BATCH, n: '1' },
      body: { ...body, scan: files['an objector’s letter']?.sha256 },
      command: `enter-letter-${login}`,
    })
    // The sender is stopped only by the notice, which does not list that unit.
    const fields = login === OFFICE.officer ? { about: expect.anything() } : { scan: expect.anything() }
    const status = login === OFFICE.officer || login === OWN_OFFICER ? 422 : 403
    await expect(entered).rejects.toMatchObject(status === 422 ? { status, fields } : { status })
  })

  it('reads an objection where it handles one and holds nothing in the unit', async () => {
    const params = { batch: BATCH, n: '1' }
    const { objections } = await laptop.as(OFFICE.officer)(noticeEndpoints.readNotice, { params })
    const asked = laptop.as(login)(noticeEndpoints.readObjection, {
      params: { ...params, objection: z.string().parse(objections[0]?.objection) },
    })
    if (login === OFFICE.officer || login === OFFICE.head) {
      const [file] = (await asked).files
      expect((await fetch(file?.url ?? '')).status).toBe(200)
    } else await expect(asked).rejects.toMatchObject({ status: 403 })
  })
})
