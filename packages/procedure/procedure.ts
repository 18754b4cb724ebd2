/**
 * A procedure is data: its steps, who acts in each, what comes of it and where that leads.
 * From it come the state machine, the guards of the case decider, the permission table and the timeline.
 */

/** What a person may be appointed to. A login proves only who somebody is; an appointment says what they may do. */
export const APPOINTMENTS = {
  unitClerk: '创建单位经办人',
  unitLegalOfficer: '创建单位法制机构负责人',
  unitHead: '创建单位主要负责人',
  officeOfficer: '法制办经办人',
  officeHead: '法制办负责人',
  meetingSecretary: '会议秘书',
  administrator: '系统管理员',
} as const
export type Appointment = keyof typeof APPOINTMENTS

export type Outcome = {
  readonly title: string
  /** A step or an ending. */
  readonly leadsTo: string
  /** Reached by time alone; nobody may choose it. */
  readonly byTime?: true
  /** Counts against the batch's quota, over all meetings of its step. */
  readonly limited?: true
}

export type Step = {
  readonly title: string
  /** Who is waited for. */
  readonly actor: Appointment
  /** `case`: decided one by one. `list`: one act (a resolution, a notice) decides many cases at once. */
  readonly decided: 'case' | 'list'
  readonly outcomes: Readonly<Record<string, Outcome>>
  /** The outcome that time decides once the step's own date has passed. */
  readonly lapses?: string
  /** Functions the machine calls on entry with (case, step, visit); called again for the same visit they decide nothing. */
  readonly opens?: readonly string[]
  /** Branches open side by side; the step itself is decided after all of them are over. */
  readonly together?: readonly string[]
}

export type Ending = { readonly title: string }

export type Procedure = {
  readonly name: string
  readonly title: string
  readonly start: string
  readonly steps: Readonly<Record<string, Step>>
  /** Ways out that hold at every step. */
  readonly exits: Readonly<Record<string, Outcome>>
  readonly endings: Readonly<Record<string, Ending>>
}

/** Where an outcome leads from a step, exits included; undefined when the step does not know the outcome. */
export const outcomeAt = ({ steps, exits }: Procedure, step: string, outcome: string): Outcome | undefined =>
  own(own(steps, step)?.outcomes, outcome) ?? (own(steps, step) && own(exits, outcome))

/** Names come from requests; what every object inherits is no step and no outcome. */
const own = <T>(values: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  values && Object.hasOwn(values, name) ? values[name] : undefined

/** The Chinese name of a step or an ending. */
export const titleOf = ({ steps, endings }: Procedure, place: string): string =>
  steps[place]?.title ?? endings[place]?.title ?? place
