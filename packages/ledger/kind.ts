/** What kind of stream this is: how its events are read and what its decisions look at. */
export type Kind<Event, State> = {
  /** A stored event of any past shape becomes today's; throws on one it does not know. */
  readonly parse: (stored: unknown) => Event
  readonly initial: State
  readonly evolve: (state: State, event: Event) => State
}

/** What a command decides, given what has happened. No events: there is nothing to do. */
export type Decision<Event, State> = (state: State) => readonly Event[]
