const shanghai = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })

/** An instant as the county's clocks show it: '2018年5月20日 10:00'. */
export const sayInstant = (at: string): string => shanghai.format(new Date(at))
