import type { Case } from '#case/case.ts'
import type { Form } from '#procedure/forms.ts'
import type { IntakeDeps } from '../intake-deps.ts'
import { mustBeClean } from '../kept-evidence.ts'

/**
 * What is attached to a form becomes part of what is signed and handed in: it was kept when it was cited, and may have
 * been found bad since.
 * @param then what comes after changing it
 * @throws Refused naming each such file
 */
export async function mustHaveCleanFiles(
  deps: Pick<IntakeDeps, 'ledger' | 'county'>,
  { unit, papers }: Case,
  { name, title }: Form,
  then: string,
): Promise<void> {
  const { form, signOffs = {} } = papers[name] ?? {}
  const pages = Object.values(signOffs).flatMap(({ scan }) => scan ?? [])
  await mustBeClean(deps, [unit], form?.attachments ?? [], `“${title}”里的附件查出病毒的，要换掉或者移除，${then}`)
  await mustBeClean(
    deps,
    [unit],
    pages,
    '签字盖章页查出病毒的，请先修改并保存表格（原签署随之失效），再上传新的扫描件签署',
  )
}
