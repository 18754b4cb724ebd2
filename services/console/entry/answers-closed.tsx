import type { FileReference, ShownPaper } from '#contracts/case-page.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { FormAsRead } from '../case/form-as-read.tsx'

type Props = { fields: readonly FieldDefinition[]; paper: ShownPaper; open: (file: FileReference) => void }

/** Questions that are only read. */
export const AnswersClosed = ({ fields, paper, open }: Props) => (
  <FormAsRead form={{ ...paper, fields: [...fields] }} open={open} />
)
