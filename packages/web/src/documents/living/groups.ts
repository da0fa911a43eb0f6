import type { DocumentDetail, MatterItem } from '@yipanqi/model'

export interface Group {
  key: string
  title: string
  matters: MatterItem[]
}

type OutlineNode = DocumentDetail['outline'][number]

function title(node: OutlineNode): string {
  return `${node.number ?? ''}${node.heading}`
}

/**
 * The list in the order of the document, grouped by clause down to the second level. What has no clause stands first
 * under 总的要求, because that is where a speech says it.
 */
export function groupByClause(
  matters: readonly MatterItem[],
  document: Pick<DocumentDetail, 'id' | 'outline'>,
): Group[] {
  const nodes = new Map(document.outline.map((node) => [node.id, node]))
  const place = (matter: MatterItem): { start: number; clause: string | null } => {
    const own = matter.sources.filter((s) => s.document === document.id).sort((a, b) => a.start - b.start)[0]
    return { start: own?.start ?? Number.MAX_SAFE_INTEGER, clause: own?.clause ?? null }
  }
  const path = (clause: string | null): OutlineNode[] => {
    const found: OutlineNode[] = []
    const seen = new Set<string>()
    for (let id = clause; id !== null && !seen.has(id); ) {
      seen.add(id)
      const node = nodes.get(id)
      if (!node) break
      found.unshift(node)
      id = node.parent
    }
    return found.slice(0, 2)
  }
  const groups = new Map<string, Group>()
  const placed = matters
    .map((matter) => ({ matter, ...place(matter) }))
    .sort((a, b) => a.start - b.start || a.matter.id - b.matter.id)
  for (const { matter, clause } of placed) {
    const nodesOfPath = path(clause)
    const key = nodesOfPath.map((n) => n.id).join('/')
    const group = groups.get(key) ?? { key, title: nodesOfPath.map(title).join('　') || '总的要求', matters: [] }
    group.matters.push(matter)
    groups.set(key, group)
  }
  return [...groups.values()]
}
