import type { CasePage, OfferedCommand, ShownPaper } from '#contracts/case-page.ts'

/**
 * Whether it is this caller who carries the form on; others of the unit open it for changes first, since whoever edits
 * it may not sign it. What waits for them is filling in, entering a signature from paper, and handing in.
 */
export function carriesOn(
  { commands }: Pick<CasePage, 'commands'>,
  { signOffs }: Pick<ShownPaper, 'signOffs'>,
): boolean {
  const isPaper = ({ signOff }: OfferedCommand) => {
    const mode = signOffs.find(({ name }) => name === signOff)?.mode
    return mode !== undefined && mode !== 'online'
  }
  const isCarrying = (command: OfferedCommand) =>
    command.name === 'save-form' || command.name === 'submit-form' || (command.name === 'sign-form' && isPaper(command))
  return commands.some((command) => command.todo !== undefined && isCarrying(command))
}
