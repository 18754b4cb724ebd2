/** A form that keeps itself: in the browser with every change, at the server after every pause; nothing typed is lost. */
import { ApiError } from '#contracts/client.ts'
import type { FormSchema } from '#contracts/forms.ts'
import { SessionEnded } from '../session/session-ends.ts'
import type { Values } from './kept-values.ts'
import type { LocalDraft, Unsent } from './local-draft.ts'
import { goodAnswers } from './saving/good-answers.ts'
import { type Collision, mergeAnswers, same, sameAnswers } from './saving/merge-answers.ts'
import { NotTaken } from './saving/not-taken.ts'

/** The form as the server has it. `seen` grows with every commit; `by`: who saved it last. */
export type Standing = { readonly seen: number; readonly digest: string; readonly values: Values; readonly by: string }
export type Saving =
  | { readonly is: 'saved'; readonly at?: number | undefined }
  | { readonly is: 'changed' | 'saving' | 'offline' | 'unanswered' | 'loggedOut' }
  | { readonly is: 'stopped'; readonly why: string }
export type Draft = {
  readonly values: Values
  readonly saving: Saving
  /** What is wrong with answers that were given, by field. */
  readonly wrong: Readonly<Record<string, string>>
  /** Those of them that the server would not have: no typing goes on in them. */
  readonly refused: Readonly<Record<string, string>>
  readonly collisions: readonly (Collision & { readonly by: string })[]
  /** What others changed meanwhile and is shown now. */
  readonly taken: { readonly fields: readonly string[]; readonly by: string } | undefined
  /** Fields whose content was found in this browser, not at the server, when the form was opened. */
  readonly restored: readonly string[]
  /** Fields whose content is on this page alone: neither at the server nor written down in this browser. */
  readonly apart: readonly string[]
}
type Deps = {
  readonly form: FormSchema
  readonly standing: Standing
  readonly local: LocalDraft
  /** Fields that may be changed. */
  readonly open: (field: string) => boolean
  /** `outlives`: the page may be gone before the answer comes. */
  readonly save: (values: Values, base: string, command: string, outlives: boolean) => Promise<Standing>
  /** The form as it stands now; undefined when it can no longer be changed. */
  readonly read: () => Promise<Standing | undefined>
  /** The server's instant in milliseconds; undefined while it is not known. */
  readonly now: () => number | undefined
  readonly newCommand: () => string
  readonly later: (what: () => void, ms: number) => () => void
}

const PAUSE_MS = 1500
const AGAIN_MS = 5000
/** Too slow or too many at once: nothing is wrong with what was sent. */
const BUSY = new Set([408, 429])

export class Autosave {
  readonly #deps: Deps
  readonly #listeners = new Set<() => void>()
  readonly #notTaken = new NotTaken()
  #base: Standing
  #draft: Draft
  #stored: Values = {}
  #composing = false
  #running: Promise<void> | undefined
  #cancel: () => void = () => {}
  /** The form is not on the page any more: it tries no more by itself. */
  #isOver = false
  /** What was sent without an answer: the next try is the same click. */
  #pending: { readonly body: Values; readonly base: string; readonly command: string } | undefined

