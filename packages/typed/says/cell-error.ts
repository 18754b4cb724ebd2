/** What a worksheet shows in place of a formula's value, or of one that its column has no room for. */
export const isCellError = (text: string): boolean =>
  /^(#(N\/A|REF!|VALUE!|NAME\?|NULL!|NUM!|DIV\/0!|SPILL!|CALC!|BUSY!|BLOCKED!|CONNECT!|FIELD!|UNKNOWN!|GETTING_DATA)|#{2,})$/i.test(
    text.normalize('NFKC').trim(),
  )
