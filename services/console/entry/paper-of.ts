import type { CasePage, OfferedCommand, ShownPaper } from '#contracts/case-page.ts'

export const saveOf = ({ commands }: Pick<CasePage, 'commands'>): OfferedCommand | undefined =>
  commands.find(({ name }) => name === 'save-form')
/** The form that this caller fills in now. */
export const paperOf = (page: CasePage): ShownPaper | undefined => {
  const { form } = saveOf(page) ?? {}
  return [...(page.form ? [page.form] : []), ...page.others].find(({ name }) => name === form)
}
