/** A draft replaces what stood there when it was typed; what has come since, its author is told of first. */
import { ApiError } from '#contracts/client.ts'
import { aboutOf, turnTo } from '../forms/kept-values.ts'

const NOTHING = 'nothing'
/** For what a form asks, while this stands there; nothing does at first. */
export const isAbout = (standing: string | undefined): string => standing ?? NOTHING

/**
 * Refused once, it may be sent again in the knowledge of what stands now.
 * @param send with what was seen when it was typed
 */
export async function asSeen<T>(
  form: string,
  standing: string | undefined,
  send: (seen: string | undefined) => Promise<T>,
): Promise<T> {
  const typedFor = aboutOf(form) ?? isAbout(standing)
  try {
    return await send(typedFor === NOTHING ? undefined : typedFor)
  } catch (error) {
    if (error instanceof ApiError && error.status === 409 && typedFor !== isAbout(standing))
      turnTo(form, isAbout(standing))
    throw error
  }
}
