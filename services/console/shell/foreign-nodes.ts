/**
 * A browser's translation puts each text that it changes into an element of its own, and so do some input helpers. React
 * then looks for its nodes where they were, finds them elsewhere and gives the whole page up (react#11538). Nodes are
 * looked for again below the parent where React left them; what is gone altogether is gone.
 */
export function bearForeignNodes(node: Node): void {
  const { removeChild, insertBefore } = node
  /** The child of `parent` in which `inner` lies now. */
  const childWith = (parent: Node, inner: Node): ChildNode | undefined =>
    [...parent.childNodes].find((child) => child.contains(inner))

  node.removeChild = function <T extends Node>(this: Node, child: T): T {
    const at = child.parentNode === this ? child : childWith(this, child)
    if (at) removeChild.call(this, at)
    return child
  }
  node.insertBefore = function <T extends Node>(this: Node, added: T, before: Node | null): T {
    const at = before === null || before.parentNode === this ? before : (childWith(this, before) ?? null)
    insertBefore.call(this, added, at)
    return added
  }
}
