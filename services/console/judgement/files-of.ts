import type { CasePage, FileReference } from '#contracts/case-page.ts'
import { filesOfAnswer, isSameUse } from '#evidence/cited-file.ts'

/** The form's files in the order of its questions, then the stamped pages of its sign-offs. */
export function filesOf({ form }: CasePage): readonly FileReference[] {
  if (!form) return []
  const inOrder = form.fields.flatMap(({ name, kind }) =>
    kind === 'files' || kind === 'file' ? filesOfAnswer(form.values[name], form.files) : [],
  )
  const all = [...inOrder, ...form.signOffs.flatMap(({ scan }) => scan ?? [])]
  return all.filter((file, i) => all.findIndex((one) => isSameUse(one, file)) === i)
}
