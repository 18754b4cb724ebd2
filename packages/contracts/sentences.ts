/** Whatever is asked for says something: an explanation is a sentence, an opinion has words, a title is no placeholder. */

import { z } from 'zod/mini'
import { lengthOf, tidyText, unitsOf } from '#typed/line.ts'
import { unfilledInReason } from '#typed/says/reason.ts'
import { unfilledInRecord } from '#typed/says/recorded.ts'
import { hasWords, isAccount, isOnlyElsewhere, isSentence } from '#typed/says/says.ts'
import { unfilledIn, whyLeft } from '#typed/says/unfilled.ts'
import { isPromptOf, type Unsaid, whatIsUnsaid } from '#typed/says/what-is-unsaid.ts'
import type { Says } from './shown/field-definition.ts'

export type { Says } from './shown/field-definition.ts'

/** A field that has to be a sentence while another one has one of these values. */
type Explaining = {
  readonly name: string
  readonly label: string
  readonly sentenceFor?: { readonly field: string; readonly among: readonly string[] } | undefined
}
/** `isLine`: of one line. `isOptional`: it may stay empty. */
type Asked = { readonly isLine?: boolean; readonly isOptional?: boolean }

/** Of what was received: enough to know it again. */
const SHOWN = 20
const shown = (typed: string): string =>
  lengthOf(typed) > SHOWN ? `${typed.slice(0, unitsOf(typed, SHOWN))}……` : typed

const HAN = /[\p{Script=Han}]/u
const SAID_BY = { words: hasWords, sentence: isSentence, recorded: isSentence, account: isAccount }

/** Why what was typed says nothing; undefined when it does, or when there is nothing at all. */
export function whySaysNothing(
  says: Says | undefined,
  label: string,
  typed: string,
  { isLine = false, isOptional = false }: Asked = {},
): string | undefined {
  if (typed === '' || says === 'figures') return undefined
  const received = `“${shown(typed)}”`
  const isPrompt = isPromptOf(typed, label)
  if (says === 'words' || says === 'sentence' || says === 'recorded' || says === 'account') {
    const isRead = says === 'sentence' || says === 'recorded'
    const prompt = says === 'recorded' ? unfilledInRecord(typed) : undefined
    if (prompt !== undefined) return `${received}${whyLeft(prompt)}`
    // What is read by itself, beside the papers that it has: 见附件 tells nothing.
    if (isRead && isOnlyElsewhere(typed)) return `${received}没有写明${label}；请写出内容，附件另行上传`
    const blank = says === 'account' ? undefined : unfilledInReason(typed)
    const isSaid = SAID_BY[says](typed) && !isPrompt
    if (blank || isSaid) return blank && `${received}${blank}`
    // What says something, and not in Chinese, is told so.
    const how = `请用${isAccount(typed) && !HAN.test(typed) ? '中文' : '文字'}写明`
    return `${received}没有写明${label}；${how}${isRead ? '，不少于三个字' : ''}`
  }
  const unsaid = isPrompt ? 'filler' : whatIsUnsaid(typed, says ?? 'text', isLine)
  if (!unsaid) return undefined
  const asked = `请填写${label}${isOptional ? '，没有的留空' : ''}`
  const wrong: Readonly<Record<Unsaid, string>> = {
    formula: `是表格公式或其错误提示，不是${label}；${asked}`,
    organ: `不能确定是哪个机关；请写${label}的全称，如“泗县人民政府”`,
    lost: '中有无法显示的字，可能是另存或复制时丢失的；请改正',
    digits: `不是完整的${label}；请写到第几号或第几次，如“泗政办秘〔2018〕22号”${isOptional ? '，没有的留空' : ''}`,
    letters: `中没有文字${says === 'number' || says === 'contact' ? '或数字' : ''}，不是${label}；${asked}`,
    template: '中有没有填好的模板；请改成实际内容',
    unfilled: whyLeft(unfilledIn(typed, isLine) ?? ''),
    filler: `没有写明${label}；${asked}`,
  }
  return `${received}${wrong[unsaid]}`
}

/** The same as a check of a text that has been tidied. */
export const mustSay = (says: Says | undefined, label: string, asked: Asked) => {
  const whyNot = (typed: unknown) => (typeof typed === 'string' ? whySaysNothing(says, label, typed, asked) : undefined)
  return z.refine<string>((typed) => whyNot(typed) === undefined, { error: ({ input }) => whyNot(input) })
}

const values = z.record(z.string(), z.unknown())
/** What of a form is no sentence although what was chosen beside has to be explained; told with everything else that is wrong. */
export const mustExplain = (fields: readonly Explaining[]) =>
  fields.flatMap(({ name, label, sentenceFor: when }) => {
    if (!when) return []
    const whyNot = (input: unknown): string | undefined => {
      const given = values.safeParse(input).data ?? {}
      const [chosen, typed] = [given[when.field], given[name]]
      if (typeof chosen !== 'string' || !when.among.includes(chosen) || typeof typed !== 'string') return undefined
      return whySaysNothing('sentence', label, tidyText(typed))
    }
    return z.refine<unknown>((input) => whyNot(input) === undefined, {
      path: [name],
      error: ({ input }) => whyNot(input),
      when: () => true,
    })
  })
