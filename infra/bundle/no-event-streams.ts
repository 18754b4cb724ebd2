/**
 * Takes the place of `@smithy/core/event-streams`: no operation that we call answers with a stream of events
 * (S3 Select would), and its reader and writer are 15 KB of every bundle, the signer of its messages 2 KB.
 */
export const eventStreamSerdeProvider = () => ({})
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config

const leftOut = () =>
  new Error('bundles leave event streams out; take no-event-streams from infra/bundle/lean.ts to use them.')

export class EventStreamSerde {
  constructor() {
    throw leftOut()
  }
}
/** Of \`@smithy/signature-v4\`, which has one ready for every client. */
export class HeaderFormatter {
  format(): never {
    throw leftOut()
  }
}
