/** Files that a call comes with, in order: everybody gets them, by an address that stays. */
import { digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { officeFor } from '#evidence/file-owner.ts'
import type { CallTerms } from './batch.ts'

/** Where they lie; nothing that is kept for another purpose does. */
export const OF_CALLS = officeFor('call')
export const MOST_CALL_FILES = 10

/** `n`: its number, from 1; `name`: what it is shown by, which belongs to this use of it. */
export type FileOfCall = { readonly n: number; readonly name: string; readonly sha256: string; readonly used: string }

export const filesOfCall = ({ files = [] }: Pick<CallTerms, 'files'>): readonly FileOfCall[] =>
  files.map((used, at) => ({
    ...{ n: at + 1, used, sha256: digestOfUse(used) },
    name: nameOfUse(used) ?? `附件${at + 1}`,
  }))

/** To everybody, of one that was found bad after the call was open. */
export const STOPPED = '经核查已停止提供；需要的，请与通知写明的联系方式联系。'
/** What the office does about it: what a call has fixed stays, an amendment moves its dates alone. */
export const WHEN_STOPPED =
  '通知发布后附件不能替换，请重新制作文件，已经申请的单位以情况交流发给，其他单位和群众按通知写明的联系方式提供'

/** Behind the origin. What it leads to is made anew whenever somebody asks, so that it may stand on paper. */
export const callFilePath = (batch: string, n: number): string => `/public/batches/${batch}/files/${n}`
