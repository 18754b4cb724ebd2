import { said } from '#calendar/said.ts'
import { Refused } from '#ledger/refused.ts'

/**
 * What somebody has sent back is not sent to them again as it was, lest they sign it as mended.
 * @param returned when and why it went back, if it did
 * @throws Refused naming both, and what to do
 */
export function mustBeMended(
  returned: { readonly at: string; readonly reason?: string | undefined } | undefined,
  { what, same }: { readonly what: string; readonly same: boolean },
): void {
  // Without a reason its author took it back.
  if (!returned?.reason || !same) return
  const { at, reason } = returned
  throw new Refused(
    'incomplete',
    `${what}已于${said(at)}退回，理由：${reason.replace(/[。；]$/, '')}。本次与退回的完全相同，没有送出；请修改后再送签，认为不需要修改的，请在理由中写明。`,
    { reason: '与退回的相同，请修改，或者写明为什么不需要修改' },
  )
}
