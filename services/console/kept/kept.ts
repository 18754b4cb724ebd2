/**
 * What a browser keeps of somebody's typing, in one room: under the person whose it is, until it is sent, until they
 * log out, or until somebody else logs in here. What is personal stays in this page's memory and is never written down.
 */
import { z } from 'zod/mini'
import { namesSomebody, reachesSomebody } from '#typed/personal-numbers.ts'

export type Values = Readonly<Record<string, unknown>>
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const stored = z.record(z.string(), z.unknown())
const fieldNames = z.array(z.string())
const OURS = 'shifan:'
const DRAFTS = `${OURS}kept:`
/** A preference, no draft: it stays for its person's next login, and no other person is shown it. */
const LASTING = `${OURS}phrases:`
/** Written and taken away at once: other windows hear of it. */
const LEFT = `${OURS}left`
/** The same, of who has come. */
const HERE = `${OURS}here`
/** Within a draft: which of its fields are not written down. No field is called so. */
const APART = ' apart'
/** Within a draft: for what it was typed, where that may be another by now. No field is called so. */
const ABOUT = ' about'
/** An instant and nothing else. */
const ACTIVE = `${OURS}active`
const ENDED = `${OURS}ended`
/** All windows find it within seconds of each other. */
const ENDING_MS = 10_000

export class Kept {
  readonly #store: () => Store
  /** Fields that are never written down, by the name of their draft. */
  readonly #memory = new Map<string, Values>()
  #person = ''

  constructor(store: () => Store) {
    this.#store = store
  }

