/** Why a paper is not made of what stands there now. */
export class NotYet extends Error {
  override name = 'NotYet'
}
