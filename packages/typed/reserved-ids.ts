/**
 * Ids that mean something by themselves 保留编号, and so are nobody's: a unit called like the owner of the office's files
 * would own them, a person called like the clock would have let every lapsed case lapse. What gives an id a meaning of
 * its own takes it from here.
 */

/** Owners of files that are no unit. */
export const OWNERS = { office: 'office' } as const

/** Whoever acts in the record without being of the roster. */
export const ACTORS = {
  time: 'time',
  procedure: 'procedure',
  public: 'public',
  verifier: 'verify-upload',
  eraser: 'erase-due',
  reminder: 'remind-due',
  /** Before the roster knows anybody. */
  firstAdministrator: 'first-administrator',
  /** Stands for whoever it may be, where somebody is asked for and none is known. */
  anybody: 'somebody',
} as const

/** Id → what it means, as a sentence has it. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  [OWNERS.office, '法制办'],
  [ACTORS.time, '系统到期办理'],
  [ACTORS.procedure, '系统按程序办理'],
  [ACTORS.public, '群众'],
  [ACTORS.verifier, '系统核验文件'],
  [ACTORS.eraser, '系统到期清除'],
  [ACTORS.reminder, '系统到期提醒'],
  [ACTORS.firstAdministrator, '首任系统管理员'],
  [ACTORS.anybody, '不特定的人'],
  // Not used yet; whoever reads a record would take it for the system all the same.
  ['system', '系统'],
  // Every object of the language has it.
  ['constructor', '程序自身的名称'],
])

export const isReserved = (id: string): boolean => MEANINGS.has(id)
export const RESERVED_IDS: readonly string[] = [...MEANINGS.keys()]

/** Why nobody can be called so, where an id is given; undefined where they can. */
export function whyNoId(id: string): string | undefined {
  const means = MEANINGS.get(id)
  if (means) return `“${id}”在系统中专指${means}，不能用作编号；请换一个编号`
  // An id is a part of the names of streams, files and lists, which end where the separator stands.
  const separator = /[/\s#|]/u.exec(id)
  return separator ? `编号中不能有“${separator[0]}”；请用小写字母、数字和连字符` : undefined
}
