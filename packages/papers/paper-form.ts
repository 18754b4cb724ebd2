/** A paper as a form: what can be filled in, and the words around it as the product has them. */
import type { Block } from './paper.ts'
import type { PaperName } from './paper-values.ts'

type Text = {
  /** A day that is not known yet, and a name that was not read, are written in by hand. */
  readonly kind: 'text' | 'day' | 'name'
  /** What stands there, for whoever makes a county's own form. */
  readonly says: string
  /** A form without it does not do what the paper is for. */
  readonly must: boolean
}
type Rows = { readonly kind: 'list'; readonly says: string; readonly must: boolean; readonly of: TextFields }
export type TextFields = Readonly<Record<string, Text>>
export type Fields = Readonly<Record<string, Text | Rows>>

/** What a form's fields are filled in with. */
export type Values<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends { readonly of: infer Columns }
    ? readonly { readonly [Column in keyof Columns]: string }[]
    : string
}

/** Blocks with fields in them as `{{名称}}`; one with `each` stands once for each row of that list. */
export type Layout = {
  readonly unit: string
  readonly foot: string
  readonly groups: readonly (readonly Block[] | { readonly each: string; readonly blocks: readonly Block[] })[]
}
export type PaperForm<F extends Fields = Fields> = {
  readonly name: PaperName
  readonly title: string
  readonly fields: F
  readonly layout: Layout
}

export const text = (says: string): Text => ({ kind: 'text', says, must: false })
export const day = (says: string): Text => ({ kind: 'day', says, must: false })
export const name = (says: string): Text => ({ kind: 'name', says, must: false })
export const list = <Columns extends TextFields>(says: string, of: Columns): Rows & { readonly of: Columns } => ({
  ...{ kind: 'list', says, must: false, of },
})
export const must = <Field extends Text | Rows>(field: Field): Field => ({ ...field, must: true })

/** Stands in every form: whoever reads a draft, or what is for practice, has to see that it is one. */
export const MARK = '标注'
export const MARK_FIELD: Text = {
  kind: 'text',
  says: '送审稿、演练、培训等字样；正式文书没有这一项，所在的段落不印',
  must: true,
}
/** With the one that every form has. */
export const fieldsOf = ({ fields }: PaperForm): Fields => ({ [MARK]: MARK_FIELD, ...fields })

export const prose = (said: string): Block => ({ kind: 'words', as: 'prose', text: said })
/** At a letter's end: the organ, and its day. Titles of organs have up to some eighteen characters. */
export const signed = (organ: string, on: string): Block => ({ kind: 'signed', lines: [organ], day: on, room: 18 })
