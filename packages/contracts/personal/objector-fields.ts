/** Of whoever objects, who has to be found again, and how they are reached. */
import { z } from 'zod/mini'
import { type Unnamed, whyNoContact, whyNoObjector } from '#typed/contact/objectors.ts'
import { tidyLine } from '#typed/line.ts'
import { tidyParty } from '#typed/names.ts'
import { named, shown } from '../forms.ts'
import { typedText } from '../rules.ts'
import { mustSay } from '../sentences.ts'

/** With the note that it is a name, 任丹（姓名）: whoever sends it is judged again by whoever takes it. */
export const objectorName = (label: string, max: number, unnamed: Unnamed) =>
  named('name', tidyParty, (kept) => whyNoObjector(kept, unnamed))(label, max, { personal: true })
export const contactOf = (label: string, max: number, unnamed: Unnamed) =>
  typedText(label, max, tidyLine)
    .check(
      z.minLength(1, `请填写${label}`),
      mustSay('contact', label, { isLine: true, isOptional: unnamed === 'leavesEmpty' }),
      z.refine((kept) => whyNoContact(kept, unnamed) === undefined, {
        error: ({ input }) => (typeof input === 'string' ? whyNoContact(input, unnamed) : undefined),
      }),
    )
    .register(shown, { label, kind: 'text', max, personal: true, says: 'contact' })
