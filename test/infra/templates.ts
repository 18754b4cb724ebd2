import { Template } from 'aws-cdk-lib/assertions'
import type { County } from '#county/county.ts'
import { readCounty } from '../../infra/read-county.ts'
import { stacksWithoutCode } from '../../infra/synth.ts'

export type Resource = { stack: string; id: string; Type: string; Properties: any; DeletionPolicy?: string }

/**
 * A county's templates as they say it, references and imports resolved to `<stack>.<logical id>[.<attribute>]`.
 * @param more what the county's file says otherwise
 */
export function templatesOf(name: string, more: Partial<County> = {}) {
  const county = { ...readCounty(name), ...more }
  const stacks = Object.values(stacksWithoutCode(county))
  // Finds circles of dependencies, too, which a synthesis alone does not.
  const templates = new Map(stacks.map((stack) => [stack.stackName, Template.fromStack(stack).toJSON()]))
  const exported = new Map<string, unknown>()
  for (const [stack, { Outputs = {} }] of templates)
    for (const { Export, Value } of Object.values<any>(Outputs))
      if (Export) exported.set(Export.Name, resolve(stack, Value))

  function resolve(stack: string, value: any): any {
    if (Array.isArray(value)) return value.map((one) => resolve(stack, one))
    if (typeof value !== 'object' || value === null) return value
    if ('Ref' in value) return value.Ref.startsWith('AWS::') ? value.Ref : `${stack}.${value.Ref}`
    if ('Fn::GetAtt' in value) return `${stack}.${value['Fn::GetAtt'].join('.')}`
    if ('Fn::Join' in value) return resolve(stack, value['Fn::Join'][1]).join(value['Fn::Join'][0])
    if ('Fn::ImportValue' in value) return exported.get(value['Fn::ImportValue'])
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(stack, one)]))
  }

  const resources: Resource[] = [...templates].flatMap(([stack, { Resources }]) =>
    Object.entries<any>(Resources).map(([id, resource]) => ({ stack, id, ...resolve(stack, resource) })),
  )
  const ofType = (type: string) => resources.filter(({ Type }) => Type === type)
  const idOf = ({ stack, id }: Resource) => `${stack}.${id}`
  /** Its key, as templates name it: the one resource of the type whose id begins so. */
  const named = (type: string, begins: string) => {
    const found = ofType(type).filter(({ id }) => id.startsWith(begins))
    if (found.length !== 1) throw new Error(`${found.length} of ${type} begin with ${begins}`)
    return idOf(found[0]!)
  }
  /** Every statement of the roles of functions and machines, by whose it is: `arrive`, `machine`. */
  const statements = (): { who: string; actions: string[]; on: string[]; more: any }[] => {
    const roles = ofType('AWS::IAM::Role').map((role) => ({
      role: idOf(role),
      statements: (role.Properties.Policies ?? []).flatMap((policy: any) => policy.PolicyDocument.Statement),
    }))
    for (const { Properties } of ofType('AWS::IAM::Policy'))
      for (const { role, statements } of roles)
        if (Properties.Roles.includes(role)) statements.push(...Properties.PolicyDocument.Statement)
    const who = new Map<string, string>([
      ...ofType('AWS::Lambda::Function').map(
        (fn) => [fn.Properties.Role, fn.Properties.FunctionName.replace(`${name}-`, '')] as const,
      ),
      ...ofType('AWS::StepFunctions::StateMachine').map((one) => [one.Properties.RoleArn, 'machine'] as const),
    ])
    return roles.flatMap(({ role, statements }) =>
      statements.map(({ Action, Resource, ...more }: any) => ({
        who: who.get(`${role}.Arn`) ?? `nobody (${role})`,
        actions: [Action].flat(),
        on: [Resource].flat(),
        more,
      })),
    )
  }
  return { county, templates, resources, ofType, idOf, named, statements }
}

export const functionsOf = ({ ofType, county }: ReturnType<typeof templatesOf>): (Resource & { name: string })[] =>
  ofType('AWS::Lambda::Function').map((fn) => ({
    ...fn,
    name: fn.Properties.FunctionName.replace(`${county.name}-`, ''),
  }))
