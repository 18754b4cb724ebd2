/** Standard phrases: each person's own, in this browser. */
import { useState } from 'react'
import { z } from 'zod/mini'
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
export const isPhrase = (value: unknown): boolean => phrase.safeParse(value).success

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
