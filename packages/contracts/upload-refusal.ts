/**
 * What the store's refusal of a signed upload means for whoever chose the file: the store itself answers in its own
 * words, for programs. 412 is none: the bytes are there already.
 */
export function uploadRefusal(name: string, status: number): string {
  if (status === 403) return `“${name}”没有收下：上传许可已过期，或文件与许可不符；请点“重试”，系统会重新领取许可。`
  if (status === 400) return `“${name}”没有收下：收到的内容与所选的文件不一致；请重新选择文件上传。`
  return `“${name}”没有传上去（${status}）；内容还在本页，请稍后点“重试”。`
}
