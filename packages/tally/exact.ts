/** Exact numbers: a total is never a binary fraction, and is rounded once, where it is stated. */
import Fraction from 'fraction.js'

export type Exact = Fraction
export const ZERO = new Fraction(0)
export const ONE = new Fraction(1)
/** @param stated a whole number, or a decimal as a form or a standard states it */
export const exact = (stated: number | string): Exact => new Fraction(stated)
export const ratio = (part: Exact, whole: Exact): Exact => part.div(whole)
export const sum = (all: readonly Exact[]): Exact => all.reduce((one, other) => one.add(other), ZERO)
export const least = (one: Exact, other: Exact): Exact => (one.compare(other) <= 0 ? one : other)
export const most = (one: Exact, other: Exact): Exact => (one.compare(other) >= 0 ? one : other)

/**
 * Places of a total, half up: the one place where anything is rounded. What is compared, ranked, printed and recorded is
 * the rounded one, so that nobody is refused by a figure that no page shows.
 */
export const PLACES = 2
export const rounded = (total: Exact): Exact => total.round(PLACES)
/** As it is read: 84.11, 90. Of what is on its way to a total four places, which nothing is compared by. */
export const said = (value: Exact): string => value.round(2 * PLACES).toString()
