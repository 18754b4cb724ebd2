import type { CasePage } from '#contracts/case-page.ts'

/** Where a case stands that is under way and whom it waits for: roles, nobody's name. */
export function saidNext({ stepTitle, next, due }: Pick<CasePage, 'stepTitle' | 'next' | 'due'>): string {
  if (!next) return ''
  if (next.length > 0) return `现处“${stepTitle}”，等待${next.join('、')}办理。`
  return `现处“${stepTitle}”${due ? `，期限至${due.said}` : ''}。`
}
