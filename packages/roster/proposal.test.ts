import { describe, expect, it } from 'vitest'
import { given } from '../../test/given/given.ts'
import { appoint, type Held, type PersonEvent, personKind } from './person.ts'
import {
  approveProposal,
  declineProposal,
  noteChanges,
  proposeAppointment,
  proposeLogin,
  takeBackProposal,
  whyNotApproved,
} from './proposal.ts'

const AT = '2018-03-01T01:00:00.000Z'
const ref = { id: 'x', digest: 'a'.repeat(64) }
const registered: PersonEvent = { type: 'registered', v: 1, at: AT, by: 'system', personal: ref }
const head: Held = { appointment: 'officeHead', from: '2018-03-01' }
const entering = { by: 'system', received: AT, as: 'administrator' } as const
const proposed = (held: Held, proposal = 1, more: object = {}): PersonEvent => ({
  ...{ type: 'appointmentProposed', v: 1, at: AT, by: 'system', as: 'administrator', proposal, held },
  ...more,
})
const loginProposed: PersonEvent = {
  ...{ type: 'loginProposed', v: 1, at: AT, by: 'system', as: 'administrator' },
  ...{ proposal: 1, login: 'login/1', named: ref },
}
const appointed = (held: Held, more: object = {}): PersonEvent => ({
  ...{ type: 'appointed', v: 1, at: AT, by: 'system', held },
  ...more,
})
const holding = (person: string, ...held: Held['appointment'][]) => ({
  person,
  holdings: held.map((appointment) => ({ appointment })),
})
const security = holding('security', 'securityAdministrator')
const system = holding('system', 'administrator')
const by = (approving: typeof security, received = AT) => ({ approving, received })

describe('entering an appointment', () => {
  it('gives it no effect', () => {
    const { when, state } = given(personKind, registered)
    expect(when(proposeAppointment(head, entering))).toEqual([proposed(head)])
    expect(state.appointments).toEqual([])
    expect(given(personKind, registered, proposed(head)).state.appointments).toEqual([])
  })
  it('takes the place of the same one that waits, and of no other', () => {
    const until = { ...head, to: '2018-12-31' }
    const { when } = given(personKind, registered, proposed(head))
    expect(when(proposeAppointment(until, entering))).toEqual([proposed(until, 2)])
    const { state } = given(personKind, registered, proposed(head), proposed(until, 2))
    expect(state.pending?.map(({ proposal }) => proposal)).toEqual([2])
    const clerk: Held = { appointment: 'unitClerk', unit: 'dazhuang', from: '2018-03-01' }
    expect(given(personKind, registered, proposed(head), proposed(clerk, 2)).state.pending).toHaveLength(2)
  })
  it('has nothing to do where it is held or waits already', () => {
    for (const before of [appointed(head), proposed(head)])
      expect(given(personKind, registered, before).when(proposeAppointment(head, entering))).toEqual([])
  })
  it('is refused as appointing is: strangers, a last day that has passed, one that has ended, two parts at once', () => {
    expect(given(personKind).refused(proposeAppointment(head, entering))[0]).toBe('unknown')
    const held: Held = { ...head, from: '2018-01-01' }
    const { refused } = given(personKind, registered, appointed(held))
    expect(refused(proposeAppointment({ ...held, to: '2018-02-28' }, entering))).toEqual([
      'incomplete',
      '岗位不能倒签结束：2018年2月28日已经过去，那以后他仍在任；结束日期请写今天或以后。',
      { to: '结束日期请写今天或以后' },
    ])
    const over = given(personKind, registered, appointed({ ...held, to: '2018-02-28' }))
    expect(over.refused(proposeAppointment({ ...held, to: null }, entering))).toEqual([
      'conflict',
      '这个岗位已在2018年2月28日结束，不能再改；要再任职的，请另登记一次。',
      { from: '要再任职的，开始日期请写今天或以后' },
    ])
    expect(over.when(proposeAppointment(head, entering))).toEqual([proposed(head)])
    const auditor = given(personKind, registered, appointed({ ...head, appointment: 'auditor' }))
    expect(auditor.refused(proposeAppointment({ ...head, appointment: 'administrator' }, entering))).toEqual([
      'conflict',
      '系统管理员、安全管理员、审计管理员不能由一人兼任；他已是审计管理员，不能再任系统管理员，请登记另一人，或先结束他的审计管理员岗位。',
      { appointment: '已是审计管理员' },
    ])
    expect(auditor.when(proposeAppointment(head, entering))).toHaveLength(1)
  })
})

