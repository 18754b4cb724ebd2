/** How an office is reached, in what everybody reads. */
import { z } from 'zod/mini'
import { NAMES_SOMEBODY } from '#batch/names-somebody.ts'
import { tidyOfficePhone, whyNoOfficeAddress, whyNoOfficeMail, whyNoOfficePhone } from '#typed/contact/reach.ts'
import { tidyLine } from '#typed/line.ts'
import { namesSomebody } from '#typed/personal-numbers.ts'
import { typedText } from '../rules.ts'
import { mustSay } from '../sentences.ts'

const field =
  (tidy: (typed: string) => string, whyNot: (kept: string) => string | undefined, isOpen = true) =>
  (label: string, max: number) =>
    typedText(label, max, tidy).check(
      z.minLength(1, `请填写${label}`),
      z.refine((kept) => !isOpen || !namesSomebody(kept), NAMES_SOMEBODY),
      mustSay('contact', label, { isLine: true, isOptional: true }),
      z.refine((kept) => kept === '' || whyNot(kept) === undefined, {
        error: ({ input }) => (typeof input === 'string' ? whyNot(input) : undefined),
      }),
    )

/** A mobile number is somebody's, and told so in its own words. */
export const officePhone = field(tidyOfficePhone, whyNoOfficePhone, false)
export const officeAddress = field(tidyLine, whyNoOfficeAddress)
export const officeMail = field((typed) => tidyLine(typed).normalize('NFKC').replaceAll(' ', ''), whyNoOfficeMail)
