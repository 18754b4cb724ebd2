import type { Case } from '#case/case.ts'
import type { SignOffName } from '#case/case-events.ts'
import type { Caller } from '#edge/use-case.ts'

type Mode = 'online' | 'paper'
const SIGNER = { legalOffice: 'unitLegalOfficer', unitHead: 'unitHead' } as const

/** How a sign-off is given: as the batch says, and always from paper when the office enters it. */
export const modeOf = (
  signOff: SignOffName,
  modes: Readonly<Record<SignOffName, Mode>>,
  byOffice: boolean | undefined,
): Mode => (byOffice ? 'paper' : modes[signOff])

/** The appointment that gives a sign-off: on screen its own signer, from paper the clerk. */
export const signerOf = (signOff: SignOffName, mode: Mode) => (mode === 'paper' ? 'unitClerk' : SIGNER[signOff])

export const maySign = (signOff: SignOffName, mode: Mode, { holdings }: Caller, unit: string): boolean =>
  // Whoever holds nothing in the unit enters its paper for the office, as the permission row lets them.
  !holdings.some((held) => held.unit === unit) ||
  holdings.some((held) => held.unit === unit && held.appointment === signerOf(signOff, mode))

/** They are given in order: the legal office, then the head. */
export const nextSignOff = ({ signOffs }: Case): SignOffName => (signOffs.legalOffice ? 'unitHead' : 'legalOffice')
