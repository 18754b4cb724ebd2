/** Indicators to choose, one by one or a part at once, each with who has it. */
import { Checkbox, Tag } from 'antd'
import type { DossierPart } from '#contracts/dossier/dossier.ts'
import type { ShareShown } from '#contracts/dossier/spread.ts'
import { saidHolder } from './spread-of.ts'

type Props = {
  parts: readonly DossierPart[]
  shares: ReadonlyMap<string, ShareShown>
  chosen: ReadonlySet<string>
  choose: (items: readonly string[], is: boolean) => void
}

export const ChooseIndicators = ({ parts, shares, chosen, choose }: Props) => (
  <>
    {parts.map(({ id, number, title, items }) => {
      const all = items.map((one) => one.id)
      const count = all.filter((one) => chosen.has(one)).length
      return (
        <details key={id} data-choosing={id}>
          <summary>
            {number} {title}（{count > 0 ? `已选${count}项，` : ''}共{all.length}项）
          </summary>
          <div style={{ paddingInlineStart: 16 }}>
            <Checkbox
              checked={count === all.length}
              indeterminate={count > 0 && count < all.length}
              onChange={({ target }) => choose(all, target.checked)}
            >
              <strong>这一部分全部</strong>
            </Checkbox>
            {items.map((line) => {
              const share = shares.get(line.id)
              return (
                <div key={line.id}>
                  <Checkbox
                    checked={chosen.has(line.id)}
                    onChange={({ target }) => choose([line.id], target.checked)}
                    data-choose={line.id}
                  >
                    {line.place} {line.title}
                  </Checkbox>
                  {share && <Tag>{saidHolder(share)}</Tag>}
                </div>
              )
            })}
          </div>
        </details>
      )
    })}
  </>
)
