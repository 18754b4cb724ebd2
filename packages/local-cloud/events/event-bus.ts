import { z } from 'zod/mini'
import type { Template } from '#local-cloud/assembly/template.ts'
import type { PutObject } from '#local-cloud/dynamo/streams.ts'
import type { MayInvoke } from '#local-cloud/permissions/invoke-permissions.ts'
import type { Permit } from '#local-cloud/permissions/permissions.ts'
import type { Hooks } from '#local-cloud/time/hooks.ts'
import type { VirtualTimers } from '#local-cloud/time/virtual-timers.ts'
import type { Work } from '#local-cloud/time/work.ts'
import { asError } from '#local-cloud/wire/aws-error.ts'
import { type CloudEvent, matches } from './event-pattern.ts'
import { readSchedule } from './schedule.ts'

type Deps = {
  template: Template
  invoke: (functionName: string, event: unknown) => Promise<unknown>
  mayInvoke: MayInvoke
  permit: Permit
  putObject: PutObject
  work: Work
  timers: VirtualTimers
  now: () => number
  report: (sentence: string) => void
  /** Firings of schedules that a rehearsal does without. */
  skip: Hooks['skipSchedule']
}
export type Happening = { source: string; detailType: string; resources: readonly string[]; detail: unknown }

const Rule = z.object({
  EventPattern: z.optional(z.record(z.string(), z.unknown())),
  ScheduleExpression: z.optional(z.string()),
  State: z._default(z.string(), 'ENABLED'),
  Targets: z._default(
    z.array(z.object({ Arn: z.string(), Input: z.optional(z.string()), InputTransformer: z.optional(z.never()) })),
    [],
  ),
})
const InvokeConfig = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z._default(z.number(), 2),
  DestinationConfig: z.optional(z.object({ OnFailure: z.optional(z.object({ Destination: z.string() })) })),
})
/** Lambda tries an asynchronous call again after one minute, then after two. */
const RETRY_AFTER_MS = [60_000, 120_000]

/** A year of hours: a schedule skipped that often is never wanted. */
const MOST_SKIPPED = 366 * 24

/** Rules of the templates: what happens reaches the functions whose pattern fits, and schedules fire on the virtual clock. */
export class EventBus {
  readonly #deps: Deps
  readonly #rules: { arn: string; place: { account: string; region: string }; rule: z.infer<typeof Rule> }[]
  readonly #configs: ReadonlyMap<string | undefined, z.infer<typeof InvokeConfig>>

  constructor(deps: Deps) {
    this.#deps = deps
    const { template } = deps
    this.#rules = template.all('AWS::Events::Rule', Rule).flatMap((declared) => {
      if (declared.properties.State === 'DISABLED') return []
      return [{ arn: template.arn(declared), place: declared.stack.place, rule: declared.properties }]
    })
    const configs = template.all('AWS::Lambda::EventInvokeConfig', InvokeConfig)
    this.#configs = new Map(configs.map(({ properties }) => [properties.FunctionName.split(':').at(-1), properties]))
    for (const [name = '', config] of this.#configs) {
      const bucketArn = config.DestinationConfig?.OnFailure?.Destination
      if (!bucketArn) continue
      if (!bucketArn.includes(':s3:::'))
        throw new Error(`${name} sends failed events to ${bucketArn}; only buckets are known here`)
      deps.permit(name, 's3:PutObject', `${bucketArn}/aws/lambda/async/${name}`)
      deps.permit(name, 's3:ListBucket', bucketArn)
    }
    for (const { EventPattern, Targets } of this.#rules.map(({ rule }) => rule)) {
      // An operator nobody knows is found at boot, not when the first event comes.
      if (EventPattern) matches(EventPattern, {})
      for (const { Arn } of Targets)
        if (!Arn.includes(':lambda:')) throw new Error(`a rule has the target ${Arn}; only functions are known here`)
    }
  }

  /** What it begins counts as work before it returns; resolves when every function has been called once. */
  put({ source, detailType, resources, detail }: Happening): Promise<unknown> {
    const begun = this.#rules.flatMap(({ arn, place, rule }) => {
      const event = this.#event(place, source, detailType, resources, detail)
      return rule.EventPattern && matches(rule.EventPattern, event) ? this.#fire(arn, rule, event) : []
    })
    return Promise.all(begun)
  }

  /** Arms every schedule. One that is due at this very instant fires: a stop may have come in between. */
  startSchedules(): void {
    for (const { arn, place, rule } of this.#rules) {
      if (!rule.ScheduleExpression) continue
      const schedule = readSchedule(rule.ScheduleExpression)
      const arm = (from: number) => {
        let due = schedule(from)
        const name = arn.split('/').at(-1) ?? ''
        for (let tries = 0; this.#deps.skip?.(name, due) && tries < MOST_SKIPPED; tries++) due = schedule(due + 1)
        if (!Number.isFinite(due) || this.#deps.skip?.(name, due)) return
        this.#deps.timers.at(due, () => {
          void this.#fire(arn, rule, this.#event(place, 'aws.events', 'Scheduled Event', [arn], {}))
          arm(due + 1)
        })
      }
      arm(this.#deps.now())
    }
  }

  #event(
    place: { account: string; region: string },
    source: string,
    detailType: string,
    resources: readonly string[],
    detail: unknown,
  ): CloudEvent {
    const time = new Date(this.#deps.now()).toISOString().replace(/\.\d+Z$/, 'Z')
    const { account, region } = place
    return {
      version: '0',
      id: crypto.randomUUID(),
      'detail-type': detailType,
      source,
      account,
      time,
      region,
      resources,
      detail,
    }
  }

  #fire(ruleArn: string, { Targets }: z.infer<typeof Rule>, event: CloudEvent): Promise<unknown> {
    const calls = Targets.map(({ Arn, Input }) =>
      this.#call(ruleArn, Arn.split(':').at(-1) ?? '', Input === undefined ? event : JSON.parse(Input), 0),
    )
    return Promise.all(calls)
  }

  #call(ruleArn: string, name: string, event: unknown, failures: number): Promise<void> {
    const { mayInvoke, invoke, putObject, work, timers, now, report } = this.#deps
    return work.during(`${ruleArn.split('/').at(-1)} calls ${name}`, async () => {
      try {
        mayInvoke('events.amazonaws.com', name, ruleArn)
      } catch (error) {
        return report(asError(error).message)
      }
      try {
        await invoke(name, event)
      } catch (error) {
        const config = this.#configs.get(name)
        const delay = RETRY_AFTER_MS[failures]
        if (delay !== undefined && failures < (config?.MaximumRetryAttempts ?? 2)) {
          timers.at(now() + delay, () => void this.#call(ruleArn, name, event, failures + 1))
          return
        }
        report(`${name} failed on an event ${failures + 1} times and was given up: ${error}`)
        const bucketArn = config?.DestinationConfig?.OnFailure?.Destination
        if (!bucketArn) return
        const instant = new Date(now()).toISOString()
        const body = {
          version: '1.0',
          timestamp: instant,
          requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: failures + 1 },
          requestPayload: event,
          responsePayload: { errorMessage: asError(error).message },
        }
        await putObject(
          bucketArn.split(':::')[1] ?? '',
          `aws/lambda/async/${name}/${instant.slice(0, 10).replaceAll('-', '/')}/${crypto.randomUUID()}`,
          JSON.stringify(body),
        )
      }
    })
  }
}
