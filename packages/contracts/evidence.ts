import { z } from 'zod/mini'
import { LONGEST_NAME } from '#evidence/file-name.ts'
import type { Endpoints } from './endpoint.ts'
import { listOf, typedText, word } from './rules.ts'

/** 200 MB: the largest single file a signed PUT takes. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024

const promise = z.strictObject({
  sha256: word('缺少文件摘要', /^[0-9a-f]{64}$/, '文件摘要不对'),
  /** What else it may be is said file by file, so that one holds up no other. */
  name: z
    .string('文件没有名称')
    .check(z.trim(), z.minLength(1, '文件没有名称'), z.maxLength(LONGEST_NAME, `文件名最多${LONGEST_NAME}字`)),
  size: z.int('缺少文件大小').check(z.minimum(1, '文件是空的'), z.maximum(MAX_FILE_BYTES, '单个文件最大200MB')),
  contentType: word('缺少文件类型', undefined, '文件类型最多120字'),
})
export const ticketsBody = z.strictObject({
  files: listOf(promise, '请选择文件', 100, '一次最多100个文件').check(z.minLength(1, '请选择文件')),
})

/** `kept`: the bytes are here already. `put`: send them to `url` with exactly these headers. `waiting`: they are here and wait for the malware scanner. `refused`: in a sentence, why. */
export const ticket = z.discriminatedUnion('status', [
  z.object({ status: z.literal('kept'), sha256: z.string(), since: z.string() }),
  z.object({
    status: z.literal('put'),
    sha256: z.string(),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
  }),
  z.object({ status: z.literal('waiting'), sha256: z.string() }),
  z.object({ status: z.literal('refused'), sha256: z.string(), reason: z.string() }),
])
export const evidenceItem = z.object({
  sha256: z.string(),
  name: z.string(),
  size: z.int(),
  status: z.enum(['promised', 'waiting', 'kept', 'infected', 'rejected']),
  contentType: z.optional(z.string()),
  note: z.optional(z.string()),
  reason: z.optional(z.string()),
  since: z.string(),
})
export type EvidenceItem = z.infer<typeof evidenceItem>

/** `url`: where the scanner reads it, for five minutes. The files of objections have no name here, and the scanner is told none; their digest is told to the scanner alone. */
const scan = z.object({
  owner: z.string(),
  sha256: z.optional(z.string()),
  size: z.int(),
  status: z.enum(['waiting', 'infected']),
  since: z.string(),
  what: z.string(),
  unit: z.optional(z.string()),
  name: z.optional(z.string()),
  finding: z.optional(z.string()),
  url: z.optional(z.string()),
})
export type Scan = z.infer<typeof scan>

/** `finding`: what the scanner calls what it found. */
export const verdictBody = z
  .strictObject({
    clean: z.boolean('请写明是否查出病毒'),
    finding: z.optional(typedText('病毒名称', 120, (sent) => sent.trim())),
  })
  .check(
    z.refine(({ clean, finding }) => !(clean && finding), { path: ['finding'], error: '没有查出病毒的，不写病毒名称' }),
  )

/** `what`: what it is kept for. The files of objections have no name here: it may tell who objected. */
const opening = z.object({
  at: z.string(),
  person: z.string(),
  what: z.string(),
  unit: z.optional(z.string()),
  name: z.optional(z.string()),
  objection: z.optional(z.string()),
  sha256: z.optional(z.string()),
})

export const evidenceEndpoints = {
  /** Of the query `day`; today where it is not said. `left`: how many of that day are in the record only. */
  listOpenings: {
    method: 'GET',
    path: '/api/openings',
    access: { command: 'read-openings' },
    title: '查看材料查阅记录',
    response: z.object({ today: z.string(), day: z.string(), openings: z.array(opening), left: z.optional(z.int()) }),
  },
  /** What waits for the county's malware scanner, and what it found bad. */
  listScans: {
    method: 'GET',
    path: '/api/scans',
    access: { command: 'read-scans' },
    title: '查看查毒情况',
    response: z.object({ items: z.array(scan) }),
  },
  recordScan: {
    method: 'POST',
    path: '/api/scans/{owner}/{sha256}',
    access: { command: 'record-scan' },
    title: '登记查毒结果',
    body: verdictBody,
    response: z.object({ status: z.string() }),
  },
  askTickets: {
    method: 'POST',
    path: '/api/evidence/{owner}',
    access: { command: 'upload-evidence' },
    title: '上传材料',
    body: ticketsBody,
    response: z.object({ tickets: z.array(ticket) }),
  },
  listEvidence: {
    method: 'GET',
    path: '/api/evidence/{owner}',
    access: { command: 'read-evidence' },
    title: '查看材料清单',
    response: z.object({ items: z.array(evidenceItem) }),
  },
  readEvidence: {
    method: 'GET',
    path: '/api/evidence/{owner}/{sha256}',
    access: { command: 'read-evidence' },
    title: '查看材料状态',
    response: evidenceItem,
  },
  linkEvidence: {
    method: 'GET',
    path: '/api/evidence/{owner}/{sha256}/link',
    access: { command: 'read-evidence' },
    title: '下载材料',
    /** Of the query `name`: the use's name. `inline`: a browser shows it by itself; `note`: it is not what its name says. */
    response: z.object({
      url: z.string(),
      name: z.string(),
      contentType: z.string(),
      inline: z.boolean(),
      note: z.optional(z.string()),
    }),
  },
} as const satisfies Endpoints
