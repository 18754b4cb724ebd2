/** What becomes of titles after the naming: measures by an officer and the head, a meeting, a re-check, a plaque. */
import { type MeasureBody, type TitlePage, titleEndpoints } from '#contracts/title/title.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { type Do, OFFICE } from '../acts.ts'
import { pdf } from '../paper.ts'
import { onceSent, type Stage, upload } from '../stage.ts'

const paramsOf = ({ batch }: Stage, unit: string) => ({ batch, unit })
const read = (stage: Stage, login: string, unit: string): Promise<TitlePage> =>
  stage.as(login)(titleEndpoints.readTitle, { params: paramsOf(stage, unit) })
/** What this person sees waiting. @throws Error when nothing does */
const preparedOf = async (stage: Stage, login: string, unit: string): Promise<string> => {
  const { pending } = await read(stage, login, unit)
  if (!pending) throw new Error(`${unit}的称号没有待签发的办理稿。`)
  return pending.prepared
}
const nameOf = ({ batch }: Stage, what: string, unit: string, time: string) => `${what}-${batch}-${unit}-${time}`

type Scanned = { readonly named: string; readonly says: string }
/** @param time tells apart what is done of one title @param scanned a paper that is kept on the unit and cited */
export const prepareMeasure =
  (unit: string, measure: MeasureBody, time: string, scanned?: Scanned): Do =>
  async (stage) => {
    const scan = scanned && (await upload(stage, OFFICE.officer, officeOn(unit), pdf(scanned.named, scanned.says)))
    const body = scan ? { ...measure, scan } : measure
    const params = paramsOf(stage, unit)
    const command = nameOf(stage, 'measure', unit, time)
    await stage.as(OFFICE.officer)(titleEndpoints.prepareMeasure, { params, body, command })
  }

/** The head sends back what waits. */
export const returnMeasure =
  (unit: string, reason: string, time: string): Do =>
  async (stage) => {
    const command = nameOf(stage, 'measure-back', unit, time)
    const { body } = await onceSent(stage, command, async () => ({
      path: '',
      body: { prepared: await preparedOf(stage, OFFICE.head, unit) },
    }))
    await stage.as(OFFICE.head)(titleEndpoints.returnMeasure, {
      ...{ params: paramsOf(stage, unit), body: { prepared: String(body.prepared), reason }, command },
    })
  }

/** Whoever prepares lets go of what came back. */
export const dropMeasure =
  (unit: string, reason: string, time: string): Do =>
  async (stage) => {
    const command = nameOf(stage, 'measure-dropped', unit, time)
    const { body } = await onceSent(stage, command, async () => ({
      path: '',
      body: { prepared: await preparedOf(stage, OFFICE.officer, unit) },
    }))
    await stage.as(OFFICE.officer)(titleEndpoints.dropMeasure, {
      ...{ params: paramsOf(stage, unit), body: { prepared: String(body.prepared), reason }, command },
    })
  }

export const approveMeasure =
  (unit: string, time: string): Do =>
  async (stage) => {
    const command = nameOf(stage, 'measure-approved', unit, time)
    const { body } = await onceSent(stage, command, async () => ({
      path: '',
      body: { prepared: await preparedOf(stage, OFFICE.head, unit) },
    }))
    await stage.as(OFFICE.head)(titleEndpoints.approveMeasure, {
      ...{ params: paramsOf(stage, unit), body: { prepared: String(body.prepared), secrecyChecked: true }, command },
    })
  }

/** An officer prepares, the head approves. */
export const measure =
  (unit: string, what: MeasureBody, time: string, scanned?: Scanned): Do =>
  async (stage) => {
    await prepareMeasure(unit, what, time, scanned)(stage)
    await approveMeasure(unit, time)(stage)
  }

export const decideRevocation =
  (unit: string, number: string, date: string): Do =>
  async (stage) => {
    const { minutesTo } = await read(stage, OFFICE.secretary, unit)
    const minutes = await upload(
      stage,
      OFFICE.secretary,
      minutesTo,
      pdf(`${number}.pdf`, `${stage.batch} ${unit} ${date}`),
    )
    await stage.as(OFFICE.secretary)(titleEndpoints.recordTitleMeeting, {
      params: paramsOf(stage, unit),
      body: {
        ...{ meeting: '县政府第8次常务会议', number, date, outcome: 'revokes', minutes },
        ...{ present: ['许建国', '宋志远', '何秀英'], absent: [] },
      },
      command: nameOf(stage, 'title-meeting', unit, date),
    })
  }

export const recheck =
  (unit: string, year: number, on: string): Do =>
  async (stage) => {
    await stage.as(OFFICE.officer)(titleEndpoints.recheckTitle, {
      params: paramsOf(stage, unit),
      body: { year, on, text: '制度健全，执法规范，没有发现应当警示的情形。' },
      command: nameOf(stage, 'recheck', unit, String(year)),
    })
  }

export const takePlaque =
  (unit: string, on: string): Do =>
  async (stage) => {
    await stage.as(OFFICE.officer)(titleEndpoints.recordPlaque, {
      ...{ params: paramsOf(stage, unit), body: { on, text: '证书一并收回。' } },
      command: nameOf(stage, 'plaque', unit, on),
    })
  }

/** Somebody types the code of a certificate on the public register, and reads how its title stands. */
export const checkCertificate =
  (unit: string, says: string): Do =>
  async (stage) => {
    await stage.settle()
    const { held } = await read(stage, OFFICE.officer, unit)
    const typed = (held?.code ?? '').toLowerCase().replaceAll('-', '')
    const answer = await fetch(`${stage.origin}/public/titles/check?code=${typed}`)
    const page = await answer.text()
    if (!answer.ok || !page.includes(says)) throw new Error(`查验${unit}的证书：${answer.status}，页面没有“${says}”。`)
  }
