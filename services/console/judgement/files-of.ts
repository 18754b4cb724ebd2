import type { CasePage, FileReference } from '#contracts/case-page.ts'

/** The form's files in the order of its questions, then the stamped pages of its sign-offs. */
export function filesOf({ form }: CasePage): readonly FileReference[] {
  if (!form) return []
  const inOrder = form.fields.flatMap(({ name }) => {
    const answer = form.values[name]
    return form.files.filter(({ sha256 }) => (Array.isArray(answer) ? answer.includes(sha256) : answer === sha256))
  })
  const all = [...inOrder, ...form.signOffs.flatMap(({ scan }) => scan ?? [])]
  return all.filter((file, i) => all.findIndex(({ sha256 }) => sha256 === file.sha256) === i)
}
