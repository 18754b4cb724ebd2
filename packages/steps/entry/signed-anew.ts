/** What is signed on paper, or sealed, stands in a file of its own, and after a return on one that is signed and sent after it. */
import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import type { Case } from '#case/case.ts'
import { NO_PAPER, type Paper } from '#case/paper.ts'
import { whyNoPage } from '#case/used-files.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { KINDS, type Kind, kindOfType } from '#evidence/kinds.ts'
import { MODE_WORDS, type SignOffMode } from '#procedure/sign-off-mode.ts'

/** `on` an Asia/Shanghai date; `kept` the instant at which the bytes of the scan were kept, `contentType` what they are. */
export type StampedPage = {
  readonly mode: Exclude<SignOffMode, 'online'>
  readonly on?: string | undefined
  readonly scan?: string | undefined
  readonly kept?: string | undefined
  readonly contentType?: string | undefined
}
const SAID = {
  paper: { what: '本表的签字盖章页', it: '这份扫描件', stamped: '签字盖章的扫描件', asked: undefined },
  sealed: {
    what: '加盖电子印章的本表',
    it: '这份文件',
    stamped: '加盖电子印章的文件',
    asked: '加盖电子印章的本表',
  },
} as const
type Wrong = { readonly on?: string; readonly scan?: string }

/** What of a sign-off on paper or by a seal cannot be so, by field. */
export function wrongOnPaper(state: Pick<Case, 'papers'>, form: string, page: StampedPage): Wrong {
  const paper = state.papers[form] ?? NO_PAPER
  const scan =
    page.scan &&
    (whyNoSeal(page) ??
      whyNoPage(state, page.scan, SAID[page.mode].what, form, SAID[page.mode].asked) ??
      whyBefore(paper, page))
  return { ...wrongDay(paper, page.on), ...(scan && { scan }) }
}

/** A seal is kept by what it was set in; in a picture of it nothing can be verified. */
const SEALED: readonly (Kind | undefined)[] = ['pdf', 'ofd']
function whyNoSeal({ mode, contentType }: StampedPage): string | undefined {
  const kind = contentType === undefined ? undefined : kindOfType(contentType)
  if (mode !== 'sealed' || SEALED.includes(kind)) return undefined
  return `加盖电子印章的文件应为PDF或OFD，这份文件的内容是${kind ? KINDS[kind].title : '其他类型'}；${MODE_WORDS.sealed.attach}，纸质盖章的扫描件不是电子印章文件`
}

function wrongDay(paper: Paper, on: string | undefined): Wrong {
  const since = signedSince(paper)
  if (!on || !since || on >= since.day) return {}
  return { on: `签署日期（${saidDay(on)}）早于${since.what}（${saidDay(since.day)}）；${since.then}` }
}

/** Why the bytes are of before what they would show: the return, or the day of the signature. */
function whyBefore({ sentBack, scans = {} }: Paper, { mode, on, scan = '', kept }: StampedPage): string | undefined {
  const { it, stamped } = SAID[mode]
  const first = scans[digestOfUse(scan)]
  const returned = sentBack?.by.at
  if (returned && first && first < returned)
    return `${it}是退回前（${saidDay(dateOf(first))}）用过的，不是重新签署的；请上传重新${stamped}`
  if (returned && kept && kept < returned)
    return `${it}在退回以前（${saidDay(dateOf(kept))}）就已上传，不是重新签署的；请上传重新${stamped}`
  return on && kept && dateOf(kept) < on
    ? `${it}${saidDay(dateOf(kept))}就已上传，早于签署日期（${saidDay(on)}）；请改正签署日期，或者上传这一天${stamped}`
    : undefined
}

const ANEW = '退回前的签署已经失效，请签署人在现在的表格上重新签署，并填写重新签署的日期'

/** What comes before the signature. What the office enters was signed before it was entered, so that only a return does. */
function signedSince({ form, byOffice, sentBack }: Paper) {
  const returned = sentBack?.by.at
  if (form && !byOffice && (returned === undefined || form.at > returned)) {
    const day = dateOf(form.at)
    return returned === undefined
      ? {
          what: '本表最后保存之日',
          day,
          then: '签署的是当日保存的内容，请核对签署日期；在此以前签署的，请在现在的表格上重新签署',
        }
      : { what: '退回后修改并保存本表之日', day, then: ANEW }
  }
  return returned === undefined ? undefined : { what: '本表退回之日', day: dateOf(returned), then: ANEW }
}
