import type { CasePage, OfferedCommand, ShownPaper } from '#contracts/case-page.ts'

export const saveOf = ({ commands }: Pick<CasePage, 'commands'>): OfferedCommand | undefined =>
  commands.find(({ name }) => name === 'save-form')
/** The form that this caller fills in now. */
export const paperOf = (page: CasePage): ShownPaper | undefined =>
  page.form?.name === saveOf(page)?.form ? page.form : undefined
