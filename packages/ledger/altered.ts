/**
 * What is kept is not what was written: a commit, a text or a file was changed, cut or damaged. Nobody who asks has done
 * anything wrong and nothing they do makes it right, so nothing is shown of it and nothing is decided on it.
 */
export class Altered extends Error {
  override name = 'Altered'
}
