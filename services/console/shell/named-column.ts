/** A column whose lines stand as blocks on a phone, where no head says what a value is: each says it itself. */
export const namedColumn = (title: string) => ({
  title,
  onCell: () => ({ className: 'says-column', 'data-column': title }),
})
