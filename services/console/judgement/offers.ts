import type { CasePage, OfferedCommand } from '#contracts/case-page.ts'

/** What this person may do about a judgement. */
export type Offers = {
  /** Signs the draft as it stands. */
  readonly sign: OfferedCommand | undefined
  readonly back: OfferedCommand | undefined
  /** Decides without a draft, or in its place. */
  readonly decide: OfferedCommand | undefined
  readonly propose: OfferedCommand | undefined
}

/** A draft is signed under the command that decides: it names what is signed, and asks for nothing more. */
export const isSigning = ({ name, values }: OfferedCommand): boolean => name === 'decide-step' && 'drafted' in values

export function offersOf({ commands }: Pick<CasePage, 'commands'>): Offers {
  return {
    sign: commands.find(isSigning),
    back: commands.find(({ name }) => name === 'return-draft'),
    decide: commands.find((command) => command.name === 'decide-step' && !isSigning(command)),
    propose: commands.find(({ name }) => name === 'draft-decision'),
  }
}
