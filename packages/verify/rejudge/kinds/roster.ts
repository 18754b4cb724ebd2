/** Units, logins, and what the office enters for the whole county. */
import { checkCatalogue } from '#catalogue/check/check-catalogue.ts'
import { catalogueKind, publishVersion } from '#catalogue/edition/publish-version.ts'
import { UNIT_ID } from '#contracts/unit-ids.ts'
import { enterHolidays, holidaysKind, holidaysStream } from '#county/enter-holidays.ts'
import { Refused } from '#ledger/refused.ts'
import { type Login, type LoginEvent, linkLogin, loginKind } from '#roster/login.ts'
import { onItsWay, surelyHeldBy } from '#roster/login-holder.ts'
import { type Person, personStream } from '#roster/person.ts'
import { approveProposal } from '#roster/proposal.ts'
import { registerUnit, unitKind, unitStream } from '#roster/unit.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { type About, judging } from '../judging.ts'
import { byRight } from '../rights.ts'
import { type Approving, mustBeFounding, mustKeepRoster, settling } from './keepers.ts'

export const judgeUnit = judging(unitKind, function* candidates({ ids, events, elsewhere, commit }) {
  const [event] = events
  const [unit = ''] = ids
  const { at: received, by, name, kind, parent, inScope } = event
  yield (state) => {
    mustKeepRoster(elsewhere, 'keep-roster', { by: commit.by, received })
    if (!UNIT_ID.test(unit)) throw new Refused('incomplete', `“${unit}”不是单位编号的写法`)
    mustNotGoRound(elsewhere, { unit, parent, received })
    if (parent !== undefined && !elsewhere.units.at(unitStream(parent), received).some((one) => one.name !== undefined))
      throw new Refused('incomplete', `名册里当时没有编号为“${parent}”的单位`)
    const facts = { name, kind, inScope, ...(parent !== undefined && { parent }) }
    return registerUnit(unit, facts, { by, received })(state)
  }
})

type Under = { readonly unit: string; readonly parent: string | undefined; readonly received: string }
/** @throws Refused where those above a unit lead back to it, by all states in which they may have been read */
function mustNotGoRound({ units }: Elsewhere, { unit, parent, received }: Under): void {
  const above = new Set<string>()
  for (let one = parent; one !== undefined && !above.has(one); ) {
    above.add(one)
    const [first, ...others] = units.at(unitStream(one), received).map((state) => state.parent)
    one = others.every((other) => other === first) ? first : undefined
  }
  if (above.has(unit)) throw new Refused('conflict', '上级单位一级级往上又回到本单位')
}

export const judgeLogin = judging(loginKind, function* candidates(about) {
  const { events, elsewhere, commit, state } = about
  const [event] = events
  const { at: received, by, person, proposal } = event
  const from = state.person === undefined ? [] : [state.person]
  for (const giving of elsewhere.persons.at(personStream(person), received))
    yield (before) => {
      const { logins = [] } = giving
      if (proposal === undefined) mustBeFounding(elsewhere, commit)
      else mustHaveEntered(about, giving, proposal)
      return linkLogin(person, { by, received, after: logins.length, proposal }, from)(before)
    }
})

/** @throws Refused unless it is this login that was entered for them, which they may have, and which may leave whom it was with */
function mustHaveEntered(
  { elsewhere, commit, events: [{ at: received, person }], stream, state }: About<LoginEvent, Login>,
  giving: Person,
  proposal: number,
): void {
  const approve = (approving: Approving) => approveProposal(person, proposal, { approving, received })
  settling(elsewhere, { by: commit.by, received }, approve)(giving)
  const asked = giving.pending?.find((one) => one.proposal === proposal)
  if (asked?.type !== 'loginProposed' || asked.login !== stream)
    throw new Refused('conflict', `${person}的这一项登记的不是这个账号`)
  const statesOf = (one: string) => elsewhere.persons.at(personStream(one), received)
  const holder = surelyHeldBy(stream, state, statesOf)
  if (holder !== undefined && holder !== person && holder !== asked.loginFrom)
    throw new Refused('conflict', `这个账号当时是${holder}的，登记时没有写明改归`)
  const other = onItsWay(stream, state, received, statesOf)
  if (other !== undefined && other !== person) throw new Refused('conflict', `这个账号当时正在登记给${other}`)
}

export const judgeCatalogue = judging(catalogueKind, function* candidates({ ids, events, elsewhere, commit }) {
  const [{ number, title, digest, map, at: received, by }] = events
  const version = { number, title, digest, ...(map && { map }) }
  const publish = byRight(
    elsewhere,
    'publish-catalogue',
    { by: commit.by, received },
    publishVersion(version, { by, received }),
  )
  yield (before) => {
    const published = publish(before)
    if (published.length > 0) mustBeCatalogue(elsewhere, version, ids[0])
    return published
  }
})

/** @throws Refused for a text, where it is at hand, that nobody could have published as this */
function mustBeCatalogue(
  { textOf }: Elsewhere,
  { number, title, digest, map }: Published,
  id: string | undefined,
): void {
  if (number === 1 && map) throw new Refused('conflict', '第1版没有前一版，不需要新旧对照表')
  const text = textOf(digest)
  if (!text) return
  const { catalogue, mistakes } = checkCatalogue(text.is)
  if (!catalogue) throw new Refused('incomplete', `所发布的内容有${mistakes.length}处错误`)
  if (catalogue.id !== id || catalogue.title !== title)
    throw new Refused('conflict', `所发布的内容是标识为“${catalogue.id}”的“${catalogue.title}”`)
}
type Published = Parameters<typeof publishVersion>[0]

export const judgeHolidays = judging(holidaysKind, function* candidates({ events, elsewhere, commit, stream }) {
  const [{ year, source, off, work, at: received, by }] = events
  if (stream !== holidaysStream(year)) throw new Refused('incomplete', '所写的年份不是这一年')
  const entered = enterHolidays({ year, source, off, work }, { by, received })
  yield byRight(elsewhere, 'enter-holidays', { by: commit.by, received }, entered)
})
