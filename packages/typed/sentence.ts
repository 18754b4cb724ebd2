/** What went wrong, in a sentence for whoever typed the command; no stack is of use to them. */
export class Sentence extends Error {
  override name = 'Sentence'
}
