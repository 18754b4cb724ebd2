import fc from 'fast-check'
import { expect, it } from 'vitest'
import { senderOf } from './sender.ts'

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:0207', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['no address', 'no address'],
])('%s counts as %s', (address, sender) => {
  expect(senderOf(address)).toBe(sender)
})

it('what one line may call itself is one sender, and another line is another', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((one) => one.toString(16))
  const half = fc.array(group, { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(half, half, half, half, (line, own, other, end) => {
      const of = (first: readonly string[], last: readonly string[]) => senderOf([...first, ...last].join(':'))
      const isMapped = (last: readonly string[]) =>
        line.every((one) => one === '0') && last[0] === '0' && last[1] === 'ffff'
      fc.pre(!isMapped(own) && !isMapped(end))
      expect(of(line, own)).toBe(of(line, end))
      if (other.join() !== line.join()) expect(of(other, own)).not.toBe(of(line, own))
    }),
  )
})
