import type { CasePage, FileReference, OfferedCommand } from '#contracts/case-page.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { draftName, stayOf } from '../forms/offered-command.ts'

export type PanelProps = {
  page: CasePage
  /** The server's instant in milliseconds, once it is known. */
  now: number | undefined
  /** Whose evidence is uploaded. */
  owner: string
  names: Readonly<Record<string, string>>
  open: (file: FileReference) => void
  send: (command: OfferedCommand) => (values: Readonly<Record<string, unknown>>, click: string) => Promise<unknown>
}

/** What the API offers at its own place in a panel. `of` tells several of one name apart. */
export const PanelForm = ({
  command,
  of,
  page,
  owner,
  names,
  send,
}: Pick<PanelProps, 'page' | 'owner' | 'names' | 'send'> & { command: OfferedCommand; of: string }) => (
  <CommandForm
    // What was recorded once is not the beginning of the next record.
    key={`${command.name} ${of} ${page.seen}`}
    name={draftName(command)}
    about={stayOf(page)}
    fields={command.fields}
    values={command.values}
    owner={owner}
    names={names}
    submit={command.title}
    confirm={command.confirm}
    danger={command.danger}
    send={send(command)}
  />
)
