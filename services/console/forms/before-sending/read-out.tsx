/** What was filled in, as it is read out before it counts. */
import type { FieldDefinition } from '#contracts/forms.ts'
import type { Values } from '../kept-values.ts'
import { saidValues } from './said-values.ts'

type Props = {
  fields: readonly FieldDefinition[]
  values: Values
  /** What is said of a field that was left empty, where that says something. */
  empty?: Readonly<Record<string, string>>
}
export const ReadOut = (props: Props) => (
  <>
    {saidValues(props).map(({ name, label, words }) => (
      <div key={name} style={{ whiteSpace: 'pre-wrap' }}>
        {label}：{words}
      </div>
    ))}
  </>
)
