import { industrySections } from '@yipanqi/model/libraries/kinds/industry-table.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { codeTablesQuery } from '../codes/queries.ts'
import { CodeTree, type Twig } from './CodeTree.tsx'
import type { WidgetProps } from './widget.ts'

const branches = (deeper: boolean): Twig[] =>
  industrySections.map((section) => ({
    value: section.code,
    title: `${section.code} ${section.name}`,
    children: section.divisions.map(([code, name]) => ({
      value: section.code + code,
      title: `${section.code}${code} ${name}`,
      isLeaf: !deeper,
    })),
  }))
const [shipped, open] = [branches(false), branches(true)]

/** 门类 and 大类 ship; 中类 and 小类 where the county has its table. A deeper code (1351, C1351) can always be typed. */
export function IndustryTree(props: WidgetProps): ReactNode {
  const own = useQuery(codeTablesQuery).data?.find((one) => one.table === 'industry')?.own
  return (
    <CodeTree
      {...props}
      table="industry"
      roots={own ? open : shipped}
      placeholder="选门类、大类，或写代码、名称，如 1351、农副食品"
    />
  )
}
