/** What nobody means and somebody sends: values, texts, names and addresses. */
import type { Draw } from './draw.ts'

/** Names that every object of JavaScript has already. */
export const BUILT_IN = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__']

const HALF = ['\ud83d', '\udc00', '合并\ud83d', '\udc00合并', 'a\ud800b']
const HIDDEN = [
  ...['\u202e', '\u2066', '\u200b', '\u0000', '\u0007', '\u001b[31m', '\ufeff', '\uffff', '\ufdd0', '\ufffc', '\u2028'],
  ...['大庄\u202e镇', '王\u200b大明', '报告\u0000.pdf', 'exe\u202efdp.', '\u{e0041}', '\u{1d173}', '\u3164', '\u2800'],
]
const LONG = [
  '无'.repeat(400),
  '无'.repeat(20_000),
  'a'.repeat(70_000),
  '😀'.repeat(3000),
  ' '.repeat(5000),
  '\n'.repeat(3000),
]
const ODD = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  'null',
  'undefined',
  '../../etc/passwd',
  '%00',
  '%ff',
  '{}',
  '[]',
  '$ref',
  "';--",
]
const SCRIPT = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '=cmd|calc!A1', '{{7*7}}']
const DATES = ['2018-02-30', '0000-01-01', '9999-12-31', '+275760-09-13', '-000001-01-01', '2018-05-11T24:00:00.000Z']

export const hostileText = (draw: Draw): string =>
  draw.pick(draw.pick([BUILT_IN, HALF, HIDDEN, LONG, ODD, SCRIPT, DATES]))

const NUMBERS = [-1, 0, 1.5, 1e9, 1e21, -1e308, 2 ** 53, 2 ** 31, Number.MIN_VALUE, -0]

/** Lists in lists, or objects in objects. */
export function nested(levels: number, kind: 'list' | 'object'): unknown {
  let value: unknown = 'x'
  for (let i = 0; i < levels; i++) value = kind === 'list' ? [value] : { a: value }
  return value
}

/** A value that its place does not expect. */
export function hostileValue(draw: Draw): unknown {
  const made: readonly (() => unknown)[] = [
    () => hostileText(draw),
    () => hostileText(draw),
    () => draw.pick(NUMBERS),
    () => draw.pick([null, true, false, [], {}]),
    () => Array(draw.pick([1, 601, 3000])).fill(hostileText(draw).slice(0, 40)),
    () => Array.from({ length: draw.pick([3, 700, 3000]) }, (_, i) => `unit-${i}`),
    () => Array.from({ length: draw.pick([5, 1001]) }, () => ({})),
    () => Object.fromEntries(Array.from({ length: draw.pick([3, 400, 4000]) }, (_, i) => [`key-${i}`, i])),
    () => named(draw.pick(BUILT_IN), draw.pick<unknown>(['x', { x: 1 }, null, []])),
    () => named(hostileText(draw).slice(0, 60), 'x'),
    () => nested(draw.pick([20, 63, 70, 4000]), draw.pick(['list', 'object'])),
  ]
  return draw.pick(made)()
}
/** Its own property, whatever the name is. */
export const named = (name: string, value: unknown): object =>
  Object.defineProperty({}, name, { value, enumerable: true, configurable: true, writable: true })

/** A piece of a path, as it stands in the request. */
export const hostilePiece = (draw: Draw): string =>
  draw.pick([
    () => draw.pick(BUILT_IN),
    () => encodeURIComponent(hostileText(draw).toWellFormed().slice(0, 300)),
    () =>
      draw.pick([
        '%',
        '%zz',
        '%c0%80',
        '%ed%a0%bd',
        '..',
        '.',
        '%2e%2e',
        '%2f',
        'a%2fb',
        '~',
        '-',
        '0',
        '00',
        '-1',
        '1e3',
      ]),
    () =>
      draw.pick([
        '9'.repeat(30),
        '9'.repeat(79),
        'a'.repeat(80),
        'a'.repeat(81),
        'a'.repeat(3000),
        'A',
        '99999999',
        '1.0',
      ]),
  ])()

/** What makes of good JSON what is none, or of a body no body. */
export const hostileBytes = (draw: Draw, json: string): string | Uint8Array<ArrayBuffer> =>
  draw.pick<() => string | Uint8Array<ArrayBuffer>>([
    () => '',
    () => ' \n',
    () => draw.pick(['null', '0', '"x"', '[]', 'true', '[[]]', '{', '}', '{"a":1,}', "{'a':1}", 'NaN', '\ufeff{}']),
    () => json.slice(0, draw.int(json.length + 1)),
    () => `${json}${json}`,
    () => json.replace(/"/g, "'"),
    () => Uint8Array.from([0xff, 0xfe, 0x00, 0x80, ...new TextEncoder().encode(json)]),
    () => Uint8Array.from(new TextEncoder().encode(json), (byte) => (draw.chance(0.02) ? draw.int(256) : byte)),
    () => `{"a":"${'x'.repeat(draw.pick([500_000, 7_000_000]))}"}`,
    () => `${'['.repeat(50_000)}`,
    () => `{"a":1e99999,"a":2,"\\ud800":3}`,
  ])()

export const CONTENT_TYPES = [
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'multipart/form-data'],
  ...['application/json; charset=utf-16', 'application/octet-stream', 'application/xml', 'x', 'application/json;'],
]
