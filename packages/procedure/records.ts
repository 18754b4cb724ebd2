/** How the paper is called that a body's decision is recorded by. */
export const RECORDS = { minutes: '会议纪要', signedList: '签名名单' } as const
