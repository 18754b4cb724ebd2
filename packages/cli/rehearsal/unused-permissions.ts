/**
 * Rights that a whole year did not need: each is either taken away or stands here with its reason. What a right is for
 * when all goes well, the year itself has to do.
 */
import type { StatementUse } from '#local-cloud/permissions/permissions.ts'
import { keyOf, procedures } from '#procedure/procedures.ts'
import type { Check } from './check.ts'

/** `on`: what the resource is recognised by. `who` without the county's name. */
export type Exception = {
  readonly who: string
  readonly actions: readonly string[]
  readonly on: string
  readonly reason: string
}

const RACE = '只有消息恰在等待之前到达时才用；虚拟时间里消息总在等待之后到达，或先被看到。'
const REPAIR = '只在有漏失时补做；平安的一年没有漏失，补做由故障测试演示。'
const RESTART = '只在执行中断而申报件未办结时用；平安的一年没有中断，中断由故障测试演示。'

const EVERYWHERE: readonly Exception[] = [
  { who: 'await', actions: ['dynamodb:DeleteItem'], on: 'waits', reason: RACE },
  { who: 'await', actions: ['states:SendTaskSuccess'], on: 'stateMachine', reason: RACE },
  { who: 'restart-execution', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'], on: 'waits', reason: RESTART },
  { who: 'restart-execution', actions: ['states:StartExecution'], on: 'stateMachine', reason: RESTART },
  { who: 'reconcile', actions: ['dynamodb:PartiQLInsert'], on: 'ledger', reason: REPAIR },
  { who: 'reconcile', actions: ['dynamodb:PutItem'], on: 'waits', reason: REPAIR },
  { who: 'reconcile', actions: ['states:SendTaskSuccess'], on: 'stateMachine', reason: REPAIR },
  { who: 'rebuild-rows', actions: ['dynamodb:PutItem'], on: 'views', reason: REPAIR },
  {
    ...{ who: 'consultation-api', actions: ['s3:GetObject'], on: 'contents' },
    reason: '函数记着自己写过和读过的复函内容，停过以后再打开才读；虚拟时间里函数一直没有停过。',
  },
  {
    ...{ who: 'corrections-api', actions: ['dynamodb:GetItem'], on: 'persons' },
    reason: '只在更正使代录的表格退回补正、签发人自己又能代录时，才在答复里显示其中的个人信息；这一年没有这样的更正。',
  },
  {
    ...{ who: 'results-api', actions: ['s3:GetObject'], on: 'contents' },
    reason: '函数记着自己写过和读过的外部结果内容，停过以后再打开才读；虚拟时间里函数一直没有停过。',
  },
  {
    ...{ who: 'titles-api', actions: ['s3:GetObject'], on: 'contents' },
    reason: '函数记着自己写过和读过的经验材料、出席人员等内容，停过以后再打开才读；虚拟时间里函数一直没有停过。',
  },
  ...['contents', 'evidence'].map((on) => ({
    who: 'verify-records',
    actions: ['s3:ListBucket'],
    on,
    reason: '只在应有的内容或材料不见了时，用来区分“没有”和“不许看”；平安的一年没有丢失的。',
  })),
]

/** @param own the procedures of the county, as `name@version`: it has a state machine for each */
export const exceptionsOf = (own: readonly string[]): readonly Exception[] => [
  ...EVERYWHERE,
  ...procedures
    .filter((one) => own.includes(keyOf(one)))
    .map(({ name, version }) => ({
      who: `${name}-v${version}`,
      actions: [
        'logs:CreateLogDelivery',
        'logs:DeleteLogDelivery',
        'logs:DescribeLogGroups',
        'logs:DescribeResourcePolicies',
        'logs:GetLogDelivery',
        'logs:ListLogDeliveries',
        'logs:PutResourcePolicy',
        'logs:UpdateLogDelivery',
      ],
      on: '*',
      reason: '状态机的日志投递由云上的服务设置，本机没有这项服务。',
    })),
]

type Right = { readonly statement: StatementUse; readonly action: string }

const excuses =
  (county: string, { who, actions, on }: Exception) =>
  ({ statement, action }: Right): boolean =>
    statement.who === `${county}-${who}` &&
    actions.includes(action) &&
    statement.resources.some((arn) => arn.includes(on))

/** Finds actions of statements that allowed nothing, and exceptions of which there is nothing left to excuse. */
export function checkPermissions(county: string, all: readonly StatementUse[], excused: readonly Exception[]): Check {
  const rights = all.flatMap((statement) => statement.actions.map((action) => ({ statement, action })))
  const unused = rights.filter(
    ({ statement, action }) => statement.effect === 'Allow' && !statement.used.includes(action),
  )
  const wrong = unused.filter((right) => !excused.some((one) => excuses(county, one)(right)))
  const stale = excused.filter(
    (one) =>
      !one.actions.every((action) => rights.some((right) => right.action === action && excuses(county, one)(right))),
  )
  return {
    what: `${all.length}条授权的${rights.length}项权限都用到了，未用的${unused.length - wrong.length}项各有理由`,
    wrong: [
      ...wrong.map(
        ({ statement, action }) => `${statement.who.replace(`${county}-`, '')} ${action} ${shortly(statement)}`,
      ),
      ...stale.map(({ who, actions, on }) => `例外“${who} ${actions.join('、')} ${on}”已没有对应的授权，请删去`),
    ],
  }
}

/** Of each resource what a person recognises it by. */
const shortly = ({ resources }: StatementUse): string =>
  resources.map((arn) => arn.split(':').slice(5).join(':') || arn).join(' ')
