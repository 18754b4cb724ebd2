/** Two units through the variant that has every kind of step, in real time, beside the acceptance's batch. */
import { setTimeout as sleep } from 'node:timers/promises'
import { dateOf, lapsesFrom } from '#calendar/deadline.ts'
import { arrives, closeWhenOver, inSeconds, together, whenNoLonger } from '../../packages/cli/accept/trial.ts'
import { type Do, inOrder, OFFICE, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { inquire } from '../../packages/cli/rehearsal/assessment/assessment-acts.ts'
import { guide, report, settle } from '../../packages/cli/rehearsal/case-acts.ts'
import {
  declare,
  fillIn,
  mendDeclaration,
  signAndSubmit,
  signDeclaration,
  submitDeclaration,
} from '../../packages/cli/rehearsal/form-acts.ts'
import { accepted, draft, signDraft } from '../../packages/cli/rehearsal/judgement-acts.ts'
import {
  approveAnnouncement,
  decideList,
  meet,
  prepareAnnouncement,
  publishNotice,
  submitList,
} from '../../packages/cli/rehearsal/list-acts.ts'
import { admitObjection, enterObjection, findObjection } from '../../packages/cli/rehearsal/objection-acts.ts'
import { type Told, tellStories } from '../../packages/cli/rehearsal/play-year.ts'
import { eventually, type Stage } from '../../packages/cli/rehearsal/stage.ts'
import { again, EVERY_KIND, everyKindTerms, whole } from './every-kind-batch.ts'

/** Time enough to publish the notice and to enter what was objected. */
const NOTICE_SECONDS = 20

const all = [whole, again]
const both = all.map(({ unit }) => unit)
const only = [whole.unit]

type Deps = {
  readonly stage: Stage
  readonly now: () => Date
  readonly told: (what: string) => void
  /** Called while the unit works, and nothing is due but time: for whoever can look inside. */
  readonly atWork?: (batch: string, unit: string) => Promise<void>
}
type Play = Deps & {
  readonly today: string
  readonly does: (what: string, ...acts: readonly Do[]) => Promise<void>
  readonly reach: (step: string, units?: readonly string[]) => Promise<void>
}

/** @throws Sentence when something that follows an act does not come */
export async function playEveryKind(deps: Deps): Promise<Told[]> {
  const { stage, now, told } = deps
  const began = now().getTime()
  const elapsed = () => ((now().getTime() - began) / 1000).toFixed(1).padStart(6)
  const play: Play = {
    ...deps,
    today: dateOf(now().toISOString()),
    does: async (what, ...acts) => {
      told(`${elapsed()}秒  全程：${what}`)
      await inOrder(...acts)(stage)
    },
    reach: (step, units = both) =>
      together(
        all.filter(({ unit }) => units.includes(unit)).map(({ unit, name }) => arrives(stage, unit, name, step)),
      ),
  }
  await applyAndWork(play)
  await declareAndBeAssessed(play)
  await standInNotice(play)
  await beNamed(play)
  return tellStories(stage, EVERY_KIND, all)
}

/** Whose name stands on its papers: nobody’s. */
const NOBODY = { contact: '部署验收（姓名）', representative: '部署验收（姓名）', signer: '部署验收（姓名）' }

async function applyAndWork({ stage, now, today, does, reach, atWork }: Play): Promise<void> {
  await does('发布通知', openCall(everyKindTerms(now())))
  await together(
    all.map(({ unit, name }) =>
      does(`${name}填写、签署、提交`, fillIn(unit, name, NOBODY), signAndSubmit(unit, today, NOBODY)),
    ),
  )
  await reach('review')
  await does('拟办、签发初审', ...both.map((unit) => judged(unit, 'review-1')))
  await reach('selection')
  await does('提请领导小组审议', submitList('selection', both))
  await does('领导小组表决培育对象', groupDecides('selection', '部署验收第1号', both, 'cultivated', today))
  await reach('implementation')
  await does('报送进展，指导', ...both.map((unit) => report(unit, 1)), guide(whole.unit, '请注意收集案卷评查记录。'))
  await atWork?.(stage.batch, whole.unit)
  await does('等创建期满（截止两分钟以后）……')
  await reach('declaration')
}

async function declareAndBeAssessed({ today, does, reach }: Play): Promise<void> {
  await together(
    all.map(({ unit, name }) =>
      does(
        `${name}填写、签署、提交申报表`,
        declare(unit, name, NOBODY),
        signDeclaration(unit),
        submitDeclaration(unit),
      ),
    ),
  )
  await reach('acceptance')
  await does(
    `${whole.name}申报退回补正，${again.name}验收通过`,
    draft(whole.unit, { outcome: 'returned', reason: '申报报告缺少数据。', reopens: ['report'] }, 'acceptance-1'),
    signDraft(whole.unit, 'acceptance-1'),
    judged(again.unit, 'acceptance-1'),
  )
  await reach('declaration', only)
  await does(
    `${whole.name}补正，重新签署、提交`,
    mendDeclaration(whole.unit, whole.name),
    signDeclaration(whole.unit, 2),
    submitDeclaration(whole.unit, 2),
  )
  await reach('acceptance', only)
  await does(`${whole.name}验收通过`, judged(whole.unit, 'acceptance-2'))
  await reach('assessment')
  await together(
    all.map(({ unit, name }) => does(`${name}考核五种方式，推荐`, inquire(unit, today), settle(unit, 'recommended'))),
  )
  await reach('candidacy')
  await does('考核组签署候选名单', teamSigns('部署验收第2号', both, today))
  await reach('notice')
}

async function standInNotice({ now, today, does, reach }: Play): Promise<void> {
  const lateFrom = inSeconds(now(), NOTICE_SECONDS)
  await does('拟制、签发公示', publishNotice(both, today, { lateFrom }))
  await does(
    `公示期间收到对${again.name}的异议，需要重新考核`,
    enterObjection(again.unit, 'phone', today),
    // The notice learns of an objection a moment after it is kept.
    whenNoLonger('elsewhere', admitObjection(again.unit)),
    findObjection(again.unit, 'reassess'),
  )
  await does('等公示期满（截止两分钟以后）……')
  await sleep(Math.max(0, Date.parse(lapsesFrom(lateFrom)) - now().getTime()))
  await does('核对各渠道，结束公示', closeWhenOver)
  await together([reach('proposal', only), reach('assessment', [again.unit])])
  await does(`${again.name}重新考核，不推荐`, inquire(again.unit, today, 2), settle(again.unit, 'notRecommended', 2))
  await reach('notRecommended', [again.unit])
}

async function beNamed({ today, does, reach }: Play): Promise<void> {
  await does('提请领导小组认定', submitList('proposal', only))
  await does('领导小组认定', groupDecides('proposal', '部署验收第3号', only, 'proposed', today))
  await reach('executiveMeeting', only)
  await does('常务会议审议', meet('部署验收第4号', today, only, 'named'))
  await reach('naming', only)
  const decision = { number: '部署验收〔2026〕1号', date: today }
  await does('拟制、签发命名决定', prepareAnnouncement(only, decision), approveAnnouncement)
  await reach('named', only)
  await does('命名决定已经公开', decisionIsPublic)
}

/** Drafted by the officer and signed by the head. */
const judged = (unit: string, what: string): Do => inOrder(draft(unit, accepted, what), signDraft(unit, what))

const groupDecides = (step: string, number: string, cases: readonly string[], outcome: string, date: string): Do =>
  decideList({
    step,
    login: OFFICE.groupSecretary,
    meeting: '领导小组会议',
    number,
    date,
    cases,
    outcome,
    votes: true,
  })
const teamSigns = (number: string, cases: readonly string[], date: string): Do =>
  decideList({
    step: 'candidacy',
    login: OFFICE.leader,
    meeting: '考核组会议',
    number,
    date,
    cases,
    outcome: 'candidate',
  })

/** @throws Error when the page that publishes names does not name the one unit, or names the other */
const decisionIsPublic: Do = async (stage) => {
  const address = `${stage.origin}/public/decisions/${stage.batch}/1.html`
  const look = async () => (await fetch(address)).text()
  const text = await eventually(stage, look, (seen) => seen.includes(whole.name))
  if (!text.includes(whole.name) || text.includes(again.name)) throw new Error(`${address} does not say who was named`)
}
