/** What commits are called: by the click that asked for them, or by what a run of ours follows. */
import type { Commit } from '#ledger/ledger.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { isObject } from '../differences.ts'
import type { Finding } from '../finding.ts'
import { oddCommit } from './judging.ts'

type Named = Pick<Commit, 'command' | 'by' | 'events'>
type Event = Readonly<Record<string, unknown>>

/** A click's id has no blank; bound to what it asked for, it is two digests. */
const CLICK = /^([0-9a-f]{32} =[0-9a-f]{32}|[!-~]{8,80})$/
/** Of an objection that the office enters, its number follows from it. */
const ENTERED = /^objection \S+ =[0-9a-f]{32}$/

/** What the verifier of files calls its runs. */
export const VERIFYING = /^(verify \d+|hold sent)$/

type Machine = (event: Event, commit: Named) => string | RegExp | boolean | undefined
/**
 * By the first part of a stream's name and the kind of its events: what a commit is called that no click asked for. The
 * judge of each kind knows the rest of the name.
 */
const BY_MACHINE: Readonly<Record<string, Machine>> = {
  'copies copied': ({ owner }) => `copy ${owner}`,
  'evidence held': () => VERIFYING,
  'evidence kept': () => /^(verify \d+|spread copies\/[0-9a-f]{64}#\d+)$/,
  'evidence rejected': () => VERIFYING,
  'evidence scanned': () => /^(verify \d+|spread copies\/[0-9a-f]{64}#\d+)$/,
  'keepers changing': () => /^keepers \d+ for \S+( =[0-9a-f]{32})?$/,
  'notice objectionReceived': () => ENTERED,
  'opened opened': ({ at }, { command }) => command.startsWith('open ') && command.endsWith(` ${at}`),
  'reminded dueReminded': () => /^remind /,
  'reminded reminderSent': () => /^sent /,
  'retention found': () => /^find /,
  'retention erasing': () => /^begin /,
  'retention erased': () => /^erase /,
}

/** What says the time of an act elsewhere, however late its news came: under that act's name alone. */
const FOLLOWS: Readonly<Record<string, Machine>> = {
  'notice objectionSettled': settling,
  // Where the notice had been closed without it.
  'notice lined': (_event, { events: [first] }) => (isObject(first) ? settling(first) : undefined),
  'objection received': ({ notice }, { command }) => command.startsWith(`receive ${notice}#`),
  'title conferred': ofAct('confer'),
}

function settling({ type, objection }: Event): string | undefined {
  return type === 'objectionSettled' ? `settle ${objection}` : undefined
}

function ofAct(verb: string): Machine {
  return ({ act }) => (isObject(act) ? `${verb} ${act.stream}#${act.number}` : undefined)
}

function nameOf(stream: string, event: Event, commit: Named): ReturnType<Machine> {
  const kind = stream.slice(0, stream.indexOf('/'))
  if (event.type === 'setAside') return `set aside ${event.case} ${event.number}`
  if (kind === 'case' && commit.by === ACTORS.time) return `lapse ${event.step} ${event.visit}`
  return BY_MACHINE[`${kind} ${event.type}`]?.(event, commit) ?? actOf(stream, event, commit)
}

function actOf(stream: string, event: Event, commit: Named): ReturnType<Machine> {
  const kind = stream.slice(0, stream.indexOf('/'))
  if (kind !== 'case') return FOLLOWS[`${kind} ${event.type}`]?.(event, commit)
  const name = ofAct('line')(event, commit)
  // One commit may ask more than one thing of a case, and says which behind its number.
  return typeof name === 'string' && commit.command.startsWith(`${name} `) ? commit.command : name
}

const isCalled = (name: ReturnType<Machine>, { command }: Named): boolean =>
  typeof name === 'string' ? name === command : name instanceof RegExp ? name.test(command) : name === true

/** Whether the event follows from an act elsewhere, under the name of that act. */
export const followsAct = (stream: string, event: Event, commit: Named): boolean =>
  isCalled(actOf(stream, event, commit), commit)

/** A commit that neither a click asked for nor a run of ours writes so. */
export function wrongCommands(stream: string, commits: readonly Commit[]): Finding[] {
  return commits.flatMap((commit) => {
    const { number, command, events } = commit
    const isOurs = events.every((event) => isObject(event) && isCalled(nameOf(stream, event, commit), commit))
    if (CLICK.test(command) || isOurs) return []
    return [oddCommit(stream, number, { field: 'command', how: '的操作编号既不是一次点击的，也不是这种自动办理的' })]
  })
}
