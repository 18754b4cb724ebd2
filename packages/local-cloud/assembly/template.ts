import { z } from 'zod/mini'
import type { Stack } from './assembly.ts'
import { attributeOf, derivedName, namingProperty, refOf } from './resource-attributes.ts'

export type Declared<P> = { stack: Stack; id: string; type: string; name: string; properties: P }

const ABSENT = Symbol('AWS::NoValue')
const Pair = z.tuple([z.string(), z.unknown()])
const Strings = z.array(z.string())

/** What several synthesized stacks declare together, references and imports resolved. Whatever it does not know is an error that names it. */
export class Template {
  readonly #stacks: readonly Stack[]
  readonly #apiEndpoint: string

  /** @param apiEndpoint what `Fn::GetAtt: [api, ApiEndpoint]` answers here */
  constructor(stacks: readonly Stack[], apiEndpoint: string) {
    this.#stacks = stacks
    this.#apiEndpoint = apiEndpoint
  }

  /** All resources of these types, their properties parsed by a schema. */
  all<S extends z.ZodMiniType>(types: string | readonly string[], schema: S): Declared<z.infer<S>>[] {
    const wanted = [types].flat()
    return this.#stacks.flatMap((stack) =>
      Object.entries(stack.resources).flatMap(([id, { Type, Properties }]) => {
        if (!wanted.includes(Type)) return []
        const parsed = z.safeParse(schema, this.resolve(stack, Properties))
        if (!parsed.success)
          throw new Error(
            `the local cloud cannot read ${Type} ${id} of ${stack.name}: ${z.prettifyError(parsed.error)}`,
          )
        return [{ stack, id, type: Type, name: this.#name(stack, id), properties: parsed.data }]
      }),
    )
  }

  arn = ({ stack, type, name }: Declared<unknown>): string => attributeOf(type, name, 'Arn', stack.place)

  resolve(stack: Stack, value: unknown): unknown {
    const answer = this.#value(stack, value)
    return answer === ABSENT ? undefined : answer
  }

  #value(stack: Stack, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#value(stack, item)).filter((item) => item !== ABSENT)
    if (value === null || typeof value !== 'object') return value
    const entries = Object.entries(value)
    const [only] = entries
    if (only && entries.length === 1 && (only[0] === 'Ref' || only[0].startsWith('Fn::')))
      return this.#intrinsic(stack, only[0], only[1])
    return Object.fromEntries(
      entries.map(([key, item]) => [key, this.#value(stack, item)]).filter(([, item]) => item !== ABSENT),
    )
  }

  #intrinsic(stack: Stack, name: string, given: unknown): unknown {
    const text = (value: unknown) => z.string().parse(this.#value(stack, value))
    switch (name) {
      case 'Ref':
        return this.#ref(stack, z.string().parse(given))
      case 'Fn::GetAtt': {
        const [id, attribute] = typeof given === 'string' ? given.split(/\.(.*)/, 2) : Pair.parse(given)
        return this.#attribute(stack, id ?? '', text(attribute))
      }
      case 'Fn::Join': {
        const [separator, parts] = Pair.parse(given)
        return z
          .array(z.union([z.string(), z.number()]))
          .parse(this.#value(stack, parts))
          .join(separator)
      }
      case 'Fn::Split': {
        const [separator, whole] = Pair.parse(given)
        return text(whole).split(separator)
      }
      case 'Fn::Select': {
        const [at, list] = z.tuple([z.union([z.string(), z.number()]), z.unknown()]).parse(given)
        const picked = Strings.parse(this.#value(stack, list))[Number(at)]
        if (picked === undefined) throw new Error(`Fn::Select in ${stack.name} asks for item ${at} of a shorter list`)
        return picked
      }
      case 'Fn::Sub': {
        const [pattern, own] = typeof given === 'string' ? [given, {}] : Pair.parse(given)
        const variables = z.record(z.string(), z.unknown()).parse(own)
        return pattern.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, inner: string) => {
          if (literal) return `\${${inner}}`
          if (inner in variables) return text(variables[inner])
          return text(inner.includes('.') ? { 'Fn::GetAtt': inner } : { Ref: inner })
        })
      }
      case 'Fn::ImportValue':
        return this.#import(text(given))
      default:
        throw new Error(`the local cloud does not know ${name} (in ${stack.name})`)
    }
  }

  #ref(stack: Stack, id: string): unknown {
    const { partition, region, account, urlSuffix } = stack.place
    const pseudo: Record<string, unknown> = {
      'AWS::Partition': partition,
      'AWS::Region': region,
      'AWS::AccountId': account,
      'AWS::URLSuffix': urlSuffix,
      'AWS::StackName': stack.name,
      'AWS::StackId': `arn:${partition}:cloudformation:${region}:${account}:stack/${stack.name}/local`,
      'AWS::NoValue': ABSENT,
    }
    if (id in pseudo) return pseudo[id]
    const parameter = stack.parameters[id]
    if (parameter) return parameter.Default ?? ''
    return refOf(this.#resource(stack, id).Type, this.#name(stack, id), stack.place)
  }

  #attribute(stack: Stack, id: string, attribute: string): string {
    const { Type } = this.#resource(stack, id)
    if (Type === 'AWS::ApiGatewayV2::Api' && attribute === 'ApiEndpoint') return this.#apiEndpoint
    return attributeOf(Type, this.#name(stack, id), attribute, stack.place)
  }

  #import(name: string): unknown {
    for (const stack of this.#stacks)
      for (const { Value, Export } of Object.values(stack.outputs))
        if (Export && this.#value(stack, Export.Name) === name) return this.#value(stack, Value)
    throw new Error(`no stack of ${this.#stacks.map((stack) => stack.name).join(', ')} exports ${name}`)
  }

  #resource(stack: Stack, id: string) {
    const resource = stack.resources[id]
    if (!resource) throw new Error(`${stack.name} refers to ${id}, which it does not declare`)
    return resource
  }

  /** The given name, or one made of stack and logical id. */
  #name(stack: Stack, id: string): string {
    const { Type, Properties } = this.#resource(stack, id)
    const naming = namingProperty(Type)
    const given = naming ? this.#value(stack, Properties[naming]) : undefined
    return typeof given === 'string' ? given : derivedName(Type, stack.name, id)
  }
}
