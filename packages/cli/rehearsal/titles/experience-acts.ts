/** A unit that holds the title tells others of its experience 经验材料: drafted and agreed to there, published by two of the office. */
import { type ExperiencePage, type ExperienceWordsSent, experienceEndpoints } from '#contracts/title/experience.ts'
import { clerkOf, type Do, headOf, inOrder, OFFICE } from '../acts.ts'
import { onceSent, type Stage } from '../stage.ts'

const paramsOf = ({ batch }: Stage, unit: string) => ({ batch, unit })
const read = (stage: Stage, login: string, unit: string): Promise<ExperiencePage> =>
  stage.as(login)(experienceEndpoints.readExperience, { params: paramsOf(stage, unit) })

type Step = {
  readonly unit: string
  readonly login: string
  readonly what: string
  /** Tells apart what is done of one title. */
  readonly time: string
}
/** Sends what this person sees to act on, under one command. @throws Error where nothing is there */
const acting =
  (
    { unit, login, what, time }: Step,
    seenOf: (page: ExperiencePage) => string | undefined,
    send: (stage: Stage, seen: string, command: string) => Promise<unknown>,
  ): Do =>
  async (stage) => {
    const command = `experience-${what}-${stage.batch}-${unit}-${time}`
    const { body } = await onceSent(stage, command, async () => {
      const seen = seenOf(await read(stage, login, unit))
      if (seen === undefined) throw new Error(`${login}没有可以办理的${unit}的经验材料（${what}）。`)
      return { path: '', body: { seen } }
    })
    await send(stage, String(body.seen), command)
  }
const inHand = ({ inHand: one }: ExperiencePage) => one?.seen
const published = ({ published: one }: ExperiencePage) => one?.seen

/** A clerk drafts, whatever stands there. */
export const draftExperience =
  (unit: string, words: ExperienceWordsSent, time: string): Do =>
  async (stage) => {
    const login = clerkOf(unit)
    const command = `experience-draft-${stage.batch}-${unit}-${time}`
    const { body } = await onceSent(stage, command, async () => {
      const replaces = (await read(stage, login, unit)).inHand?.draft
      return { path: '', body: { ...words, ...(replaces && { replaces }) } }
    })
    const { title, text, replaces } = body
    const sent = {
      title: String(title),
      text: String(text),
      ...(replaces !== undefined && { replaces: String(replaces) }),
    }
    await stage.as(login)(experienceEndpoints.draftExperience, { params: paramsOf(stage, unit), body: sent, command })
  }

export const consentToExperience = (unit: string, time: string): Do =>
  acting({ unit, login: headOf(unit), what: 'consent', time }, inHand, (stage, seen, command) =>
    stage.as(headOf(unit))(experienceEndpoints.consentToExperience, {
      ...{ params: paramsOf(stage, unit), body: { seen }, command },
    }),
  )
export const proposeExperience = (unit: string, time: string): Do =>
  acting({ unit, login: OFFICE.officer, what: 'propose', time }, inHand, (stage, seen, command) =>
    stage.as(OFFICE.officer)(experienceEndpoints.proposeExperience, {
      ...{ params: paramsOf(stage, unit), body: { seen }, command },
    }),
  )
export const approveExperience = (unit: string, time: string): Do =>
  acting({ unit, login: OFFICE.head, what: 'publish', time }, inHand, (stage, seen, command) =>
    stage.as(OFFICE.head)(experienceEndpoints.publishExperience, {
      ...{ params: paramsOf(stage, unit), body: { prepared: seen, secrecyChecked: true }, command },
    }),
  )

/** Whoever has to act next sends it back: the unit's head, the officer, the office's head. */
export const declineExperience = (unit: string, reason: string, time: string): Do =>
  acting({ unit, login: headOf(unit), what: 'declined', time }, inHand, (stage, seen, command) =>
    stage.as(headOf(unit))(experienceEndpoints.declineExperience, {
      ...{ params: paramsOf(stage, unit), body: { seen, reason }, command },
    }),
  )
export const returnExperience = (unit: string, reason: string, time: string): Do =>
  acting({ unit, login: OFFICE.officer, what: 'back', time }, inHand, (stage, seen, command) =>
    stage.as(OFFICE.officer)(experienceEndpoints.returnExperience, {
      ...{ params: paramsOf(stage, unit), body: { seen, reason }, command },
    }),
  )
export const returnExperienceProposal = (unit: string, reason: string, time: string): Do =>
  acting({ unit, login: OFFICE.head, what: 'proposal-back', time }, inHand, (stage, seen, command) =>
    stage.as(OFFICE.head)(experienceEndpoints.returnExperienceProposal, {
      ...{ params: paramsOf(stage, unit), body: { seen, reason }, command },
    }),
  )

/** The unit takes back what is published; the office takes it down. */
export const withdrawExperience = (unit: string, reason: string, time: string): Do =>
  acting({ unit, login: headOf(unit), what: 'withdrawn', time }, published, (stage, seen, command) =>
    stage.as(headOf(unit))(experienceEndpoints.withdrawExperience, {
      ...{ params: paramsOf(stage, unit), body: { what: 'published', seen, reason }, command },
    }),
  )
export const takeExperienceDown = (unit: string, reason: string, time: string): Do =>
  acting({ unit, login: OFFICE.officer, what: 'down', time }, published, (stage, seen, command) =>
    stage.as(OFFICE.officer)(experienceEndpoints.takeExperienceDown, {
      ...{ params: paramsOf(stage, unit), body: { seen, reason }, command },
    }),
  )

/** From the draft to the page. */
export const experience = (unit: string, words: ExperienceWordsSent, time: string): Do =>
  inOrder(
    draftExperience(unit, words, time),
    consentToExperience(unit, time),
    proposeExperience(unit, time),
    approveExperience(unit, time),
  )

/** A citizen opens the page: whether it says this. */
export const readPublicExperience =
  (unit: string, says: string): Do =>
  async (stage) => {
    await stage.settle()
    const { path } = await read(stage, OFFICE.officer, unit)
    const answer = await fetch(`${stage.origin}${path}`)
    const page = await answer.text()
    if (!answer.ok || !page.includes(says))
      throw new Error(`查看${unit}的经验材料：${answer.status}，页面没有“${says}”。`)
  }
