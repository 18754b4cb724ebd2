/** Sign-offs of the application inside the unit: its legal officer, then its head. */
import { Refused } from '#ledger/refused.ts'
import { type Personal, SIGN_OFFS, type SignOffName } from './case-events.ts'
import { type Asked, type Deciding, entered, mustBeInTime, mustStandAt } from './standing.ts'

export type SignOff = {
  signOff: SignOffName
  on: string
  opinion: string
  signer?: Personal
  scan?: string
  covers: string
}

/**
 * Gives one sign-off, online by the signer or entered from the stamped paper, as the batch says; what the office enters
 * is always paper. It covers the form as it stands.
 */
export const signApplication =
  (
    { signOff, on, opinion, signer, scan, covers }: SignOff,
    modes: Readonly<Record<SignOffName, 'online' | 'paper'>>,
    asked: Asked,
  ): Deciding =>
  (state) => {
    mustStandAt(state, 'application')
    mustBeInTime(state, asked.received)
    if (!state.form) throw new Refused('elsewhere', '申请表还没有保存，不能签署。')
    if (state.form.digest !== covers)
      throw new Refused('elsewhere', '您看到的申请表之后又被修改过；请刷新，核对后再签署。')
    if (state.signOffs[signOff]) return []
    if (signOff === 'unitHead' && !state.signOffs.legalOffice)
      throw new Refused('conflict', `“${SIGN_OFFS.legalOffice}”还没有签署；请先由本单位法制机构签署。`)
    const mode = asked.byOffice ? 'paper' : modes[signOff]
    const signed = { type: 'signed', ...entered(asked), signOff, mode, on, opinion, covers } as const
    if (mode === 'online') {
      // A unit's editor does not give its head's online sign-off.
      if (signOff === 'unitHead' && state.editors.includes(asked.by))
        throw new Refused('forbidden', '填表人不能代主要负责人在线签署；请由主要负责人本人登录签署。')
      return [signed]
    }
    if (!scan || !signer)
      throw new Refused(
        'incomplete',
        `“${SIGN_OFFS[signOff]}”${asked.byOffice ? '按纸质申请代录' : '本批次为纸质签署'}。`,
        {
          ...(!scan && { scan: '请上传签字盖章页的扫描件' }),
          ...(!signer && { signer: '请填写签署人姓名' }),
        },
      )
    return [{ ...signed, signer, scan }]
  }
