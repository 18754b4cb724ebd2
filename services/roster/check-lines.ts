import { dateOf } from '#calendar/deadline.ts'
import type { RosterBody, RosterChange } from '#contracts/roster.ts'
import { Refused } from '#ledger/refused.ts'
import { BLOCKED } from '#persons/persons.ts'
import type { Appointment } from '#procedure/appointments.ts'
import { loginKey } from '#roster/login-name.ts'
import { appoint, identify, type Person, personKind, registerPerson } from '#roster/person.ts'
import { isLoginKnown } from '#roster/proposal.ts'
import { registerUnit, unitsAbove } from '#roster/unit.ts'
import { isSameName, nameKey } from '#typed/names.ts'
import { dialled } from '#typed/phone.ts'
import { alikeIn } from './alike-units.ts'
import { inTurn } from './in-turn.ts'
import type { Keeping } from './keeping.ts'
import { mustLeaveKeeper, mustNameBoth, mustNotLapse } from './last-administrator.ts'
import { holderOf, holderOfAlike, type Known, lacksName, readIn } from './read-known.ts'
import { calledOf, saidAlike, saidFacts, saidLastDay, saidPhone, saidTwice } from './said-changes.ts'

export type Place = Pick<RosterChange, 'list' | 'at'>
export type RefusedAt = Place & { readonly why: Refused }
export type Checked = {
  readonly refused: readonly RefusedAt[]
  readonly changes: RosterChange[]
}
export type Asked = { readonly by: string; readonly received: string }
/** As whom they enter it for another one to approve; without, it has its effect at once. `alone`: no founding, and nobody to approve. */
export type Writing = Asked & {
  readonly command: string
  readonly as?: Appointment | undefined
  readonly alone?: boolean
  /** By whoever stands in for both parts: while nobody keeps the roster, as this was read. */
  readonly founding?: Keeping | undefined
}

/** Stands for personal data that are kept only when a line is written. */
const NOT_KEPT = { id: '', digest: '' }

/** Every line that the county would refuse, the ones before it taken as written; and what others change of what is there. */
export function checkLines(body: RosterBody, known: Known, asked: Asked): Checked {
  const refused: RefusedAt[] = []
  const changes: RosterChange[] = []
  const check = (place: Place, decide: () => void) => {
    try {
      decide()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refused.push({ ...place, why: error })
    }
  }
  const checks = { known, asked, change: (one: RosterChange) => changes.push(one) }
  const unit = unitCheck(body, checks)
  for (const [at, line] of body.units.entries()) check({ list: 'units', at }, () => unit(line, at))
  const people = new Map<string, Person>()
  const person = personCheck(people, checks)
  for (const [at, line] of body.people.entries()) check({ list: 'people', at }, () => person(line, at))
  const units = new Set(body.units.map((one) => one.unit))
  for (const [at, { person: id, ...held }] of body.appointments.entries())
    check({ list: 'appointments', at }, () => {
      if (held.unit && !units.has(held.unit)) mustBeKnown(known, held.unit, 'unit')
      const state = people.get(id) ?? readIn(known.people, id).state
      people.set(id, appoint(held, asked)(state).reduce(personKind.evolve, state))
      const said = saidLastDay(id, held, known)
      if (said) changes.push({ list: 'appointments', at, ...said })
    })
  // What a line comes to beside others is known once all are read.
  for (const [at, { person: id, ...held }] of body.appointments.entries())
    check({ list: 'appointments', at }, () => {
      const sentence = saidTwice(id, held, known, people.get(id) ?? personKind.initial)
      if (sentence) changes.push({ list: 'appointments', at, what: 'doubled', sentence })
      const all = [...new Map([...known.keepers, ...people]).values()]
      const before = readIn(known.people, id).state
      mustLeaveKeeper(held, { before, all, called: calledOf(known)(id), received: asked.received })
      mustNotLapse(held, { before, kept: [...known.keepers.values()], all, today: dateOf(asked.received) })
      mustNameBoth(held, all, dateOf(asked.received))
    })
  return { refused, changes }
}

type Checks = { readonly known: Known; readonly asked: Asked; readonly change: (one: RosterChange) => void }

