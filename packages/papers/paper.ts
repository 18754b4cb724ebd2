/**
 * A paper as it is set on sheets and as Word has it: heads, rows of cells, words, blanks. Both are made of this alone, so
 * neither says what the other does not. Lengths in mm.
 */
import type { PaperName, PlainValues } from './paper-values.ts'

/** Of A4, between 26 for the binding and 22. */
export const WIDTH = 162
/** Six columns, over which one answer stands, two side by side, or three below their labels. A label has 8 characters. */
export const COLUMNS = [39, 15, 27, 27, 12, 42] as const

/** Where a day is written in by hand. */
export const BLANK_DAY = '　　　年　　月　　日'

export type Cell =
  | { readonly kind: 'label'; readonly columns: number; readonly text: string }
  | {
      readonly kind: 'answer'
      readonly columns: number
      readonly text: string
      readonly note?: string | undefined
      readonly prose: boolean
    }
  /** An opinion; signer and day are blanks as long as they are ''. */
  | {
      readonly kind: 'box'
      readonly columns: number
      readonly text: string
      readonly signer: string
      readonly how: string
      readonly day: string
    }
export type Line = { readonly kind: 'line'; readonly cells: readonly Cell[]; readonly height: number }
export type List = {
  readonly caption: string
  readonly columns: readonly {
    readonly title: string
    readonly width: number
    readonly as?: 'centred' | 'small'
  }[]
}
export type Block =
  | {
      readonly kind: 'head'
      readonly annex: string
      readonly title: readonly string[]
      /** Who seals it, and the day, '' where it is a blank. */
      readonly under?: { readonly sealed: string; readonly dated: string; readonly day: string }
    }
  | Line
  /**
   * Entries of one list that follow each other stand in one table; its header stands on each sheet. One with a single
   * cell is a heading over all columns.
   */
  | { readonly kind: 'entry'; readonly list: List; readonly cells: readonly string[] }
  /** `to`: whom it is for. */
  | { readonly kind: 'words'; readonly as: 'to' | 'prose' | 'small'; readonly text: string }
  /** At the end of a letter, at the right. */
  | {
      readonly kind: 'signed'
      readonly lines: readonly string[]
      readonly day: string
      /** For how many characters there is to be room, where what stands there is longer later on. */
      readonly room?: number
    }
export type Paper = {
  /** What it is called as a file, without its extension. */
  readonly name: string
  /** What stands across every sheet that may not be used. */
  readonly marks: readonly string[]
  /** Whose it is, at the foot. */
  readonly unit: string
  readonly foot: string
  /** What does not fit whole where it would begin begins on a sheet of its own. */
  readonly groups: readonly (readonly Block[])[]
  /** What was filled in where, for a county that has a form of its own for it. */
  readonly of?: { readonly form: PaperName; readonly values: PlainValues }
}