  /**
   * From now on drafts are this person's; what another one left here is forgotten, and what an older version kept. Windows
   * that are still another's hear of it.
   */
  belongTo(person: string): void {
    this.#person = person
    this.#memory.clear()
    this.#remove((key) => !key.startsWith(this.#prefix()))
    this.#tellWindows(HERE)
  }
  read(name: string): Values | undefined {
    const all = { ...this.written(name), ...this.#memory.get(name) }
    return Object.keys(all).length > 0 ? all : undefined
  }
  /** What of it is written down, and there when the page is not any more. */
  written(name: string): Values {
    const { [APART]: _names, [ABOUT]: _about, ...values } = this.#stored(name)
    return values
  }
  /**
   * Each field by itself: what tells of somebody takes nothing beside it along.
   * @param personal fields that are never written down, whatever they say
   * @param about for what it is typed; what is typed into what was found here stays about what that was
   */
  keep(name: string, values: Values, personal: readonly string[] = [], about?: string): void {
    const isApart = ([field, value]: [string, unknown]) => personal.includes(field) || namesSomebodyIn(value)
    const all = Object.entries(values).filter(([, value]) => value !== undefined)
    const apart = all.filter(isApart)
    const written = all.filter((one) => !isApart(one))
    if (apart.length > 0) this.#memory.set(name, Object.fromEntries(apart))
    else this.#memory.delete(name)
    // That something stood there is known after the page is gone, and by whom it is missed.
    const names = apart.filter(([, value]) => !isNothing(value)).map(([field]) => field)
    const typed: Values = { ...Object.fromEntries(written), ...(names.length > 0 && { [APART]: names }) }
    const isThere = Object.keys(typed).length > 0
    const draft = { ...typed, ...(about !== undefined && { [ABOUT]: this.about(name) ?? about }) }
    const key = this.#prefix() + name
    this.#tried((store) => (isThere ? store.setItem(key, JSON.stringify(draft)) : store.removeItem(key)))
  }
  /** Fields of it that are on this page alone. */
  apart(name: string): readonly string[] {
    return Object.entries(this.#memory.get(name) ?? {}).flatMap(([field, value]) => (isNothing(value) ? [] : [field]))
  }
  /** Fields of it that were on a page alone which is gone: they stood there, and nobody has them any more. */
  lost(name: string): readonly string[] {
    const here = { ...this.written(name), ...this.#memory.get(name) }
    const names = fieldNames.safeParse(this.#stored(name)[APART]).data ?? []
    return names.filter((field) => !Object.hasOwn(here, field))
  }
  /** For what it was typed; undefined where nobody said so. */
  about(name: string): string | undefined {
    const { [ABOUT]: about } = this.#stored(name)
    return typeof about === 'string' ? about : undefined
  }
  /** What was typed is compared with what stands now, and is about that. */
  turnTo(name: string, about: string): void {
    const draft = this.#stored(name)
    if (Object.keys(draft).length === 0) return
    this.#tried((store) => store.setItem(this.#prefix() + name, JSON.stringify({ ...draft, [ABOUT]: about })))
  }
  /** Whether anything goes with this page. */
  hasApart(): boolean {
    return [...this.#memory.keys()].some((name) => this.apart(name).length > 0)
  }
  /** Whoever was here has left: what is on this page alone is nobody's any more. */
  forgetApart(): void {
    this.#memory.clear()
  }
  forget(name: string): void {
    this.#memory.delete(name)
    this.#tried((store) => store.removeItem(this.#prefix() + name))
  }
  /** How many drafts wait here. */
  count(): number {
    const prefix = this.#prefix()
    const written = this.#keys()
      .flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
      .filter((name) => Object.keys(this.written(name)).length > 0)
    return new Set([...written, ...this.#memory.keys()]).size
  }
  /** The person logs out: nothing of theirs stays, and their other windows are told. */
  leave(): void {
    this.#memory.clear()
    // Whoever has come here meanwhile keeps theirs.
    this.#remove((key) => !key.startsWith(DRAFTS) || key.startsWith(this.#prefix()))
    this.#tellWindows(LEFT)
  }
  /**
   * Nobody was there for too long: what is written down waits for this person's next login here, and goes when somebody
   * else logs in. Other windows are told.
   * @returns whether this window is the first to find it, and so ends the login; an issuer ends one once
   */
  timeOut(at: number): boolean {
    this.#memory.clear()
    const before = Number(this.#tried((store) => store.getItem(ENDED))) || 0
    if (Math.abs(at - before) < ENDING_MS) return false
    this.#tried((store) => store.setItem(ENDED, String(at)))
    this.#tellWindows(LEFT)
    return true
  }
  /** When somebody last did anything in a window of this browser, in milliseconds since 1970; 0 when nobody has. */
  lastActive(): number {
    return Number(this.#tried((store) => store.getItem(ACTIVE))) || 0
  }
  /** Whether somebody was here and nobody has done anything since for that long: they went without logging out. */
  wasLeft(at: number, limitMs: number): boolean {
    const last = this.lastActive()
    return last !== 0 && at - last >= limitMs
  }
  sayActive(at: number): void {
    this.#tried((store) => store.setItem(ACTIVE, String(Math.round(at))))
  }
  /** Whether a change of the store in another window says that this person has logged out there. */
  hasLeft({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): boolean {
    return key === LEFT && newValue === this.#person
  }
  /** Whether it says that somebody else has logged in there: nothing of this person may stay for them to read. */
  isAnothers({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): boolean {
    return key === HERE && newValue !== null && newValue !== this.#person
  }
  /** What an older version kept of somebody is taken away here. */
  readLasting(name: string): readonly unknown[] | undefined {
    const all = z.array(z.unknown()).safeParse(parsed(this.#tried((store) => store.getItem(LASTING + name)))).data
    if (all?.some(tellsOfSomebody)) this.keepLasting(name, all)
    return all?.filter((one) => !tellsOfSomebody(one))
  }
  /** Each but what tells of somebody: it would stay when its person has left. */
  keepLasting(name: string, all: readonly unknown[]): void {
    const lasting = JSON.stringify(all.filter((one) => !tellsOfSomebody(one)))
    this.#tried((store) => store.setItem(LASTING + name, lasting))
  }

  #stored(name: string): Values {
    return stored.safeParse(parsed(this.#tried((store) => store.getItem(this.#prefix() + name)))).data ?? {}
  }
  #tellWindows(key: typeof LEFT | typeof HERE): void {
    this.#tried((store) => {
      store.setItem(key, this.#person)
      store.removeItem(key)
    })
  }
  #prefix(): string {
    return `${DRAFTS}${encodeURIComponent(this.#person)}:`
  }
  #keys(): string[] {
    return (
      this.#tried((store) =>
        Array.from({ length: store.length }, (_, n) => store.key(n)).filter((key) => key !== null),
      ) ?? []
    )
  }
  #remove(which: (key: string) => boolean): void {
    for (const key of this.#keys())
      if (key.startsWith(OURS) && !key.startsWith(LASTING) && which(key)) this.#tried((store) => store.removeItem(key))
  }
  /** A browser that keeps nothing (full, or told so) must not stop anybody from typing. */
  #tried<T>(what: (store: Store) => T): T | undefined {
    try {
      return what(this.#store())
    } catch {
      return undefined
    }
  }
}

/** A file, perhaps with a name. */
const DIGEST = /^[0-9a-f]{64}(?= |$)/
const inAnyText =
  (is: (text: string) => boolean) =>
  (value: unknown): boolean =>
    typeof value === 'string'
      ? is(value.replace(DIGEST, ''))
      : typeof value === 'object' && value !== null && Object.values(value).some(inAnyText(is))
/** A mobile or an identity number in a text is personal, whatever the field is called. An office's landline is nobody's. */
const namesSomebodyIn = inAnyText(namesSomebody)
/** Also a landline or an address of e-mail: for what stays when its person has left. */
export const tellsOfSomebody = inAnyText(reachesSomebody)

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Undefined where there is nothing, or nothing of ours. */
function parsed(text: string | null | undefined): unknown {
  try {
    return text === null || text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
