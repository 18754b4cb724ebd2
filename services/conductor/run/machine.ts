/** The state machines, one for each listed version of a procedure, as much of them as the conductor uses. */
export interface Machine {
  /**
   * Starts the execution of a case under a name, on the machine of its version (`name@version`). `running`: it runs
   * now, started by this call or an earlier one. `over`: an execution of that name has ended, and the name stays blocked.
   * @throws Error when there is no machine of that version
   */
  start(version: string, name: string, stream: string): Promise<'running' | 'over'>
  /**
   * Ends a wait and answers whether anybody waited. The token carries nothing: it only makes the machine look at the
   * ledger again. One that nobody waits for any more was answered, timed out, or belongs to an execution that is gone;
   * that is no error.
   */
  answer(token: string): Promise<boolean>
}

/** What an execution is started with; the same text every time, or AWS takes it for another execution. */
export const inputOf = (stream: string): string => JSON.stringify({ case: stream })

/**
 * The name of a case's execution. AWS blocks the name of a closed one for 90 days, hence the generation.
 * @throws Error when the name would not be one that AWS takes
 */
export function executionName(stream: string, generation: number): string {
  const name = `${stream.replaceAll('/', '-')}-g${generation}`
  if (!/^[A-Za-z0-9_.-]{1,80}$/.test(name))
    throw new Error(
      `申报件“${stream}”的流程名称“${name}”不可用（${name.length}个字符）；批次和单位编号应为小写英文字母、数字和连字符，合计不超过70个字符。`,
    )
  return name
}
