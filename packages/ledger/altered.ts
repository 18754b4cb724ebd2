/**
 * What is kept is not what was written: a commit, a text or a file was changed, cut or damaged. Nobody who asks has done
 * anything wrong and nothing they do makes it right, so nothing is shown of it and nothing is decided on it.
 */
export class Altered extends Error {
  override name = 'Altered'
}

/**
 * Does it for each in turn; one whose record was altered keeps back no other.
 * @returns what was altered: whoever calls has to raise it @throws whatever else `act` throws
 */
export async function eachApart<One>(all: Iterable<One>, act: (one: One) => Promise<unknown>): Promise<Altered[]> {
  const altered: Altered[] = []
  for (const one of all)
    try {
      await act(one)
    } catch (error) {
      if (!(error instanceof Altered)) throw error
      altered.push(error)
    }
  return altered
}
