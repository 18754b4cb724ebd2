import { Sentence } from '#typed/sentence.ts'

/** What lies in a data folder cannot be read at all, or not be worked on. */
export class StoreDamaged extends Sentence {
  override name = 'StoreDamaged'
}
