/**
 * What waits on the demonstration's today for whoever would otherwise find nothing to do. Played for whoever looks around;
 * the browser's suites begin without it.
 */
import { type RosterBody, rosterEndpoints } from '#contracts/roster.ts'
import type { Do } from '../rehearsal/acts.ts'
import { mend } from '../rehearsal/form-acts.ts'
import { openEvidence } from '../rehearsal/looking-acts.ts'
import { type Act, on } from '../rehearsal/year.ts'

const appoint =
  (login: string, body: RosterBody['appointments'][number]): Do =>
  ({ as }) =>
    as(login)(rosterEndpoints.appoint, { body, command: `appoint-${body.person}-${body.appointment}` })

export const waitingActs: readonly Act[] = [
  on('2018-05-07T09:30', '法制办打开大庄镇的材料', openEvidence('dazhuang')),
  on('2018-05-07T10:00', '草沟镇补正，待法制机构负责人签署', mend('caogou', '草沟镇人民政府')),
  on(
    '2018-05-07T14:00',
    '系统管理员登记岗位，待安全管理员批准',
    appoint('admin', { person: 'r027', appointment: 'unitClerk', unit: 'shichang', from: '2018-05-14' }),
  ),
  on(
    '2018-05-07T15:00',
    '安全管理员登记岗位，待系统管理员批准',
    appoint('security', { person: 'r036', appointment: 'unitClerk', unit: 'guotu', from: '2018-05-14' }),
  ),
]
