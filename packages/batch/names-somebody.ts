/** A mobile number or an identity number: neither belongs into an event. */
const PERSONAL = /(?<!\d)(1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/

export const namesSomebody = (text: string): boolean => PERSONAL.test(text)