describe('entering a login', () => {
  const asked = { to: 'p-1', login: 'login/1', named: ref, heldBy: undefined }
  it('gives it no effect', () => {
    expect(given(personKind, registered).when(proposeLogin(asked, entering))).toEqual([loginProposed])
    expect(given(personKind, registered, loginProposed).state.login).toBeUndefined()
  })
  it('is refused to somebody the roster does not know', () => {
    expect(given(personKind).refused(proposeLogin(asked, entering))[0]).toBe('unknown')
  })
  it('has nothing to do where it is theirs or waits, unless it comes back from somebody', () => {
    const identified: PersonEvent = { type: 'identified', v: 1, at: AT, by: 'system', login: 'login/1' }
    for (const before of [identified, loginProposed])
      expect(given(personKind, registered, before).when(proposeLogin(asked, entering))).toEqual([])
    expect(
      given(personKind, registered, identified).when(
        proposeLogin({ ...asked, loginFrom: 'p-2', heldBy: 'p-2' }, entering),
      ),
    ).toEqual([{ ...loginProposed, loginFrom: 'p-2' }])
  })
  it('says whom it leaves only where they have it, and is refused where it is another one’s', () => {
    const know = given(personKind, registered)
    expect(know.when(proposeLogin({ ...asked, loginFrom: 'p-2' }, entering))).toEqual([loginProposed])
    expect(know.when(proposeLogin({ ...asked, loginFrom: 'p-1', heldBy: 'p-1' }, entering))).toEqual([loginProposed])
    for (const loginFrom of [undefined, 'p-2'])
      expect(know.refused(proposeLogin({ ...asked, loginFrom, heldBy: 'p-3' }, entering))[0]).toBe('conflict')
  })
})

describe('approving', () => {
  const approve = (approving: typeof security, proposal = 1, received = AT) =>
    approveProposal('p-1', proposal, by(approving, received))
  it('gives an appointment or a login its effect, with both names in the record', () => {
    const approved = { by: 'security', proposedBy: 'system' }
    expect(given(personKind, registered, proposed(head)).when(approve(security))).toEqual([appointed(head, approved)])
    expect(given(personKind, registered, loginProposed).when(approve(security))).toEqual([
      { type: 'identified', v: 1, at: AT, ...approved, login: 'login/1', named: ref },
    ])
    const { state } = given(personKind, registered, proposed(head), appointed(head, approved))
    expect([state.pending, state.appointments, state.isNews]).toEqual([[], [head], true])
  })
  it('is refused to whoever entered it, is meant by it, or has another part', () => {
    const { refused } = given(personKind, registered, proposed(head))
    expect(refused(approve(system))).toEqual(['forbidden', '本人登记的，由另一名管理员批准。', {}])
    expect(refused(approve(holding('p-1', 'securityAdministrator')))[1]).toContain('不能批准本人')
    for (const other of [holding('p-9', 'administrator'), holding('p-9', 'auditor'), holding('p-9', 'officeHead')])
      expect(refused(approve(other))[1]).toBe('由安全管理员批准。')
  })
  it('of what the security administrator entered is the system administrator’s too, and never an auditor’s', () => {
    const mine = { by: 'security', as: 'securityAdministrator' } as const
    expect(whyNotApproved(mine, 'p-1', security)).toContain('本人登记')
    expect(whyNotApproved(mine, 'p-1', system)).toBeUndefined()
    expect(whyNotApproved(mine, 'p-1', holding('other', 'securityAdministrator'))).toBeUndefined()
    expect(whyNotApproved(mine, 'p-1', holding('a', 'auditor'))).toContain('由系统管理员或者另一名')
  })
  it('is refused of what was settled, or gave way to what was entered again', () => {
    const stale = ['conflict', expect.stringContaining('又登记了新的内容'), {}]
    const again = proposed({ ...head, to: '2018-12-31' }, 2)
    for (const after of [
      again,
      appointed(head),
      { type: 'declined', v: 1, at: AT, by: 's', proposal: 1, reason: '。' } as const,
    ])
      expect(given(personKind, registered, proposed(head), after).refused(approve(security))).toEqual(stale)
  })
  it('dates no end back: a last day that passed while it waited is the day of the approval', () => {
    const ends = { ...head, to: '2018-03-01' }
    const waiting = given(personKind, registered, appointed(head), proposed(ends))
    expect(waiting.when(approve(security, 1, '2018-03-04T16:00:00.000Z'))).toMatchObject([
      { held: { ...head, to: '2018-03-05' } },
    ])
    expect(waiting.when(approve(security))).toMatchObject([{ held: ends }])
  })
})

