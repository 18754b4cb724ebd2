/**
 * Takes the place of `@smithy/core/event-streams`: no operation that we call answers with a stream of events
 * (S3 Select would), and its reader and writer are 15 KB of every bundle.
 */
export const eventStreamSerdeProvider = () => ({})
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config

export class EventStreamSerde {
  constructor() {
    throw new Error('bundles leave event streams out; take no-event-streams from infra/bundle/lean.ts to use them.')
  }
}
