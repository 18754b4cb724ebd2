type Known = {
  /** Undefined while the list is not known. */
  readonly others: number | undefined
  readonly error: Error | null
}

export function saidOthers({ others, error }: Known): string {
  if (others !== undefined) return `另有${others}件等待办理`
  return error ? '待办未能读取，不知道另有几件等待办理' : '正在读取待办……'
}
