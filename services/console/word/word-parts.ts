/** What a paper's words become in Word: letters, paragraphs, blanks, in the sizes of the sheets that are printed. */
import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx'
import { BLANK_DAY } from '#papers/paper.ts'

/** Word counts lengths in twentieths of a point. */
export const mm = (length: number): number => Math.round((length * 1440) / 25.4)
const points = (length: number): number => length * 20

export const FONTS = { plain: '仿宋', bold: '黑体', title: '方正小标宋简体' } as const
type Letters = { readonly font?: keyof typeof FONTS; readonly size?: number }
/** A form's, a list's, a digest's, a letter's, and of titles. */
export const SIZE = { form: 12, list: 10.5, small: 9, letter: 16, title: 20, warning: 14 } as const

export const run = (text: string, { font = 'plain', size = SIZE.form }: Letters = {}): TextRun =>
  new TextRun({ text, font: FONTS[font], size: size * 2 })

/** From one line to the next; a letter has the 28 points of official documents. */
export const leading = (size: number): number => (size === SIZE.letter ? 28 : size * 1.6)
const spacing = (size: number) => ({ line: points(leading(size)), lineRule: LineRuleType.AT_LEAST })

type Written = Letters &
  Omit<IParagraphOptions, 'children' | 'text' | 'run'> & { readonly before?: number; readonly after?: number }
/** @param before and `after`: room above and below it, in mm */
export const paragraph = (
  words: string | readonly TextRun[],
  { font = 'plain', size = SIZE.form, before = 0, after = 0, ...more }: Written = {},
): Paragraph =>
  new Paragraph({
    autoSpaceEastAsianText: false,
    spacing: { ...spacing(size), before: mm(before), after: mm(after) },
    ...more,
    children: typeof words === 'string' ? [run(words, { font, size })] : words,
  })

/** A text with the indents of prose: the first line two characters in. */
export const prose = (text: string, size: number = SIZE.form, more: Omit<Written, 'size'> = {}): Paragraph[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      paragraph(line.trim(), {
        ...more,
        size,
        alignment: AlignmentType.BOTH,
        indent: { firstLineChars: 200, firstLine: points(size * 2) },
      }),
    )

const segments = new Intl.Segmenter('zh', { granularity: 'word' })
/** A label that needs two lines, parted between two words near its middle. */
export function inTwo(label: string, most: number): readonly string[] {
  const letters = [...label].length
  if (letters <= most) return [label]
  const ends = [...segments.segment(label)].map(({ index, segment }) => index + segment.length)
  const [best = 0] = ends.sort((a, b) => Math.abs(a - letters / 2) - Math.abs(b - letters / 2))
  return [label.slice(0, best), label.slice(best)].filter((part) => part !== '')
}

/** A day, or the place where it is written. */
export const dayOrBlank = (day: string): string => day || BLANK_DAY
