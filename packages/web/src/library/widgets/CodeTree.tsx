import type { CodeNode, CodeTableId } from '@yipanqi/model/libraries/code-tables-api.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { useMe } from '../../session/me.ts'
import { codesFoundQuery, codesUnderQuery, codeTablesQuery } from '../codes/queries.ts'
import { cellText } from '../fields/view.ts'
import type { WidgetProps } from './widget.ts'

export interface Twig {
  value: string
  title: string
  isLeaf?: boolean
  children?: Twig[]
}

const twigOf = ({ code, name, more }: CodeNode): Twig => ({ value: code, title: `${code} ${name}`, isLeaf: !more })

/** Hangs children under their codes; branches that were not opened yet have none. */
const grown = (twigs: readonly Twig[], below: ReadonlyMap<string, readonly Twig[]>): Twig[] =>
  twigs.map((twig) => {
    const children = twig.children ?? below.get(twig.value)
    return children ? { ...twig, children: grown(children, below) } : twig
  })

/**
 * A code of a national classification, chosen from its tree or typed. What the county's own table adds is asked for
 * where a branch is opened and where words are typed. `roots`: what ships; without any, the table's own.
 */
export function CodeTree({
  id,
  label,
  field,
  value,
  nameOf,
  onChange,
  table,
  roots,
  placeholder,
}: WidgetProps & { table: CodeTableId; roots?: readonly Twig[]; placeholder: string }): ReactNode {
  const { today } = useMe()
  const client = useQueryClient()
  const own = useQuery(codeTablesQuery).data?.find((one) => one.table === table)?.own ?? null
  const [words, setWords] = useState('')
  const text = useDeferredValue(words.trim())
  const [below, setBelow] = useState<ReadonlyMap<string, readonly Twig[]>>(new Map())
  const top = useQuery({ ...codesUnderQuery(table, ''), enabled: own !== null && roots === undefined })
  const found = useQuery({ ...codesFoundQuery(table, text), enabled: own !== null && text.length > 1 })
  const tree = grown(roots ?? (top.data ?? []).map(twigOf), below)
  const parsed = text === '' ? null : field.field.parse({ text }, { today, find: () => null })
  const typed = parsed?.ok && typeof parsed.value === 'string' ? parsed.value : null
  const hits = text.length > 1 ? (found.data ?? []).map(twigOf) : []
  const known = new Set(codesIn(tree))
  const extra = [
    ...hits,
    ...[typed, typeof value === 'string' ? value : null]
      .filter((one): one is string => one !== null && !hits.some((hit) => hit.value === one))
      .map((one): Twig => ({ value: one, title: cellText(field, one, nameOf), isLeaf: true })),
  ].filter(({ value: one }) => !known.has(one))
  return (
    <TreeSelect
      {...(id ? { id } : {})}
      aria-label={label}
      className="wide"
      allowClear
      showSearch={{
        onSearch: setWords,
        filterTreeNode: (part, node) =>
          node?.value === typed || String(node?.title).includes(part.trim().toUpperCase()),
      }}
      placeholder={placeholder}
      notFoundContent="没有这个代码，换个词试试"
      {...(typeof value === 'string' ? { value } : {})}
      treeData={[...extra.map((one) => ({ ...one, isLeaf: true })), ...tree]}
      loadData={async (node) => {
        const code = String(node.value)
        // The county may have brought nothing below the shipped levels.
        if (own === null || below.has(code)) return
        const children = (await client.fetchQuery(codesUnderQuery(table, code))).map(twigOf)
        setBelow((before) => new Map(before).set(code, children))
      }}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  )
}

function codesIn(twigs: readonly Twig[]): string[] {
  return twigs.flatMap((twig) => [twig.value, ...codesIn(twig.children ?? [])])
}
