/**
 * What Chromium 109 (the last on Windows 7) does not have. The build turns newer syntax into older; built-ins it leaves
 * as they are, so ours are looked for by name. Versions: MDN's compatibility tables.
 */
export type Newer = {
  readonly name: string
  readonly since: number
  readonly pattern: RegExp
  readonly example: string
}

export const NEWER_SCRIPT: readonly Newer[] = [
  {
    name: 'arrays copied while changed',
    since: 110,
    pattern: /\.(toSorted|toReversed|toSpliced|with)\(/,
    example: 'rows.toSorted(byName)',
  },
  { name: 'well-formed strings', since: 111, pattern: /\.(is|to)WellFormed\(/, example: 'name.isWellFormed()' },
  {
    name: 'view transitions',
    since: 111,
    pattern: /\.startViewTransition\(/,
    example: 'document.startViewTransition(f)',
  },
  {
    name: 'the v flag',
    since: 112,
    pattern: /\/[a-uw-z]*v[a-uw-z]*(?=[.,;)\s])(?<=[^\s/]\/[a-z]*)/,
    example: '/[a--b]/v.test(x)',
  },
  { name: 'Headers.getSetCookie', since: 113, pattern: /\.getSetCookie\(/, example: 'headers.getSetCookie()' },
  {
    name: 'popovers',
    since: 114,
    pattern: /\b(popover|popoverTarget)=|\.(show|hide|toggle)Popover\(/,
    example: '<div popover="auto">',
  },
  { name: 'buffers that move', since: 114, pattern: /\.transfer(ToFixedLength)?\(/, example: 'buffer.transfer()' },
  { name: 'raw JSON', since: 114, pattern: /\bJSON\.(rawJSON|isRawJSON)\b/, example: 'JSON.rawJSON("1")' },
  { name: 'AbortSignal.any', since: 116, pattern: /\bAbortSignal\.any\(/, example: 'AbortSignal.any([a, b])' },
  { name: 'groupBy', since: 117, pattern: /\b(Object|Map)\.groupBy\(/, example: 'Map.groupBy(rows, byStep)' },
  {
    name: 'Promise.withResolvers',
    since: 119,
    pattern: /\bPromise\.withResolvers\b/,
    example: 'Promise.withResolvers<void>()',
  },
  { name: 'URL.canParse, URL.parse', since: 120, pattern: /\bURL\.(canParse|parse)\(/, example: 'URL.canParse(text)' },
  { name: 'Array.fromAsync', since: 121, pattern: /\bArray\.fromAsync\(/, example: 'Array.fromAsync(lines)' },
  { name: 'select.showPicker', since: 121, pattern: /\bselect\.showPicker\(/, example: 'select.showPicker()' },
  {
    name: 'sets as sets',
    since: 122,
    pattern: /(?<!\bz)\.(union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/,
    example: 'mine.difference(yours)',
  },
  {
    name: 'iterator helpers',
    since: 122,
    pattern:
      /\bIterator\.from\(|(?<!\bObject)\.(values|keys|entries|matchAll)\([^()]*\)\s*\.(map|filter|take|drop|flatMap|reduce|toArray|forEach|some|every|find)\(/,
    example: 'names.values().map(short)',
  },
  {
    name: 'import attributes',
    since: 123,
    pattern: /\bfrom '' with \{|\bimport\([^()]*with:/,
    example: "import x from '' with { type: 'json' }",
  },
  {
    name: 'streams read by for await',
    since: 124,
    pattern: /for await \([^)]*\bof [^)]*(stream\(\)|\.body)/,
    example: 'for await (const part of file.stream())',
  },
  {
    name: 'HTML without a sanitizer',
    since: 124,
    pattern: /\.setHTMLUnsafe\(|\.parseHTMLUnsafe\(/,
    example: 'place.setHTMLUnsafe(text)',
  },
  { name: 'Promise.try', since: 128, pattern: /\bPromise\.try\(/, example: 'Promise.try(read)' },
  { name: 'durations in words', since: 129, pattern: /\bIntl\.DurationFormat\b/, example: 'new Intl.DurationFormat()' },
  { name: 'scheduler.yield', since: 129, pattern: /\bscheduler\.yield\(/, example: 'scheduler.yield()' },
  { name: 'bodies as bytes', since: 132, pattern: /\.bytes\(\)/, example: 'await file.bytes()' },
  { name: 'using', since: 134, pattern: /^\s*(await )?using \w+ =/m, example: 'using lock = take()' },
  { name: 'Error.isError', since: 134, pattern: /\bError\.isError\(/, example: 'Error.isError(x)' },
  { name: 'half floats', since: 135, pattern: /\bFloat16Array\b|\bMath\.f16round\b/, example: 'new Float16Array(2)' },
  { name: 'RegExp.escape', since: 136, pattern: /\bRegExp\.escape\(/, example: 'RegExp.escape(typed)' },
  {
    name: 'bytes as text',
    since: 140,
    pattern: /\.(toHex|toBase64|setFromHex)\(\)|\bUint8Array\.from(Hex|Base64)\(/,
    example: 'hash.toHex()',
  },
  {
    name: 'maps that fill themselves',
    since: 145,
    pattern: /\.getOrInsert(Computed)?\(/,
    example: 'rows.getOrInsert(key, 0)',
  },
  { name: 'Temporal', since: 144, pattern: /(?<!\w)Temporal\.[A-Z]/, example: 'Temporal.Now.instant()' },
]

export const NEWER_STYLE: readonly Newer[] = [
  {
    name: 'colours mixed',
    since: 111,
    pattern: /color-mix\(|\b(ok)?l(ab|ch)\(/,
    example: 'color: color-mix(in srgb, red, blue)',
  },
  {
    name: 'dynamic ranges of :nth-child',
    since: 111,
    pattern: /:nth-(last-)?child\([^)]*\bof\b/,
    example: 'li:nth-child(2 of .late)',
  },
  { name: 'nested rules', since: 112, pattern: /[{;]\s*&[\s:.[>+~]/, example: 'a { & :hover { color: red } }' },
  { name: 'balanced lines', since: 114, pattern: /text-wrap(-style)?:/, example: 'text-wrap: balance' },
  { name: 'subgrid', since: 117, pattern: /\bsubgrid\b/, example: 'grid-template-columns: subgrid' },
  { name: 'first styles', since: 117, pattern: /@starting-style/, example: '@starting-style { a { opacity: 0 } }' },
  { name: 'scopes', since: 118, pattern: /@scope\b/, example: '@scope (.card)' },
  { name: 'dark and light', since: 123, pattern: /\blight-dark\(/, example: 'color: light-dark(black, white)' },
  { name: 'fields as large as their text', since: 123, pattern: /\bfield-sizing:/, example: 'field-sizing: content' },
  { name: 'anchors', since: 125, pattern: /\banchor(-name:|\()/, example: 'anchor-name: --a' },
  { name: 'logic in values', since: 137, pattern: /:\s*if\(/, example: 'color: if(style(--a): red)' },
]
