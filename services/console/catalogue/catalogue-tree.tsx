import type { Catalogue } from '#catalogue/catalogue.ts'
import { itemsOf, type Placed } from '#catalogue/walk-catalogue.ts'
import { CatalogueItem } from './catalogue-item.tsx'

type Props = {
  catalogue: Catalogue
  /** What is left of it after filtering. */
  shown: readonly Placed[]
  opened: ReadonlySet<string>
  toggle: (id: string) => void
}

/** Parts and groups stand open, so that a search by the browser finds every title; a list at the side leads to the parts. */
export function CatalogueTree({ catalogue, shown, opened, toggle }: Props) {
  const parts = catalogue.parts.flatMap((part) => {
    const within = shown.filter((placed) => placed.part.id === part.id)
    return within.length > 0 ? [{ part, within }] : []
  })
  const item = (placed: Placed) => (
    <CatalogueItem
      key={placed.item.id}
      catalogue={catalogue}
      placed={placed}
      open={opened.has(placed.item.id)}
      toggle={() => toggle(placed.item.id)}
    />
  )
  const isWhole = shown.length === itemsOf(catalogue).length
  return (
    <div className="catalogue-body">
      <nav aria-label="部分" className="not-printed catalogue-parts">
        {parts.map(({ part, within }) => (
          <a key={part.id} href={`#${part.id}`}>
            {part.number} {part.title} <small>{within.length}</small>
          </a>
        ))}
      </nav>
      <div className="catalogue-tree">
        {!isWhole && <p className="only-printed">按筛选打印，共{shown.length}条。</p>}
        {parts.map(({ part, within }) => (
          <section key={part.id} id={part.id} aria-labelledby={`${part.id}-title`}>
            <h2 id={`${part.id}-title`}>
              {part.number} {part.title}
              {part.weight !== undefined && <small>权重{part.weight}</small>}
            </h2>
            <ol>{within.filter(({ group }) => !group).map(item)}</ol>
            {(part.groups ?? []).map((group) => {
              const inGroup = within.filter((placed) => placed.group?.id === group.id)
              if (inGroup.length === 0) return null
              return (
                <section key={group.id} aria-labelledby={`${group.id}-title`}>
                  <h3 id={`${group.id}-title`}>
                    {group.number} {group.title}
                    {group.weight !== undefined && <small>权重{group.weight}</small>}
                  </h3>
                  <ol>{inGroup.map(item)}</ol>
                </section>
              )
            })}
          </section>
        ))}
      </div>
    </div>
  )
}
