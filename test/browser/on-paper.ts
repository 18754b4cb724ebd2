/** What a page is on paper: seen under print media, and as the PDF that the browser makes of it. */
import type { Page } from 'playwright-core'

/** Between the margins of an upright A4 sheet, in CSS pixels. */
const SHEET = { width: 688, height: 980 }

/** The page hears that it is seen otherwise with the next frame. */
const nextFrames = (page: Page) =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')

/** Sees the page as paper for a while. */
export async function onPaper<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const before = page.viewportSize()
  await page.setViewportSize(SHEET)
  await page.emulateMedia({ media: 'print' })
  await nextFrames(page)
  const seen = await look()
  await page.emulateMedia({ media: null })
  await nextFrames(page)
  if (before) await page.setViewportSize(before)
  return seen
}

const CONTROLS =
  'button, input, select, textarea, iframe, nav, header.ant-layout-header, ' +
  '[role=navigation], [role=menu], [role=menubar], [role=tooltip], [role=dialog], [role=combobox], [role=button]'

/**
 * What has no place on paper: frame, menus, buttons, fields; links that look like links; what sticks to a window; what
 * the sheet cuts at its right. A file's name is a button on screen: on paper it may stand if nothing shows that.
 */
export const strayOnPaper = (page: Page): Promise<string[]> =>
  onPaper(page, () =>
    page.evaluate<string[]>(`(() => {
      const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1
      const name = (one) => one.tagName.toLowerCase() + '.' + one.className + ' ' + (one.textContent ?? '').slice(0, 20)
      const all = (selector) => [...document.querySelectorAll(selector)].filter(seen)
      const looks = (one) => {
        const { borderTopWidth, backgroundColor, textDecorationLine, color } = getComputedStyle(one)
        return parseFloat(borderTopWidth) > 0 || !/^rgba\\(.*, 0\\)$/.test(backgroundColor) ||
          textDecorationLine !== 'none' || color !== 'rgb(0, 0, 0)'
      }
      const isText = (one) => one.closest('.as-text, .ant-collapse-header')
      return [
        ...all(${JSON.stringify(CONTROLS)}).filter((one) => !isText(one)).map((one) => 'control ' + name(one)),
        ...all('a, .as-text').filter(looks).map((one) => 'looks like a control ' + name(one)),
        ...all('body *').filter((one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position))
          .map((one) => 'sticks ' + name(one)),
        ...all('td, th, p, li, h1, h2, h3, a, span').filter((one) => !one.closest('.sheets') &&
          one.getBoundingClientRect().right > innerWidth + 1).map((one) => 'cut ' + name(one)),
      ]
    })()`),
  )

/** How many sheets the browser makes of it, with no other paper than it asks for itself, or A4. */
export async function pdfOf(page: Page): Promise<{ bytes: Buffer; pages: number }> {
  const bytes = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  return { bytes, pages: bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0 }
}

type Seen = { text: string; within: boolean; boxes: number }
/** A form's sheets as text, each with whether its rows stay above its foot, and how many boxes to sign it has. */
export const sheetsOf = (page: Page): Promise<Seen[]> =>
  onPaper(page, () =>
    page.evaluate<Seen[]>(`[...document.querySelectorAll('body > .sheets .sheet')].map((sheet) => ({
      text: sheet.innerText,
      boxes: sheet.querySelectorAll('.sheet-box').length,
      within: sheet.querySelector('.sheet-body').getBoundingClientRect().bottom <=
        sheet.querySelector('.sheet-foot').getBoundingClientRect().top &&
        sheet.scrollWidth <= sheet.clientWidth && sheet.checkVisibility(),
    }))`),
  )
