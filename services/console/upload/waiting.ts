/** Files of a form that have not come yet: what binds the form waits for them, and they bind nobody who did not see them. */

/** `coming`: under way; `failed`: ended without having come, and neither tried again nor given up. */
export type Waiting = { readonly coming: number; readonly failed: number }
export const NOTHING_WAITED_FOR: Waiting = { coming: 0, failed: 0 }

export const waitingOf = (going: readonly { readonly error?: string | undefined }[]): Waiting => {
  const failed = going.filter(({ error }) => error !== undefined).length
  return { coming: going.length - failed, failed }
}
export const together = (all: readonly Waiting[]): Waiting => ({
  coming: all.reduce((sum, one) => sum + one.coming, 0),
  failed: all.reduce((sum, one) => sum + one.failed, 0),
})

/**
 * Why a form cannot be bound yet.
 * @param act what is to be done, in the words of its button
 * @returns undefined when every file has come
 */
export function whyWait({ coming, failed }: Waiting, act: string): string | undefined {
  if (coming > 0) return `还有${coming}个文件正在上传，传完后再${act}`
  return failed > 0 ? `有${failed}个文件未能上传，重试或者取消后再${act}` : undefined
}

/** How far the files of one field are: those that failed are not still to come. */
export const saidCount = (come: number, { coming, failed }: Waiting): string =>
  coming + failed === 0
    ? `共${come}个文件`
    : [
        `已上传${come}个`,
        ...(coming > 0 ? [`还有${coming}个`] : []),
        ...(failed > 0 ? [`${failed}个未能上传`] : []),
      ].join('，')

/** Of a field that has room for so many. @returns undefined where all were taken */
export const saidNotAdded = (label: string, most: number, left: number): string | undefined =>
  left > 0 ? `${label}最多${most}个，其余${left}个没有加入。` : undefined

type SignOff = {
  readonly name: string
  readonly title: string
  readonly on?: string | undefined
  readonly by?: string | undefined
}
/** What was signed after a file was chosen: whoever signed has not seen the file. @returns titles */
export const signedMeanwhile = (before: readonly SignOff[], now: readonly SignOff[]): string[] =>
  now
    .filter(
      ({ name, on, by }) =>
        on !== undefined && !before.some((one) => one.name === name && one.on === on && one.by === by),
    )
    .map(({ title }) => title)

export const saidLate = (file: string, titles: readonly string[], form: string): string =>
  `“${file}”传完时，${form}已有${titles.map((title) => `“${title}”`).join('、')}，所以没有加入；确要加入的，请点“修改${form}”，再从已上传的材料中选，并重新签署。`
