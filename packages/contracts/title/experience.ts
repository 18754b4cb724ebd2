/** An experience summary 经验材料 of a unit that holds the title: drafted, agreed to, proposed, published, taken down. `titles-api` answers. */
import { z } from 'zod/mini'
import { COMMANDS, commandNames } from '#procedure/commands.ts'
import { TAKERS, WAITS } from '#title/experience.ts'
import type { Endpoints } from '../endpoint.ts'
import { choice, reference, replaces, sentence, text } from '../forms.ts'

/** A page of the public holds it within 14 KB. */
export const experienceForm = z.strictObject({
  title: text('标题', 40, { open: true }),
  text: sentence('正文', 2500, { open: true }),
})
export type ExperienceWordsSent = z.infer<typeof experienceForm>
const draftBody = z.strictObject({ ...experienceForm.shape, replaces })

const seen = reference('缺少所见经验材料的编号；请刷新，核对后再办')
const returnBody = z.strictObject({ seen, reason: sentence('退回理由', 500) })
/** `prepared`: the proposal that was seen. */
const publishBody = z.strictObject({ prepared: seen, secrecyChecked: z.boolean('请确认已进行保密审查') })
export const withdrawForm = z.strictObject({ reason: sentence('撤回的理由', 500) })
const withdrawBody = z.strictObject({
  what: choice('撤回哪一份', ['published', 'inHand'], { published: '已经公开的', inHand: '办理中的' }),
  seen,
  ...withdrawForm.shape,
})
export const takeDownForm = z.strictObject({ reason: sentence('撤下的理由', 500) })
const takeDownBody = z.strictObject({ seen, ...takeDownForm.shape })

const done = z.object({ by: z.string(), at: z.string() })
export const experiencePage = z.object({
  unit: z.string(),
  batch: z.string(),
  /** Why nothing can be drafted or published as the title stands. */
  whyNot: z.optional(z.string()),
  /** The unit's own until its head has agreed to it. `draft` names it, `seen` what whoever acts next has before them. */
  inHand: z.optional(
    z.object({
      draft: z.string(),
      seen: z.string(),
      waits: z.enum(WAITS),
      title: z.string(),
      text: z.string(),
      drafted: done,
      consented: z.optional(done),
      proposed: z.optional(done),
      returned: z.optional(z.object({ ...done.shape, reason: z.string() })),
    }),
  ),
  published: z.optional(
    z.object({ seen: z.string(), title: z.string(), text: z.string(), ...done.shape, proposedBy: z.string() }),
  ),
  /** `on`: since which day; by whom and why, where nobody's revocation did it by rule. */
  down: z.optional(
    z.object({
      taker: z.enum(TAKERS),
      title: z.string(),
      on: z.string(),
      by: z.optional(z.string()),
      reason: z.optional(z.string()),
    }),
  ),
  /** Where the public reads it, from the root of the site; once it was published. */
  path: z.optional(z.string()),
  commands: z.array(z.enum(commandNames)),
})
export type ExperiencePage = z.infer<typeof experiencePage>

const path = '/api/titles/{batch}/{unit}/experience'
export const experienceEndpoints = {
  readExperience: {
    method: 'GET',
    path,
    access: { command: 'read-title' },
    title: '查看经验材料',
    response: experiencePage,
  },
  draftExperience: {
    method: 'POST',
    path,
    access: { command: 'draft-experience' },
    title: COMMANDS['draft-experience'],
    body: draftBody,
    response: experiencePage,
  },
  consentToExperience: {
    method: 'POST',
    path: `${path}/consent`,
    access: { command: 'consent-experience' },
    title: COMMANDS['consent-experience'],
    body: z.strictObject({ seen }),
    response: experiencePage,
  },
  declineExperience: {
    method: 'POST',
    path: `${path}/consent/return`,
    access: { command: 'consent-experience' },
    title: '不同意公开，退回起草人',
    body: returnBody,
    response: experiencePage,
  },
  proposeExperience: {
    method: 'POST',
    path: `${path}/propose`,
    access: { command: 'propose-experience' },
    title: COMMANDS['propose-experience'],
    body: z.strictObject({ seen }),
    response: experiencePage,
  },
  returnExperience: {
    method: 'POST',
    path: `${path}/propose/return`,
    access: { command: 'propose-experience' },
    title: '把经验材料退回单位',
    body: returnBody,
    response: experiencePage,
  },
  publishExperience: {
    method: 'POST',
    path: `${path}/publish`,
    access: { command: 'publish-experience' },
    title: COMMANDS['publish-experience'],
    body: publishBody,
    response: experiencePage,
  },
  returnExperienceProposal: {
    method: 'POST',
    path: `${path}/publish/return`,
    access: { command: 'publish-experience' },
    title: '退回公开经验材料的提请',
    body: returnBody,
    response: experiencePage,
  },
  withdrawExperience: {
    method: 'POST',
    path: `${path}/withdraw`,
    access: { command: 'withdraw-experience' },
    title: COMMANDS['withdraw-experience'],
    body: withdrawBody,
    response: experiencePage,
  },
  takeExperienceDown: {
    method: 'POST',
    path: `${path}/take-down`,
    access: { command: 'take-experience-down' },
    title: COMMANDS['take-experience-down'],
    body: takeDownBody,
    response: experiencePage,
  },
} as const satisfies Endpoints
