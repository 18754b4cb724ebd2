import type { TimelineEntry } from '#contracts/case-page.ts'

/** A form that keeps itself is saved every few seconds: of what one person does again and again the last time counts. */
export const withoutRepeats = (entries: readonly TimelineEntry[]) =>
  entries.filter((entry, index) => {
    const [before, after] = [entries[index - 1], entries[index + 1]]
    const later = before && before.at >= entry.at ? before : after
    return !(later && later.at > entry.at && isPlain(entry) && isPlain(later) && isSame(entry, later))
  })
const isPlain = ({ reason, files, note, undo }: TimelineEntry) => !reason && files.length === 0 && !note && !undo
const isSame = (one: TimelineEntry, other: TimelineEntry) =>
  one.event === other.event && one.by === other.by && one.step === other.step