  constructor(deps: Deps) {
    this.#deps = deps
    this.#base = deps.standing
    const kept = Object.entries(deps.local.read()).filter(([field]) => deps.open(field))
    const over = (of: 'value' | 'base') => ({
      ...deps.standing.values,
      ...Object.fromEntries(kept.map(([field, one]) => [field, one[of] ?? undefined])),
    })
    const { values, collisions } = mergeAnswers(over('base'), over('value'), deps.standing.values)
    this.#stored = Object.fromEntries(kept.map(([field, { value }]) => [field, value]))
    const restored = kept.map(([field]) => field).filter((field) => !same(values[field], deps.standing.values[field]))
    const by = deps.standing.by
    this.#draft = {
      values,
      saving: restored.length > 0 ? { is: 'changed' } : { is: 'saved' },
      wrong: goodAnswers(deps.form, values).wrong,
      refused: {},
      collisions: collisions.map((one) => ({ ...one, by })),
      taken: undefined,
      restored,
      apart: kept.flatMap(([field, { value }]) => (deps.local.isWritten(field, value) ? [] : [field])),
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  readonly draft = (): Draft => this.#draft

  put(field: string, value: unknown): void {
    this.#notTaken.tryAgain()
    this.#show({ values: { ...this.#draft.values, [field]: value }, taken: undefined })
    if (!this.#composing) this.#changed()
  }
  /** While an input method composes, what stands in the field is not yet what is meant. */
  composing(now: boolean): void {
    this.#composing = now
    if (now) this.#cancel()
    else this.#changed()
  }
  choose(field: string, whose: 'mine' | 'theirs'): void {
    const collisions = this.#draft.collisions.filter((one) => one.field !== field)
    const values = whose === 'mine' ? this.#draft.values : { ...this.#draft.values, [field]: this.#base.values[field] }
    this.#show({ collisions, values })
    this.#changed()
  }
  /** Something newer than what this form began with was read. */
  arrived(standing: Standing): void {
    if (standing.seen <= this.#base.seen || this.#running) return
    this.#merge(standing)
    this.#changed()
  }
  /** Begins with what was found in this browser; the network or the login is back. */
  again(): void {
    this.#isOver = false
    this.#notTaken.tryAgain()
    this.#cancel()
    void this.#run()
  }
  /** The form is left for another page of the console: what is unsaved is tried once more, and then waits in this browser. */
  stop(): void {
    this.leave()
    this.#isOver = true
  }
  /**
   * The page may be gone in a moment: what is unsaved is sent at once, by a request that outlives it.
   * @returns whether something is on this page alone
   */
  leave(): boolean {
    this.#cancel()
    const unsent = Object.entries(this.#unsent())
    if (unsent.length > 0 && !this.#composing) void this.#run(true)
    return unsent.some(([field, { value }]) => !this.#deps.local.isWritten(field, value))
  }
  /** Saves now. @returns whether everything on the screen is at the server */
  async flush(): Promise<boolean> {
    this.#cancel()
    this.#notTaken.tryAgain()
    // The first wait ends what is under way with older content.
    for (let tries = 0; tries < 3 && Object.keys(this.#unsent()).length > 0; tries++) await this.#run()
    return Object.keys(this.#unsent()).length === 0
  }

  #changed(): void {
    this.#remember()
    this.#judge()
    if (sameAnswers(this.#body(), this.#base.values)) {
      if (!this.#running) this.#show({ saving: { is: 'saved' } })
      return
    }
    if (!this.#running) this.#show({ saving: { is: 'changed' } })
    this.#cancel()
    this.#later(PAUSE_MS)
  }
  #later(ms: number): void {
    if (!this.#isOver) this.#cancel = this.#deps.later(() => void this.#run(), ms)
  }
  #run(outlives = false): Promise<void> {
    this.#running ??= this.#save(outlives).finally(() => {
      this.#running = undefined
    })
    return this.#running
  }
  async #save(outlives: boolean): Promise<void> {
    const body = this.#body()
    if (this.#composing || sameAnswers(body, this.#base.values)) return
    const base = this.#base.digest
    // A click is bound to all that it sends, its base too.
    const unanswered = this.#pending
    const isSame = unanswered?.base === base && sameAnswers(unanswered.body, body)
    const pending = isSame ? unanswered : { body, base, command: this.#deps.newCommand() }
    this.#pending = pending
    this.#show({ saving: { is: 'saving' } })
    try {
      this.#base = await this.#deps.save(body, base, pending.command, outlives)
      this.#pending = undefined
      this.#notTaken.taken(body)
      this.#judge()
      this.#show({ saving: { is: 'saved', at: this.#deps.now() } })
      this.#remember()
    } catch (error) {
      return this.#refused(error, body)
    }
    if (!sameAnswers(this.#body(), this.#base.values)) queueMicrotask(() => this.#changed())
  }
  async #refused(error: unknown, sent: Values): Promise<void> {
    if (error instanceof SessionEnded) return this.#show({ saving: { is: 'loggedOut' } })
    if (error instanceof ApiError && error.status >= 400 && error.status < 500 && !BUSY.has(error.status)) {
      this.#pending = undefined
      if (this.#notTaken.refused(sent, this.#base.values, error.fields)) {
        this.#judge()
        if (!sameAnswers(this.#body(), this.#base.values)) return queueMicrotask(() => this.#changed())
      }
      const standing = error.status === 409 ? await this.#deps.read().catch(() => undefined) : undefined
      if (!standing || standing.seen <= this.#base.seen)
        return this.#show({
          saving: { is: 'stopped', why: error.message },
          wrong: { ...this.#draft.wrong, ...error.fields },
        })
      this.#merge(standing)
      return queueMicrotask(() => this.#changed())
    }
    this.#show({ saving: { is: error instanceof ApiError && error.status === 0 ? 'offline' : 'unanswered' } })
    this.#later(AGAIN_MS)
  }
  #merge(standing: Standing): void {
    const { good } = goodAnswers(this.#deps.form, this.#draft.values)
    const { values, taken, collisions } = mergeAnswers(
      this.#base.values,
      { ...this.#draft.values, ...good },
      standing.values,
    )
    this.#base = standing
    const { by } = standing
    const still = this.#draft.collisions.filter(({ field }) => !collisions.some((one) => one.field === field))
    this.#show({
      // Only what they changed: what I am typing keeps its blanks.
      values: { ...this.#draft.values, ...Object.fromEntries(taken.map((field) => [field, values[field]])) },
      taken: taken.length > 0 ? { fields: taken, by } : undefined,
      collisions: [
        ...still.map((one) => ({ ...one, theirs: standing.values[one.field] })),
        ...collisions.map((one) => ({ ...one, by })),
      ],
    })
  }
  #judge(): void {
    const { good, wrong } = goodAnswers(this.#deps.form, this.#draft.values)
    const refused = this.#notTaken.said(good)
    this.#show({ wrong: { ...wrong, ...refused }, refused })
  }
  /** What goes to the server: an answer that is wrong, refused or contested stays there as it was. */
  #body(): Values {
    const { good, wrong } = goodAnswers(this.#deps.form, this.#draft.values)
    const contested = this.#draft.collisions.map(({ field }) => field)
    const keeps = [...Object.keys(wrong), ...this.#notTaken.leftOut(good), ...contested]
    const body: Record<string, unknown> = { ...good }
    for (const field of keeps) body[field] = this.#base.values[field]
    return Object.fromEntries(
      Object.keys(this.#deps.form.shape).flatMap((field) => (body[field] === undefined ? [] : [[field, body[field]]])),
    )
  }
  #unsent(): Unsent {
    const { values } = this.#draft
    const { good } = goodAnswers(this.#deps.form, values)
    return Object.fromEntries(
      Object.keys(this.#deps.form.shape).flatMap((field) => {
        const base = this.#base.values[field]
        return same(good[field] ?? values[field], base) ? [] : [[field, { value: values[field], base }]]
      }),
    )
  }
  #remember(): void {
    const unsent = this.#unsent()
    this.#deps.local.keep(unsent)
    this.#deps.local.forget(
      Object.fromEntries(Object.entries(this.#stored).filter(([field]) => !Object.hasOwn(unsent, field))),
    )
    this.#stored = Object.fromEntries(Object.entries(unsent).map(([field, { value }]) => [field, value]))
    const { isWritten } = this.#deps.local
    this.#show({
      apart: Object.entries(unsent).flatMap(([field, { value }]) => (isWritten(field, value) ? [] : [field])),
    })
  }
  #show(change: Partial<Draft>): void {
    this.#draft = { ...this.#draft, ...change }
    for (const listener of this.#listeners) listener()
  }
}
