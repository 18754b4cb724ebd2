import { Button, Flex, Typography } from 'antd'

type Props = {
  /** How many are selected now. */
  selected: number
  /** How many could be, on all pages. */
  all: number
  unit: '件' | '个单位'
  /** Selects all, or nothing. */
  choose: (everything: boolean) => void
}

/** After a whole page was selected: the way to select what stands on the other pages as well. */
export const SelectAll = ({ selected, all, unit, choose }: Props) => (
  <Flex role="status" gap={8} align="center" justify="center" style={{ background: '#f5f5f5', padding: 4 }}>
    <Typography.Text>
      {selected < all
        ? `已选中${selected}${unit}，其他页还有${all - selected}${unit}没有选中。`
        : `已选中全部${all}${unit}。`}
    </Typography.Text>
    <Button type="link" size="small" onClick={() => choose(selected < all)}>
      {selected < all ? `选中全部 ${all} ${unit}` : '取消选择'}
    </Button>
  </Flex>
)
