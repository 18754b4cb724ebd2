/** A mobile number or an identity number, as people set them: neither belongs into an event. */
const PERSONAL = /(?<!\d)(1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/

/** Full-width digits are digits, and blanks or hyphens between digits set a number apart in groups. */
export const namesSomebody = (text: string): boolean =>
  PERSONAL.test(text.normalize('NFKC').replace(/(?<=\d)[\s\-\u2010-\u2015·.]+(?=[\dXx])/g, ''))
