import type { Case } from '#case/case.ts'
import type { SignOffName } from '#case/case-events.ts'
import type { Caller } from '#edge/use-case.ts'

type Mode = 'online' | 'paper'
const SIGNER = { legalOffice: 'unitLegalOfficer', unitHead: 'unitHead' } as const

/** The appointment that gives a sign-off: on screen its own signer, from paper the clerk. */
export const signerOf = (signOff: SignOffName, mode: Mode) => (mode === 'paper' ? 'unitClerk' : SIGNER[signOff])

export const maySign = (signOff: SignOffName, mode: Mode, { holdings }: Caller, unit: string): boolean =>
  holdings.some((held) => held.unit === unit && held.appointment === signerOf(signOff, mode))

/** They are given in order: the legal office, then the head. */
export const nextSignOff = ({ signOffs }: Case): SignOffName => (signOffs.legalOffice ? 'unitHead' : 'legalOffice')
