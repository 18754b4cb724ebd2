/** Several names written as one: 许建国宋志远. */
import { OFTEN } from './surnames.ts'

/**
 * Whether there are only names in it, each a surname with one or two characters.
 * @param name as it is kept; of what is too long for a name its length is said
 * @param surnames in a field for one person few, since many names of the minorities begin as one does: 古丽米热
 */
export const isRun = (name: string, surnames = OFTEN): boolean =>
  name.length < 31 &&
  new RegExp(`^(?:[${surnames}][^·]{1,2}(?:·|$|(?=[${surnames}]))){2,}$`, 'u').test(name) &&
  // 马木提·苏来曼.
  !(surnames === OFTEN && /[马苏胡].*·/.test(name))
