/** The compiled texts of procedures on a real engine with fake timers, behind the conductor's port. */
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions'
import type { Definition } from '#procedure/asl.ts'
import { inputOf, type Machine } from '../../services/conductor/run/machine.ts'

export type Ending = { status: 'SUCCEEDED' | 'FAILED' | 'ABORTED'; case: string; livedMs: number }
type Functions = Readonly<Record<string, (payload: any) => Promise<unknown>>>
type Execution = {
  version: string
  stream: string
  status: 'RUNNING' | Ending['status']
  startDate: number
  abort(): void
}
type Token = { answer(): void; drop(error: Error): void }

export type LocalMachine = Machine & {
  readonly executions: ReadonlyMap<string, Execution>
  /** Names of the states entered, in order. */
  readonly entered: string[]
  /** Called as a state is entered. */
  onEnter: (state: string, execution: string) => void
  onEnd: (ending: Ending) => void
  /** What executions of a version that start from now on follow. */
  define(version: string, definition: Definition): void
  abort(name: string): void
  /** The process is gone: executions and tokens with it, and nobody is told. */
  kill(): void
}

/** Without the engine's own validation, which takes most of a start's time; the compiler's tests hold it valid. */
const engineOf = (definition: StateMachineDefinition) =>
  new StateMachine(definition, { validationOptions: { noValidate: true } })

/** @param definitions by version, `name@version` */
export function localMachine(definitions: Readonly<Record<string, Definition>>, functions: Functions): LocalMachine {
  const texts = new Map(Object.entries(definitions).map(([version, one]) => [version, JSON.stringify(one)]))
  const executions = new Map<string, Execution>()
  const tokens = new Map<string, Token>()
  const entered: string[] = []

  function run(version: string, name: string, stream: string) {
    const parsed: StateMachineDefinition = JSON.parse(texts.get(version) ?? '')
    const own: string[] = []
    const { result, eventLogs, abort } = engineOf(parsed).run(JSON.parse(inputOf(stream)), {
      overrides: { taskResourceLocalHandlers: tasks(parsed) },
      context: {
        Task: {
          // Read once per task, so that each gets a token of its own.
          get Token() {
            const token = crypto.randomUUID()
            own.push(token)
            tokens.set(token, { answer: () => {}, drop: () => {} })
            return token
          },
        },
      },
    })
    const execution: Execution = { version, stream, status: 'RUNNING', startDate: Date.now(), abort }
    executions.set(name, execution)
    const end = (status: Ending['status']) => {
      for (const token of own) tokens.delete(token)
      if (execution.status !== 'RUNNING' || executions.get(name) !== execution) return
      execution.status = status
      machine.onEnd({ status, case: stream, livedMs: Date.now() - execution.startDate })
    }
    result.then(
      () => end('SUCCEEDED'),
      (error: Error) => end(error.name === 'ExecutionAbortedError' ? 'ABORTED' : 'FAILED'),
    )
    void (async () => {
      for await (const event of eventLogs)
        if (event.type === 'StateEntered') {
          entered.push(event.state.name)
          if (execution.status === 'RUNNING') machine.onEnter(event.state.name, name)
        }
    })()
  }

  function tasks({ States }: Pick<StateMachineDefinition, 'States'>): Record<string, (input: any) => Promise<any>> {
    return Object.assign(
      {},
      ...Object.entries(States).map(([name, state]) => {
        if (state.Type !== 'Task') return {}
        const act = async ({ FunctionName, Payload }: { FunctionName: string; Payload: Record<string, string> }) => {
          const { token } = Payload
          const answered = new Promise<void>((answer, drop) => {
            if (token) tokens.set(token, { answer, drop })
          })
          const Answer = await functions[FunctionName.split(':').at(-1)!]!(Payload)
          return token ? answered : { Payload: Answer }
        }
        return { [name]: act }
      }),
    )
  }

  const machine: LocalMachine = {
    executions,
    entered,
    onEnter: () => {},
    onEnd: () => {},
    define: (version, changed) => void texts.set(version, JSON.stringify(changed)),
    abort: (name) => executions.get(name)?.abort(),
    kill() {
      for (const { abort } of executions.values()) abort()
      executions.clear()
      tokens.clear()
    },
    async start(version, name, stream) {
      if (!texts.has(version)) throw new Error(`there is no machine for ${version}`)
      const known = executions.get(name)
      if (known) return known.status === 'RUNNING' && known.stream === stream ? 'running' : 'over'
      run(version, name, stream)
      return 'running'
    },
    async answer(token) {
      tokens.get(token)?.answer()
      return tokens.delete(token)
    },
  }
  return machine
}