describe('declining and taking back', () => {
  const { when, refused, state } = given(personKind, registered, proposed(head))
  it('leaves everything as it was', () => {
    const declined = declineProposal('p-1', 1, '任职文件未到。', by(security))
    expect(when(declined)).toEqual([
      { type: 'declined', v: 1, at: AT, by: 'security', proposal: 1, reason: '任职文件未到。' },
    ])
    const back = when(takeBackProposal(1, { by: 'system', received: AT }))
    expect(back).toEqual([{ type: 'takenBack', v: 1, at: AT, by: 'system', proposal: 1 }])
    for (const event of [...back, ...when(declined)]) {
      const after = personKind.evolve(state, event)
      expect([after.pending, after.appointments]).toEqual([[], []])
      // A number is given once.
      expect(proposeAppointment(head, entering)(after)).toMatchObject([{ proposal: 2 }])
    }
  })
  it('is refused to others: who declines must be one who approves, who takes back has entered it', () => {
    expect(refused(declineProposal('p-1', 1, '。', by(system)))[0]).toBe('forbidden')
    expect(refused(takeBackProposal(1, { by: 'security', received: AT }))[0]).toBe('forbidden')
  })
  it('is refused of what waits no more', () => {
    for (const decide of [
      declineProposal('p-1', 7, '。', by(security)),
      takeBackProposal(7, { by: 'system', received: AT }),
    ])
      expect(refused(decide)[0]).toBe('conflict')
  })
})

describe('noting what changed', () => {
  const noted: PersonEvent = { type: 'noted', v: 1, at: AT, by: 'head' }
  it('is of what two persons have changed, or one alone where there was no other', () => {
    for (const more of [{ proposedBy: 'system' }, { alone: true }])
      expect(
        given(personKind, registered, appointed(head, more)).when(noteChanges({ by: 'head', received: AT })),
      ).toEqual([noted])
  })
  it('has nothing to do of the founding, of what waits, and once it is noted', () => {
    for (const events of [[appointed(head)], [proposed(head)], [appointed(head, { alone: true }), noted]])
      expect(given(personKind, registered, ...events).when(noteChanges({ by: 'head', received: AT }))).toEqual([])
  })
})

it('appointing directly is held to the same days', () => {
  const { refused } = given(personKind, registered, appointed(head))
  expect(refused(appoint({ ...head, to: '2018-03-02' }, { by: 'x', received: '2018-03-05T01:00:00.000Z' }))[0]).toBe(
    'incomplete',
  )
})
