import type { rosterEndpoints } from '#contracts/roster.ts'
import type { Call, UseCase } from '#edge/use-case.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import type { PersonalData, Persons } from '#persons/persons.ts'
import { linkLogin, loginKind, loginStream } from '#roster/login.ts'
import { personKind, personStream, registerPerson } from '#roster/person.ts'

type Deps = { readonly ledger: Ledger; readonly persons: Persons; readonly issuer: string }
type Asked = Call<typeof rosterEndpoints.registerPerson>

/** Registers somebody: name and telephone into `persons`, the login to the person. */
export const registerPersonOf =
  (deps: Deps): UseCase<typeof rosterEndpoints.registerPerson> =>
  async (call) => {
    const registered = await register(deps, call)
    const linked = await link(deps, call)
    return { changed: registered || linked }
  }

async function register({ ledger, persons }: Deps, { body, caller, received, command }: Asked): Promise<boolean> {
  const stream = personStream(body.person)
  const data = { name: body.name, ...(body.phone && { phone: body.phone }) }
  const first = await readStream(ledger, personKind, stream)
  const { personal: before } = first.state
  const why = { purpose: '登记人员时核对是否有变动', by: caller.person }
  if (before && isSame(await persons.read(before.id, why), data)) return false
  const personal = await persons.remember('staff', data, { once: `${command} ${stream}` })
  const { events } = await execute(ledger, personKind, {
    stream,
    command,
    by: caller.person,
    first,
    decide: registerPerson(personal, { by: caller.person, received }),
  })
  return events.length > 0
}

async function link({ ledger, issuer }: Deps, { body, caller, received, command }: Asked): Promise<boolean> {
  if (!body.login) return false
  const { events } = await execute(ledger, loginKind, {
    stream: loginStream(issuer, body.login),
    command,
    by: caller.person,
    decide: linkLogin(body.person, { by: caller.person, received }),
  })
  return events.length > 0
}

const isSame = (before: PersonalData | undefined, now: PersonalData): boolean =>
  before !== undefined && before.name === now.name && before.phone === now.phone
