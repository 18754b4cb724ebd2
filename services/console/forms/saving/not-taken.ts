/** Answers that the server would not have, each with its reason: what stands beside them is saved without them. */

import type { Values } from '../../kept/kept.ts'
import { wrongAt } from '../refusal.ts'
import { same } from './merge-answers.ts'

type One = { readonly value: unknown; readonly why: string; readonly isTriedNext: boolean }

export class NotTaken {
  #all: ReadonlyMap<string, One> = new Map()

  /** @returns whether any of what was sent is left out of the next try */
  refused(sent: Values, base: Values, wrong: Readonly<Record<string, string>>): boolean {
    const found = Object.keys(sent).flatMap((field): [string, One][] => {
      const why = wrongAt(wrong, field)
      const value = sent[field]
      return why === undefined || same(value, base[field]) ? [] : [[field, { value, why, isTriedNext: false }]]
    })
    this.#all = new Map([...this.#all, ...found])
    return found.length > 0
  }
  taken(sent: Values): void {
    this.#all = new Map([...this.#all].filter(([field, { value }]) => !same(sent[field], value)))
  }
  /** What was wrong with them may have passed, as a file's that was being looked at for viruses. */
  tryAgain(): void {
    this.#all = new Map([...this.#all].map(([field, one]) => [field, { ...one, isTriedNext: true }]))
  }
  /** The fields that are left out as long as they say the same. */
  leftOut(values: Values): readonly string[] {
    return [...this.#all].flatMap(([field, { value, isTriedNext }]) =>
      !isTriedNext && same(values[field], value) ? [field] : [],
    )
  }
  said(values: Values): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.#all].flatMap(([field, { value, why }]) => (same(values[field], value) ? [[field, why]] : [])),
    )
  }
}
