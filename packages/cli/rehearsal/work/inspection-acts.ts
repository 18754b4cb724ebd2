/** The office visits a unit that works, the unit says how it has mended what was found, the office confirms it. */
import { type InspectionPage, inspectionEndpoints } from '#contracts/work/inspection.ts'
import { clerkOf, type Do, OFFICE } from '../acts.ts'
import { onceSent, type Stage } from '../stage.ts'

type Visit = { readonly on: string; readonly finding: string; readonly lastDay: string }

const read = (stage: Stage, login: string, unit: string): Promise<InspectionPage> =>
  stage.as(login)(inspectionEndpoints.readInspection, { params: { batch: stage.batch, unit } })

export const visit =
  (unit: string, { on, finding, lastDay }: Visit): Do =>
  async (stage) => {
    const command = `visit-${stage.batch}-${unit}-${on}`
    const { body } = await onceSent(stage, command, async () => {
      const { seen, people } = await read(stage, OFFICE.officer, unit)
      return { path: '', body: { seen, visitors: people.slice(0, 2).map(({ person }) => person) } }
    })
    const { visitors } = body
    await stage.as(OFFICE.officer)(inspectionEndpoints.recordVisit, {
      params: { batch: stage.batch, unit },
      body: {
        ...{ on, place: '办公场所', text: '查阅决策程序和执法案卷材料，听取情况介绍。', seen: Number(body.seen) },
        visitors: Array.isArray(visitors) ? visitors.map(String) : [],
        findings: [{ text: finding, lastDay }],
      },
      command,
    })
  }

/** Of the first finding of the first visit. */
const which = (stage: Stage, unit: string) => ({ batch: stage.batch, unit, n: '1', item: '1' })

/** @param seen how many answers there were before */
export const answerFinding =
  (unit: string, text: string, seen = 0): Do =>
  async (stage) => {
    await stage.as(clerkOf(unit))(inspectionEndpoints.answerFinding, {
      ...{ params: which(stage, unit), body: { text, seen } },
      command: `answer-${stage.batch}-${unit}-${seen}`,
    })
  }

export const confirmMended =
  (unit: string, seen = 1): Do =>
  async (stage) => {
    await stage.as(OFFICE.head)(inspectionEndpoints.settleFinding, {
      ...{ params: which(stage, unit), body: { outcome: 'mended', seen } },
      command: `settle-${stage.batch}-${unit}-${seen}`,
    })
  }
