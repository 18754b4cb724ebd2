import { z } from 'zod/mini'
import type { Template } from '#local-cloud/assembly/template.ts'
import { AwsError } from '#local-cloud/wire/aws-error.ts'
import { type CallContext, judgeCondition } from './policy-condition.ts'

/** @throws AwsError AccessDeniedException in the words of IAM */
export type Permit = (who: string, action: string, resource: string, context?: CallContext) => void
/** One statement of a role and which of its actions calls were allowed by. */
export type StatementUse = {
  who: string
  role: string
  effect: 'Allow' | 'Deny'
  actions: readonly string[]
  resources: readonly string[]
  used: readonly string[]
}
export type Permissions = {
  permit: Permit
  usedStatements(): StatementUse[]
  allStatements(): StatementUse[]
}

const Many = z.union([z.string(), z.array(z.string())])
const Statement = z.strictObject({
  Sid: z.optional(z.string()),
  Effect: z.enum(['Allow', 'Deny']),
  Action: Many,
  Resource: Many,
  Condition: z.optional(z.record(z.string(), z.record(z.string(), Many))),
})
const Document = z.object({ Statement: z.array(Statement) })
const Policy = z.object({ PolicyDocument: Document, Roles: z._default(z.array(z.string()), []) })
const Role = z.object({
  ManagedPolicyArns: z._default(z.array(z.string()), []),
  Policies: z._default(z.array(z.object({ PolicyDocument: Document })), []),
})
const Principal = z.object({ Role: z.optional(z.string()), RoleArn: z.optional(z.string()) })

/** AWS's own policies that CDK attaches; any other grants nothing here. */
const MANAGED: Record<string, z.infer<typeof Statement>[]> = {
  AWSLambdaBasicExecutionRole: [
    { Effect: 'Allow', Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' },
  ],
}

type Held = StatementUse & {
  speaks: (action: string, resource: string, context: CallContext) => boolean
  used: string[]
}

/**
 * Asks the templates whether the role of a function or machine allows a call, and refuses as IAM does: nothing is allowed by default.
 * Remembers which statement allowed what.
 */
export function permissions(template: Template): Permissions {
  const roles = new Map(
    template.all('AWS::IAM::Role', Role).map((role) => [
      template.arn(role),
      {
        name: role.name,
        user: template.arn(role).replace(':iam::', ':sts::').replace(':role/', ':assumed-role/'),
        statements: [
          ...role.properties.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
          ...role.properties.ManagedPolicyArns.flatMap((arn) => MANAGED[arn.split('/').at(-1) ?? ''] ?? []),
        ],
      },
    ]),
  )
  for (const { properties } of template.all(['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'], Policy))
    for (const role of roles.values())
      if (properties.Roles.includes(role.name)) role.statements.push(...properties.PolicyDocument.Statement)

  const users = new Map<string, string>()
  const held = new Map<string, Held[]>()
  for (const { name, properties } of template.all(
    ['AWS::Lambda::Function', 'AWS::StepFunctions::StateMachine'],
    Principal,
  )) {
    const role = roles.get(properties.Role ?? properties.RoleArn ?? '')
    if (!role) throw new Error(`${name} has the role ${properties.Role ?? properties.RoleArn}, which no stack declares`)
    users.set(name, `${role.user}/${name}`)
    held.set(name, role.statements.map(hold(name, role.name)))
  }

  return {
    permit(who, action, resource, context = {}) {
      const speaking = (held.get(who) ?? []).filter(({ speaks }) => speaks(action, resource, context))
      const denied = speaking.some(({ effect }) => effect === 'Deny')
      const allowing = speaking.filter(({ effect }) => effect === 'Allow')
      if (denied || allowing.length === 0)
        throw new AwsError(
          'AccessDeniedException',
          `User: ${users.get(who) ?? who} is not authorized to perform: ${action} on resource: ${resource} ${denied ? 'with an explicit deny in an identity-based policy' : `because no identity-based policy allows the ${action} action`}`,
        )
      for (const { used } of allowing) if (!used.includes(action)) used.push(action)
    },
    usedStatements: () => report(held).filter(({ used }) => used.length > 0),
    allStatements: () => report(held),
  }
}

const hold =
  (who: string, role: string) =>
  ({ Effect, Action, Resource, Condition = {} }: z.infer<typeof Statement>): Held => {
    const actions = [Action].flat()
    const resources = [Resource].flat()
    const action = pattern(actions, 'i')
    const resource = pattern(resources, '')
    const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => judgeCondition(operator, key, [values].flat(), who)),
    )
    const speaks = (asked: string, on: string, context: CallContext) =>
      action.test(asked) && resource.test(on) && conditions.every((holds) => holds(context))
    return { who, role, effect: Effect, actions, resources, used: [], speaks }
  }

const report = (held: ReadonlyMap<string, readonly Held[]>): StatementUse[] =>
  [...held.values()].flat().map(({ speaks: _, used, ...statement }) => ({ ...statement, used: [...used] }))

/** One expression for patterns with `*` and `?`, as IAM and EventBridge write them. */
export function pattern(patterns: readonly string[], flags: string): RegExp {
  const one = (text: string) => RegExp.escape(text).replaceAll('\\*', '.*').replaceAll('\\?', '.')
  return new RegExp(`^(?:${patterns.map(one).join('|')})$`, `s${flags}`)
}
