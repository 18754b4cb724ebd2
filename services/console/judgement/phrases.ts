/** Standard phrases: each person's own, in this browser. */
import { useState } from 'react'
import { z } from 'zod/mini'
import { whySaysNothing } from '#contracts/sentences.ts'
import { tidyLine, tidyText } from '#typed/line.ts'
import { kept } from '../kept/browser.ts'
import { effectOf } from './judging-draft.ts'

const phrase = z.object({
  /** The outcomes it goes with, by what they do. */
  effect: effectOf,
  title: z.string().check(z.overwrite(tidyLine), z.minLength(1), z.maxLength(12)),
  text: z.string().check(z.overwrite(tidyText), z.minLength(1), z.maxLength(1000)),
  /** Ticks every point of the checklist as well. */
  allPoints: z.boolean(),
})
export type Phrase = z.infer<typeof phrase>

/** Why it cannot be kept, by field: what the opinion's own field would refuse is no phrase for it. */
export function whyNoPhrase({ effect, title, text }: Phrase): { readonly title?: string; readonly text?: string } {
  const [name, opinion] = [tidyLine(title), tidyText(text)]
  const noName = name ? whySaysNothing(undefined, '名称', name, { isLine: true }) : '请填写名称'
  const noText = opinion ? whySaysNothing(effect === 'on' ? 'words' : 'sentence', '意见', opinion) : '请填写意见'
  return { ...(noName && { title: noName }), ...(noText && { text: noText }) }
}
/** Whether all of it can be kept as it stands. */
export const arePhrases = (all: readonly Phrase[]): boolean =>
  all.every((one) => phrase.safeParse(one).success && Object.keys(whyNoPhrase(one)).length === 0)

/** A phrase takes the place of another one at the end, and of nothing that somebody has typed. */
export function withPhrase(typed: string, text: string, phrases: readonly Pick<Phrase, 'text'>[]): string {
  const end = typed.trimEnd()
  const last = phrases
    .filter(({ text: one }) => isAtEnd(end, one))
    .reduce((length, one) => Math.max(length, one.text.trim().length), 0)
  const own = end.slice(0, end.length - last).trimEnd()
  return own ? `${own}\n${text}` : text
}

/**
 * Without the phrase at the end, as long as nobody has changed it, where it goes with no outcome of this effect: chosen
 * with one click beside another conclusion, it would contradict this one.
 */
export function withoutPhrase(typed: string, effect: Phrase['effect'] | undefined, own: readonly Phrase[]): string {
  const end = typed.trimEnd()
  const last = [...own, ...DEFAULT_PHRASES].filter(({ text }) => isAtEnd(end, text))
  const length = Math.max(0, ...last.map(({ text }) => text.trim().length))
  const [first] = last.filter(({ text }) => text.trim().length === length)
  return !first || last.some((one) => one.effect === effect) ? typed : end.slice(0, end.length - length).trimEnd()
}
const isAtEnd = (end: string, text: string): boolean => end === text.trim() || end.endsWith(`\n${text.trim()}`)

export const DEFAULT_PHRASES: readonly Phrase[] = [
  {
    effect: 'on',
    title: '逐项符合',
    text: '经审核，该单位在创建范围内，各项条件和外部结果均已核对符合，材料齐全，同意通过。',
    allPoints: true,
  },
  { effect: 'on', title: '材料齐全', text: '材料齐全，经核对未发现不符，同意通过。', allPoints: false },
  { effect: 'back', title: '材料不齐', text: '所列材料不齐全，请补齐后重新提交。', allPoints: false },
  {
    effect: 'back',
    title: '内容不具体',
    text: '所列内容不够具体，请写明措施、责任人和完成时间。',
    allPoints: false,
  },
  { effect: 'end', title: '条件不符', text: '经核对，不符合创建基本条件，不予通过。', allPoints: false },
]

function readPhrases(person: string): readonly Phrase[] {
  // None kept yet, or of an older shape.
  return z.array(phrase).safeParse(kept.readLasting(person)).data ?? DEFAULT_PHRASES
}

export function usePhrases(person: string) {
  const [phrases, setPhrases] = useState(() => readPhrases(person))
  return {
    phrases,
    keep: (next: readonly Phrase[]) => {
      kept.keepLasting(person, next)
      setPhrases(next)
    },
  }
}
