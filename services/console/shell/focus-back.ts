/**
 * Whatever opens over the page, dialog or question, and goes again: the focus is where it was before. antd does so for
 * some of its dialogs only, and for none that is taken away together with what it shows.
 */
/** What lets nobody back to the page before it is closed. */
const DIALOG = '.ant-modal-root'
const OVER_THE_PAGE = `${DIALOG}, .ant-popover`
const FOCUSABLE = 'button:not(:disabled), a[href], input:not(:disabled), textarea:not(:disabled), [tabindex]'

const isSeen = (element: Element): boolean => element.isConnected && element.getClientRects().length > 0

const isOpen = (layer: Element): boolean => isSeen(layer.querySelector('[role="dialog"], .ant-popover-inner') ?? layer)

export function keepFocus(page: Document): void {
  /** What had the focus last on the page, and in each dialog that opened over it. */
  const last = new Map<Element, HTMLElement>()
  const layerOf = (element: Element) => element.closest(OVER_THE_PAGE) ?? page.body
  let willLook = false
  /**
   * A field that is left changes its looks before the next one has the focus, which in between is nobody's. So the
   * look comes when the event that moved it is over, in a task of its own.
   */
  const watcher = new MutationObserver(() => {
    if (willLook) return
    willLook = true
    setTimeout(() => {
      willLook = false
      look()
    })
  })

  page.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    const layer = layerOf(target)
    // Tab went past the dialog's last button; the dialog takes the focus back, and nobody has left it.
    if (layer === page.body && [...last.keys()].some((one) => one.matches(DIALOG) && isOpen(one))) return
    // The newest last.
    last.delete(layer)
    last.set(layer, target)
    if (layer === page.body) return watcher.disconnect()
    watcher.observe(page.body, { childList: true, subtree: true, attributeFilter: ['class', 'style'] })
  })

  function look() {
    const { activeElement } = page
    if (activeElement && activeElement !== page.body && isSeen(activeElement)) return
    for (const [layer, element] of [...last].reverse()) {
      if (layer !== page.body && !isOpen(layer)) {
        last.delete(layer)
        continue
      }
      if (focused(element) || (layer !== page.body && focused(layer.querySelector<HTMLElement>(FOCUSABLE)))) return
    }
    focusContent(page)
  }
}

/** For whoever acted on what is gone now: the button went with it. */
export function focusContent(page: Document): void {
  const content = page.getElementById('content')
  content?.setAttribute('tabindex', '-1')
  content?.addEventListener('blur', () => content.removeAttribute('tabindex'), { once: true })
  focused(content)
}

function focused(element: HTMLElement | null): boolean {
  if (!element || !isSeen(element)) return false
  element.focus({ preventScroll: true })
  return element.ownerDocument.activeElement === element
}
