import { industrySections } from '@yipanqi/model/libraries/kinds/industry-table.ts'
import { TreeSelect } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMe } from '../../session/me.ts'
import { cellText } from '../fields/view.ts'
import type { WidgetProps } from './widget.ts'

const branches = industrySections.map((section) => ({
  value: section.code,
  title: `${section.code} ${section.name}`,
  children: section.divisions.map(([code, name]) => ({
    value: section.code + code,
    title: `${section.code}${code} ${name}`,
  })),
}))

/** 门类 and 大类 to choose from; a deeper code (1351, C1351) is typed and read by the kind. */
export function IndustryTree({ id, label, field, value, onChange }: WidgetProps): ReactNode {
  const { today } = useMe()
  const [words, setWords] = useState('')
  const typed = words.trim() === '' ? null : field.field.parse({ text: words }, { today, find: () => null })
  const code = typed?.ok && typeof typed.value === 'string' ? typed.value : null
  const known = (one: string): boolean =>
    branches.some((b) => b.value === one || b.children.some((c) => c.value === one))
  const extra = [code, typeof value === 'string' ? value : null]
    .filter((one): one is string => one !== null && !known(one))
    .map((one) => ({ value: one, title: cellText(field, one) }))
  return (
    <TreeSelect
      {...(id ? { id } : {})}
      aria-label={label}
      className="wide"
      allowClear
      showSearch={{
        onSearch: setWords,
        filterTreeNode: (text, node) => node?.value === code || String(node?.title).includes(text.trim().toUpperCase()),
      }}
      placeholder="选门类、大类，或写代码、名称，如 1351、农副食品"
      notFoundContent="没有这个行业，换个词试试"
      {...(typeof value === 'string' ? { value } : {})}
      treeData={[...extra, ...branches]}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  )
}
