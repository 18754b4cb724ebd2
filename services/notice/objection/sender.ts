/**
 * Who counts as one sender. A line is given 2^64 addresses of the sixth version at least, so those count by their first
 * 64 bits; an address of the fourth version that is written as one of the sixth is itself.
 */
import { isIPv4, isIPv6 } from 'node:net'

const MAPPED = '0:0:0:0:0:ffff'

/** Whatever is no address counts as it is written. */
export function senderOf(address: string): string {
  const [plain = ''] = address.trim().toLowerCase().split('%')
  if (!isIPv6(plain)) return plain
  const groups = groupsOf(plain)
  return groups.slice(0, 6).join(':') === MAPPED ? fourthOf(groups.slice(6)) : `${groups.slice(0, 4).join(':')}::/64`
}

/** The eight groups, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const [before, after] = [split(head), split(tail ?? '')]
  const gap = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array.from({ length: gap }, () => '0'), ...after]
}

const split = (part: string): string[] =>
  part === '' ? [] : part.split(':').flatMap((one) => (isIPv4(one) ? sixthOf(one) : [plainly(parseInt(one, 16))]))
const plainly = (group: number): string => group.toString(16)

function sixthOf(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  return [plainly(a * 256 + b), plainly(c * 256 + d)]
}
const fourthOf = (groups: readonly string[]): string =>
  groups
    .map((group) => parseInt(group, 16))
    .flatMap((group) => [group >> 8, group % 256])
    .join('.')
