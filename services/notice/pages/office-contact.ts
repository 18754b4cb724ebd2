import type { Organs } from '#county/organs.ts'
import { type Html, html } from './html.ts'

/** Where the office is reached, as far as the county's file says so. */
export const officeContact = ({ officePhone, officeAddress, officeEmail }: Organs): Html =>
  html`${officePhone && html`，电话<a href="tel:${officePhone}">${officePhone}</a>`}${officeAddress && html`，地址：${officeAddress}`}${officeEmail && html`，电子邮箱<a href="mailto:${officeEmail}">${officeEmail}</a>`}`
