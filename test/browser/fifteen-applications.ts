/** Fifteen units hand in their applications, so that an office has a morning's work before it. */
import { crc32, deflateSync } from 'node:zlib'
import type { CallBody } from '#contracts/call.ts'
import { type Do, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { asInSixian } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { APPLICATION, fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { DESIGNATED } from '../../packages/cli/rehearsal/long-batch.ts'
import { type Paper, pdf } from '../../packages/cli/rehearsal/paper.ts'
import { terms } from '../../packages/cli/rehearsal/second-batch.ts'
import { give, type Stage, upload } from '../../packages/cli/rehearsal/stage.ts'
import { type Act, publishing } from '../../packages/cli/rehearsal/year.ts'
import { docx } from '../../packages/evidence/fixtures/refused-files.ts'

export const UNITS: readonly (readonly [string, string])[] = [
  ['dazhuang', '大庄镇人民政府'],
  ['caogou', '草沟镇人民政府'],
  ['changgou', '长沟镇人民政府'],
  ['dunji', '墩集镇人民政府'],
  ['pingshan', '屏山镇人民政府'],
  ['heita', '黑塔镇人民政府'],
  ['sicheng', '泗城镇人民政府'],
  ['kaifaqu', '县经济开发区管委会'],
  ['shichang', '县市场监督管理局'],
  ['chengguan', '县城市管理局'],
  ['jiaotong', '县交通运输局'],
  ['guotu', '县国土资源局'],
  ['wafang', '瓦坊乡人民政府'],
  ['shuiwu', '泗县国家税务局'],
  ['yunguan', '县道路运输管理所'],
]

/** A picture of one colour. */
export function plainPng(name: string, [r, g, b]: readonly [number, number, number]): Paper {
  const [width, height] = [480, 320]
  const chunk = (type: string, data: Buffer) => {
    const typed = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(typed))
    return Buffer.concat([length, typed, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([r, g, b]))])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const bytes = [
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return { name, bytes: Buffer.from(Buffer.concat(bytes)) }
}

/** An application with a real PDF, a picture and a file that no browser shows. */
export const fillInRichly =
  (unit: string, name: string): Do =>
  async (stage: Stage) => {
    await fillIn(unit, name)(stage)
    const clerk = `clerk-${unit}`
    const keep = (paper: Paper) => upload(stage, clerk, unit, paper)
    const creationPlan = [await keep(pdf(`${name}创建方案.pdf`, '一、工作目标', '二、任务分解'))]
    const workPlan = [
      await keep(plainPng(`${name}执法现场照片.png`, [70, 120, 160])),
      await keep({ name: `${name}工作计划（含任务分解表、责任清单和时间安排）.docx`, bytes: Buffer.from(docx()) }),
    ]
    await give(
      stage,
      clerk,
      unit,
      { name: 'save-form', form: APPLICATION },
      { creationPlan, workPlan },
      `save-richly-${unit}`,
    )
  }

const on = (day: string, what: string, act: Do): Act => ({ at: `2018-${day}:00+08:00`, what, act })

export const BEGINNING = '2018-04-10T09:00:00+08:00'
export const TODAY = '2018-05-10T09:00:00+08:00'
/** @param call by which they apply */
export const applicationsOf = (call: CallBody): readonly Act[] => [
  ...publishing,
  on('04-16T09:00', '发布创建通知', openCall(asInSixian({ ...call, designated: DESIGNATED }))),
  ...UNITS.map(([unit, name], i) =>
    on(
      `05-02T${String(8 + Math.floor(i / 4)).padStart(2, '0')}:${String((i % 4) * 15).padStart(2, '0')}`,
      `${name}填写申请表`,
      i < 3 ? fillInRichly(unit, name) : fillIn(unit, name),
    ),
  ),
  ...UNITS.map(([unit, name], i) =>
    on(
      `05-09T${String(8 + Math.floor(i / 4)).padStart(2, '0')}:${String((i % 4) * 15).padStart(2, '0')}`,
      `${name}签署并提交`,
      signAndSubmit(unit, '2018-05-09'),
    ),
  ),
]
export const fifteenApplications = applicationsOf(terms)
