/** Whatever may be done now, each with its form: what waits for the caller stands open, the rest folded. */
import { Card, Collapse, Flex } from 'antd'
import { saidDay } from '#calendar/said.ts'
import type { CasePage, OfferedCommand } from '#contracts/case-page.ts'
import { isDay } from '#contracts/forms.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Values } from '../forms/kept-values.ts'
import { draftName, keyOf, type Send, stayOf } from '../forms/offered-command.ts'

type Shared = {
  page: CasePage
  owner: string
  names: Readonly<Record<string, string>>
  send: Send
}

/** The question with what was filled in, where it names a field. */
const askedOf =
  (question: string) =>
  (values: Values): string =>
    question.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
      const value = values[field]
      return typeof value === 'string' && isDay(value) ? saidDay(value) : String(value ?? '')
    })

/** One command as a form. */
export const Offered = ({ command, page, owner, names, send }: Shared & { command: OfferedCommand }) => (
  <CommandForm
    // A new state of the case is a new form, which begins with what was typed for the old one, and says so.
    key={`${keyOf(command)} ${page.visit}`}
    name={draftName(command)}
    about={stayOf(page)}
    fields={command.fields}
    values={command.values}
    owner={owner}
    names={names}
    submit={command.title}
    confirm={command.confirm && askedOf(command.confirm)}
    danger={command.danger}
    send={send(command)}
  />
)

export function OfferedCommands({ commands, ...shared }: Shared & { commands: readonly OfferedCommand[] }) {
  const waiting = commands.filter(({ todo }) => todo)
  const others = commands.filter(({ todo }) => !todo)
  return (
    <Flex vertical gap={16}>
      {waiting.map((command) => (
        <Card key={keyOf(command)} title={command.todo}>
          <Offered {...shared} command={command} />
        </Card>
      ))}
      {others.length > 0 && (
        <Collapse
          size="small"
          // Of a unit that has not begun nothing else is there to be read.
          defaultActiveKey={shared.page.visit === 0 ? others.map(keyOf) : []}
          items={others.map((command) => ({
            key: keyOf(command),
            label: command.title,
            children: <Offered {...shared} command={command} />,
          }))}
        />
      )}
    </Flex>
  )
}
