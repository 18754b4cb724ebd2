import type { CasePage, FileReference } from '#contracts/case-page.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { FormAsRead } from '../pages/form-as-read.tsx'

type Props = { fields: readonly FieldDefinition[]; page: CasePage; open: (file: FileReference) => void }

/** Questions that are only read. */
export const AnswersClosed = ({ fields, page: { form }, open }: Props) =>
  form ? <FormAsRead form={{ ...form, fields: [...fields] }} open={open} /> : null
