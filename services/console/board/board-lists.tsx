/** The steps at which one act decides for many cases: how many wait, and what whoever looks may do there. */
import { Button, Card, Flex, Typography } from 'antd'
import { Link } from 'wouter'
import type { Board } from './board-next.ts'

export const BoardLists = ({ board }: { board: Board }) =>
  board.lists.length > 0 && (
    <Card size="small" title="会议、公示和决定">
      <Flex wrap gap="8px 16px" align="center">
        {board.lists.map((list) => (
          <Flex key={list.step} gap={8} align="center">
            {list.path ? (
              <Link href={list.path}>
                <Button size="small" type={list.commands.length > 0 ? 'primary' : 'default'}>
                  {list.title}
                </Button>
              </Link>
            ) : (
              <span>{list.title}</span>
            )}
            <Typography.Text type="secondary">
              {list.waiting > 0 ? `${list.waiting}个单位等待` : '没有等待的单位'}
            </Typography.Text>
          </Flex>
        ))}
      </Flex>
    </Card>
  )
