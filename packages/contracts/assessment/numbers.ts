/** Figures as they are typed in an assessment: as text, so that 2.50 stays what somebody wrote, and no words are asked of them. */
import { z } from 'zod/mini'
import { tidyLine, tidyText } from '#typed/line.ts'
import { shown, type When } from '../forms.ts'
import { typedText } from '../rules.ts'

type More = { readonly help?: string; readonly when?: When }

/** One number. @param pattern what it may look like @param says what is said of anything else */
export const figure = (label: string, pattern: RegExp, says: string, more: More = {}) =>
  typedText(label, 10, tidyLine)
    .check(z.regex(pattern, says))
    .register(shown, { label, kind: 'text', max: 10, says: 'figures', ...more })

/** Many, with what stands beside them; read by whoever knows what they are. */
export const figures = (label: string, max: number, more: More = {}) =>
  typedText(label, max, tidyText).register(shown, { label, kind: 'longText', max, says: 'figures', ...more })
