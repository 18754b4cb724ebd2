/** What the county's malware scanner says of a file 查毒结果. */
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { type Evidence, type EvidenceEvent, evidenceKind } from './evidence.ts'
import { shownName } from './file-name.ts'

/** `finding`: what the scanner calls what it found. */
export type Verdict = { readonly clean: boolean; readonly finding?: string | undefined }

type Asked = { readonly by: string; readonly received: string }

/** Why a file is not used as it is, and what to do, behind its name. */
export const WHY_UNUSABLE = {
  unknown: '还没有上传，不能使用；请重新上传',
  promised: '还没有上传完毕或正在核验，不能使用；请稍后再办，或者重新上传',
  waiting: '正在等待查毒，不能使用；请等查毒结果出来后再办',
  infected: '查出病毒，不能使用；请先查杀病毒，再用原软件重新制作后上传',
  rejected: '未通过核验，不能使用；请重新上传',
} as const satisfies Readonly<Record<Exclude<Evidence['status'], 'kept'>, string>>

/** For whoever reads what cites a file; undefined where the scanner has nothing to say of it. */
export const noteOfScan = (status: Evidence['status']): string | undefined =>
  status === 'waiting' ? '查毒中，查完后才能打开。' : status === 'infected' ? '有毒：查出病毒，不能打开。' : undefined

const NOT_YET = {
  unknown: '没有收到过',
  promised: '还没有收到完毕或正在核验',
  rejected: '未通过核验，不需要查毒',
} as const

/**
 * A file that waits is kept when it is clean. One that was kept may be found bad later, by newer signatures; one that
 * was found bad may turn out to be clean. The same verdict again decides nothing.
 * @throws Refused for a file that is not here
 */
export const recordVerdict =
  ({ clean, finding }: Verdict, { by, received }: Asked): Decision<EvidenceEvent, Evidence> =>
  ({ status, promised, held, kept }) => {
    if (status === 'unknown' || status === 'promised' || status === 'rejected')
      throw new Refused(
        status === 'unknown' ? 'unknown' : 'elsewhere',
        `这份文件${NOT_YET[status]}，不能登记查毒结果；请先查看等待查毒的文件。`,
      )
    const said = { type: 'scanned', v: 1, at: received, by, clean } as const
    if (!clean) {
      if (status === 'infected') return []
      const reason = infected(promised?.name ?? '', finding)
      return [{ ...said, reason, ...(finding && { finding }) }]
    }
    const found = kept ?? held
    if (status === 'kept' || !found) return []
    const { contentType, size, note } = found
    return [said, { type: 'kept', v: 1, at: received, contentType, size, ...(note && { note }) }]
  }

/** Bytes that have come, and that the scanner has found bad where somebody else keeps them: nothing waits for it again. */
export const holdBad =
  (hold: Decision<EvidenceEvent, Evidence>, verdict: Verdict, asked: Asked): Decision<EvidenceEvent, Evidence> =>
  (state) => {
    const held = hold(state)
    return held.length === 0 ? [] : [...held, ...recordVerdict(verdict, asked)(held.reduce(evidenceKind.evolve, state))]
  }

/**
 * What was said of the same bytes elsewhere. What was found bad is bad here too; what is clean there lifts that here, and
 * spares nothing that still waits. `isHere`: whether the bytes are there, of what was never kept.
 */
export const recordElsewhere =
  (verdict: Verdict, isHere: boolean, asked: Asked): Decision<EvidenceEvent, Evidence> =>
  (state) => {
    const { status, kept } = state
    const isConcerned = verdict.clean
      ? status === 'infected' && (kept !== undefined || isHere)
      : status === 'kept' || status === 'waiting'
    return isConcerned ? recordVerdict(verdict, asked)(state) : []
  }

const infected = (name: string, finding: string | undefined): string =>
  `“${shownName(name)}”查出病毒${finding ? `（${finding}）` : ''}，不能使用；请先给电脑查杀病毒，再用原软件重新制作这份文件后上传。`
