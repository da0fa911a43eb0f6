import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { codeTablesQuery } from '../codes/queries.ts'
import { CodeTree } from './CodeTree.tsx'
import { Typed } from './Typed.tsx'
import type { WidgetProps } from './widget.ts'

/** Places are chosen from the county's own table; without one the code is typed. */
export function DivisionTree(props: WidgetProps): ReactNode {
  const own = useQuery(codeTablesQuery).data?.find((one) => one.table === 'division')?.own
  if (!own) return <Typed {...props} />
  return <CodeTree {...props} table="division" placeholder="选乡镇、村，或写代码、名称" />
}
