/** Modules of antd and of the parts that it is made of. */
const antd = (names: string) => `(?:antd/es|@rc-component)/(?:${names})/`
/** Modules of this console. */
const own = (paths: string) => `services/console/(?:${paths})`
/**
 * Modules of what people type: whether it says anything, and what is sent of it. The room `typed` is named by what a first
 * page does need of it, so that a new rule stays off it.
 */
const TYPED =
  '(?:contracts/(?:intake|intake/[a-z-]+|case-forms|forms|sentences|rules|meeting|announcement|change|call|reminders|dossier/[a-z-]+|work/[a-z-]+|evidence|unit-ids|field-errors|assessment/[a-z-]+|title/[a-z-]+|contact/[a-z-]+|consultation/[a-z-]+|results/[a-z-]+|personal/objector-fields)|batch/(?:designated|call-rules|names-somebody|scoring/[a-z-]+)|typed/(?!(?:count-units|names|unseen|reserved-ids|personal-numbers|sentence)\\.ts)(?:[a-z-]+/)*[a-z-]+|calendar/typed-day|dossier/(?:answer|spread/[a-z-]+)|steps/resolution/[a-z-]+)\\.ts'
/** Modules of files, papers and conclusions of a case: no first page shows them. */
const OF_CASES = '(?:contracts/papers/[a-z-]+|evidence/[a-z-]+|steps/(?:judgement|entry|inquiry)/[a-z-]+)\\.ts'
const oneOf = (...patterns: string[]) => new RegExp(`/(?:${patterns.join('|')})`)

/**
 * Which modules share a file. Left to itself the bundler makes one for each set of pages that share something, fifty on
 * the first page, and each is a call of a function. A group takes along what its modules need, unless one above has it.
 */
export const groups = [
  // What the console begins with, for everybody; the libraries apart, for they stay in caches when the console changes.
  { name: 'base', tags: ['$initial' as const], test: oneOf('node_modules/') },
  { name: 'shell', tags: ['$initial' as const] },
  // Small, and on most pages.
  {
    name: 'parts',
    test: oneOf(
      antd('card|tag|empty|row|col|grid|_util'),
      '@ant-design/icons(?:-svg)?/es/(?:asn|icons)/(?:ClockCircle|Ellipsis)Outlined',
      // Those of notices, objections, catalogues, the roster, cases and papers only where they are shown.
      `packages/(?!papers/|.*(?:notice|objection|catalogue|roster|holidays)|contracts/case-page|${TYPED}|${OF_CASES})`,
      own(
        'shell/(?:server-now|trial-tag)|worklist/due|entry/(?:due-line|reminder-line|amendment-lines|paper-of)|invitation/invited-line',
      ),
      own('panels/panel-commands|judgement/(?:judge-path|offers)'),
    ),
    minShareCount: 2,
  },
  // A unit's first page reads its cases, the office's none.
  { name: 'case-page', test: oneOf('packages/contracts/case-page\\.ts'), minShareCount: 2 },
  { name: 'case-parts', test: oneOf(`packages/${OF_CASES}`), minShareCount: 2 },
  // What is sent and how it is read, only where somebody acts: whoever looks at a worklist types nothing.
  { name: 'typed', test: oneOf(`packages/${TYPED}`), minShareCount: 2 },
  // Nothing of the office's pages is sent to a unit.
  {
    name: 'office-parts',
    test: oneOf(own('board/(?:select-all|last-reminder)|judgement/queue/(?:decided-here|judgement-queue)')),
    minShareCount: 2,
  },
  { name: 'roster-parts', test: oneOf('packages/.*roster', 'services/console/roster/in-lots'), minShareCount: 2 },
  { name: 'fields', test: oneOf(antd('select|virtual-list|overflow|input|checkbox|radio')) },
  { name: 'tables', test: oneOf(antd('table|pagination|tree|context')) },
  {
    name: 'forms',
    test: oneOf(antd('form|progress|switch'), own('forms/|upload/')),
    minShareCount: 4,
  },
]