function unitCheck({ units }: RosterBody, { known, asked, change }: Checks) {
  const ids = new Set(units.map(({ unit }) => unit))
  const lines = new Map<string, number>()
  const parents = new Map([
    ...[...known.units].map(([id, { state }]) => [id, state.parent] as const),
    ...units.map(({ unit, parent }) => [unit, parent] as const),
  ])
  const byName = new Map(
    [...known.units].flatMap(([id, { state }]) => (state.name && !ids.has(id) ? [[nameKey(state.name), id]] : [])),
  )
  const alikeTo = alikeIn(units, known)
  return ({ unit, apartFrom = [], ...facts }: RosterBody['units'][number], at: number) => {
    mustBeOnce(lines, unit, at, 'unit', `编号“${unit}”`)
    if (facts.parent && !ids.has(facts.parent)) mustBeKnown(known, facts.parent, 'parent')
    if (facts.parent !== unit && unitsAbove(unit, parents).includes(unit))
      throw new Refused('conflict', `单位“${unit}”的上级单位一级级往上又回到它自己；请改正其中一行的上级单位。`, {
        parent: '上级单位又回到本单位',
      })
    const namesake = byName.get(nameKey(facts.name))
    if (namesake)
      throw new Refused('conflict', `“${facts.name}”已用编号“${namesake}”登记；请用那个编号，或改正名称。`, {
        name: `编号为“${namesake}”的单位已用这个名称`,
      })
    byName.set(nameKey(facts.name), unit)
    const { state } = readIn(known.units, unit)
    registerUnit(unit, facts, asked)(state)
    if (state.name && !isSameName(state.name, facts.name))
      change({
        ...{ list: 'units', at, what: 'renamed' },
        sentence: `单位“${unit}”由“${state.name}”改名为“${facts.name}”`,
      })
    const alike = alikeTo(at)
    if (alike.some((one) => !apartFrom.includes(one.unit)))
      change({
        ...{ list: 'units', at, what: 'alike', apart: alike.map((one) => one.unit) },
        sentence: saidAlike(facts.name, alike),
      })
    for (const what of saidFacts(state, facts))
      change({ ...{ list: 'units', at, what: 'changed' }, sentence: `单位“${unit}”（${facts.name}）${what}` })
  }
}

function personCheck(people: Map<string, Person>, { known, asked, change }: Checks) {
  const [lines, logins] = [new Map<string, number>(), new Map<string, number>()]
  const called = calledOf(known)
  return ({ person, name, login, loginFrom, phone }: RosterBody['people'][number], at: number) => {
    const { state } = readIn(known.people, person)
    const stream = login && readIn(known.logins, login).stream
    const decide = inTurn(personKind, [
      registerPerson(person, NOT_KEPT, asked),
      ...(stream ? [identify(stream, asked)] : []),
    ])
    // First, since what they are appointed to is not to be refused because their own line is.
    people.set(person, decide(state).reduce(personKind.evolve, state))
    mustBeOnce(lines, person, at, 'person', `编号“${person}”`)
    if (login) mustBeOnce(logins, loginKey(login), at, 'login', `账号“${login}”`)
    const alike = login && holderOfAlike(known, login)
    if (login && alike && alike !== person)
      throw new Refused(
        'conflict',
        `账号“${login}”与${called(alike)}的“${loginKey(login)}”只有大小写不同；请核对后改正。`,
        {
          login: '已有只差大小写的账号',
        },
      )
    const before = known.names.get(person)
    if (before === BLOCKED)
      throw new Refused('forbidden', `“${person}”的个人信息已封存，不能更改；请先由法制办负责人依规定办理。`)
    if (before && !isSameName(before, name))
      change({
        ...{ list: 'people', at, what: 'renamed' },
        sentence: `“${person}”由${before}改名为${name}，其岗位和账号随之归${name}`,
      })
    if (before && phone === null)
      change({ ...{ list: 'people', at, what: 'erased' }, sentence: `${called(person, name)}登记的电话将删去` })
    const kept = known.phones.get(person)
    if (phone && kept && dialled(kept) !== dialled(phone))
      change({
        ...{ list: 'people', at, what: 'rephoned' },
        sentence: `${called(person, name)}${saidPhone(kept, phone)}`,
      })
    const holder = login && holderOf(known, login)
    if (login && holder && holder !== person && holder !== loginFrom)
      change({
        ...{ list: 'people', at, what: 'moved', from: holder },
        sentence: `账号“${login}”由${called(holder)}改归${called(person, name)}，${called(holder)}从此不能用它登录`,
      })
    if (stream && state.login && state.login !== stream)
      change({
        ...{ list: 'people', at, what: 'replaced' },
        sentence: `${called(person, name)}改用账号“${login}”，不能再用原来的账号登录`,
      })
    if (
      stream &&
      holder === person &&
      lacksName(state, stream, known) &&
      !isLoginKnown({ ...state, login: '' }, { to: person, login: stream, heldBy: person })
    )
      change({
        ...{ list: 'people', at, what: 'labelled' },
        sentence: `${called(person, name)}的账号名称已到期清除，现重新登记为“${login}”，账号不变`,
      })
  }
}

function mustBeOnce(lines: Map<string, number>, key: string, at: number, field: string, what: string): void {
  const before = lines.get(key)
  if (before !== undefined)
    throw new Refused('conflict', `${what}与第${before + 1}个重复；请删去其中一行。`, { [field]: '重复' })
  lines.set(key, at)
}

/** @throws Refused, saying so at the field that names the unit */
function mustBeKnown({ units }: Known, unit: string, field: string): void {
  if (!units.get(unit)?.state.name)
    throw new Refused('incomplete', `名册里没有编号为“${unit}”的单位；请先登记单位。`, {
      [field]: `没有编号为“${unit}”的单位`,
    })
}
