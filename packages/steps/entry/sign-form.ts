/** Sign-offs of a form inside the unit, in the order in which the form has them. */
import { said } from '#calendar/said.ts'
import type { Personal, Signed } from '#case/case-events.ts'
import { NO_PAPER, type Paper } from '#case/paper.ts'
import { type Asked, asked, type Deciding, entered, mustBeInTime, mustFillIn } from '#case/standing.ts'
import { Refused } from '#ledger/refused.ts'
import { forms, type SignOffBox, unitSignOffs } from '#procedure/forms.ts'
import { MODE_WORDS, type SignOffMode, type SignOffModes } from '#procedure/sign-off-mode.ts'
import { wrongOnPaper } from './signed-anew.ts'

export type SignOff = {
  form: string
  signOff: string
  on: string
  opinion: string
  signer?: Personal
  scan?: string
  /** The instant at which the bytes of the scan were kept, and what they are. */
  kept?: string | undefined
  contentType?: string | undefined
  covers: string
}

/** How a sign-off is given: as the batch says, and always from paper when the office enters it. */
export const modeOf = (signOff: string, modes: SignOffModes, byOffice: boolean | undefined): SignOffMode =>
  byOffice ? 'paper' : (modes[signOff] ?? 'online')

/**
 * How this person gives one of their own: who edited the form signs no box on screen that keeps editors apart, and
 * enters it from the stamped paper. Where the only head also fills in, the form could never be handed in otherwise.
 */
export const modeFor = (
  { name, apartFromEditors }: Pick<SignOffBox, 'name' | 'apartFromEditors'>,
  modes: SignOffModes,
  { by, byOffice }: Pick<Asked, 'by' | 'byOffice'>,
  editors: readonly string[],
): SignOffMode => {
  const mode = modeOf(name, modes, byOffice)
  return mode === 'online' && apartFromEditors && editors.includes(by) ? 'paper' : mode
}

/** The unit's sign-offs of a form, and the first that is still to be given. */
export const boxesOf = (form: string): readonly SignOffBox[] => (forms[form] ? unitSignOffs(forms[form]) : [])
/** @param given names of the sign-offs that stand */
export const nextBox = (form: string, given: readonly string[]): SignOffBox | undefined =>
  boxesOf(form).find(({ name }) => !given.includes(name))

/**
 * Gives one sign-off, online by the signer or entered from the stamped paper or the sealed file, as the batch says; what
 * the office enters is always paper. It covers the form as it stands.
 */
export const signForm =
  (
    { form, signOff, on, opinion, signer, scan, kept, contentType, covers }: SignOff,
    modes: SignOffModes,
    by: Asked,
  ): Deciding =>
  (state) => {
    mustFillIn(state, form)
    mustBeInTime(state, by.received)
    const paper = state.papers[form] ?? NO_PAPER
    const box = boxToSign(paper, { form, signOff, covers })
    if (!box) {
      mustBeTheSame(paper.signOffs[signOff], { opinion, scan }, by)
      return []
    }
    // What a unit fills in itself its own people sign; who has the office enter the paper gives it the whole paper.
    if (by.byOffice && !paper.byOffice)
      throw new Refused(
        'forbidden',
        '本表由单位自行填写，不能代录签署；单位交来纸质表格的，请先代录表格内容，再录入签署。',
      )
    const mode = modeFor(box, modes, by, paper.editors)
    const signed = { type: 'signed', ...entered(by), form, signOff, mode, on, opinion, covers } as const
    if (mode === 'online') return [signed]
    if (!scan || !signer)
      throw new Refused('incomplete', whyPaper(box, modes, by), {
        ...(!scan && { scan: MODE_WORDS[mode].attach }),
        ...(!signer && { signer: '请填写签署人姓名' }),
      })
    const wrong = wrongOnPaper(state, form, { mode, on, scan, kept, contentType })
    if (Object.keys(wrong).length > 0)
      throw new Refused('incomplete', `“${box.title}”${paper.sentBack ? '须在退回后重新签署' : '还不能录入'}。`, wrong)
    return [{ ...signed, signer, scan }]
  }

function whyPaper({ name, title }: SignOffBox, modes: SignOffModes, { byOffice }: Asked): string {
  if (byOffice) return `“${title}”按纸质表格代录。`
  const mode = modeOf(name, modes, byOffice)
  return mode !== 'online'
    ? `“${title}”本批次为${MODE_WORDS[mode].title}签署。`
    : `您填写过本表，不能在线签署“${title}”；请由没有填写过本表的负责人在线签署，或由您录入签字盖章的纸质签署。`
}

/** A sign-off that stands is not exchanged in silence: what somebody else, or another paper, says would be lost. @throws Refused */
function mustBeTheSame(
  signed: Signed | undefined,
  { opinion, scan }: { readonly opinion: string; readonly scan: string | undefined },
  by: Asked,
) {
  if (!signed || (signed.by === by.by && signed.opinion === opinion && signed.scan === scan)) return
  throw new Refused(
    'conflict',
    `该栏已于${said(signed.at)}签署，本次没有改动；需要更换签署的，请先修改并保存表格（原签署随之失效），再重新签署。`,
  )
}

/** The box that is to be signed; none when it has been. @throws Refused */
function boxToSign(
  { form, signOffs }: Paper,
  { form: name, signOff, covers }: Pick<SignOff, 'form' | 'signOff' | 'covers'>,
) {
  if (!form) throw new Refused('elsewhere', '表格还没有保存，不能签署。')
  if (form.digest !== covers) throw new Refused('elsewhere', '您看到的表格之后又被修改过；请刷新，核对后再签署。')
  const box = boxesOf(name).find((one) => one.name === signOff)
  if (!box) throw new Refused('unknown', `表格没有名为“${signOff}”的签署栏；请刷新后再签署。`)
  if (Object.hasOwn(signOffs, signOff)) return undefined
  const next = nextBox(name, Object.keys(signOffs))
  if (next && next.name !== signOff)
    throw new Refused('conflict', `“${next.title}”还没有签署；请先签署该栏，再签署“${box.title}”。`)
  return box
}

/** A signer who signs on screen sends the form back to whoever fills it in. */
export const declineSigning =
  (
    { form, signOff, reason, covers }: { form: string; signOff: string; reason: string; covers: string },
    modes: SignOffModes,
    by: Asked,
  ): Deciding =>
  (state) => {
    mustFillIn(state, form)
    mustBeInTime(state, by.received)
    const paper = state.papers[form] ?? NO_PAPER
    if (paper.declined?.signOff === signOff && paper.declined.reason === reason) return []
    const box = boxToSign(paper, { form, signOff, covers })
    if (box?.apartFromEditors && paper.editors.includes(by.by))
      throw new Refused('forbidden', '您填写过本表，不能在线签署，也不能退回；需要改动的，请直接修改表格。')
    if (!box) throw new Refused('elsewhere', '该栏已经签署，不能再退回；如需修改，请经办人修改后重新签署。')
    const mode = modeOf(signOff, modes, by.byOffice)
    if (mode !== 'online')
      throw new Refused('elsewhere', `“${box.title}”为${MODE_WORDS[mode].title}签署，不在线退回；请直接告知经办人。`)
    return [{ type: 'signingDeclined', ...asked(by), form, signOff, reason }]
  }
