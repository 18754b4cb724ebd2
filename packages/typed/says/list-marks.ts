/** What numbers the parts of a list, in either width: 1. 1、 1） （1） （一） 一、 ① ⑴. 1.2 is a number, and 1、2 are two. */

/** In rings, in brackets and with a point, as one character. */
export const SIGNS_OF_LISTS = '①-⒛⓪-⓿❶-➓㈠-㈩㉑-㉟㊀-㊉㊱-㊿'
export const LIST_MARK = `(?:[(（]?(?:[一二三四五六七八九十]{1,3}|\\d{1,2})(?:[)）]|[、.．](?!\\d))|[${SIGNS_OF_LISTS}])`
