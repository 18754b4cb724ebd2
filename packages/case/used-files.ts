/** What a file of a case is already: no other paper of it. */
import { digestOfUse } from '#evidence/cited-file.ts'
import { forms } from '#procedure/forms.ts'
import type { Case } from './case.ts'

const titleOf = (form: string): string => `“${forms[form]?.title ?? form}”`

/**
 * Why a file cannot be the stamped page that somebody gives; nothing where it may be one.
 * @param what it is given as
 * @param form whose page it would be: several of its boxes may stand on one page
 * @param asked what is to be sent instead
 */
export function whyNoPage(
  { papers }: Pick<Case, 'papers'>,
  used: string,
  what: string,
  form?: string,
  asked = `${what}的扫描件`,
): string | undefined {
  const digest = digestOfUse(used)
  for (const [name, { form: saved, scans = {} }] of Object.entries(papers)) {
    if (saved?.attachments.includes(digest)) return `这份文件是${titleOf(name)}的附件，不是${what}；请上传${asked}`
    if (name !== form && Object.hasOwn(scans, digest))
      return `这份扫描件是${titleOf(name)}的签字盖章页，不能再用作${what}；请上传${asked}`
  }
  return undefined
}
