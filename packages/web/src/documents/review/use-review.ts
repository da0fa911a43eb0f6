// What a clerk decides instead of the reader: the role of a sentence, the unit behind a name, a draft as it stands.
import type { DocumentDetail, GivenRole, MatterItem, PatchMatter, RoleGiven, UnitMatched } from '@yipanqi/model'
import { type UseMutationResult, useQueryClient } from '@tanstack/react-query'
import { post } from '../../api/client.ts'
import { reasonsQuery } from '../../api/queries.ts'
import { useSend } from '../../api/send.ts'
import { usePhone } from '../../ui/phone.ts'
import { roleWords } from './roles.ts'

interface Given {
  start: number
  role: GivenRole
}

const givenWords = ({ made, withdrawn }: RoleGiven, role: GivenRole, phone: boolean): string => {
  if (made !== null) return '已列为事项，请补齐牵头单位和时限'
  if (withdrawn.length > 0)
    return `已改为${roleWords(role)}，撤下拟稿 ${withdrawn.length} 项；${phone ? '点“任务句”' : '按 R '}可改回任务句`
  return `已改为${roleWords(role)}`
}

export function useGiveRole(
  doc: DocumentDetail,
  onGiven: (result: RoleGiven, start: number) => void,
): UseMutationResult<RoleGiven & { words: string }, Error, Given> {
  const client = useQueryClient()
  const phone = usePhone()
  return useSend(
    async ({ start, role }: Given) => {
      const result = await post<RoleGiven>(`/documents/${doc.id}/actions/give-role`, {
        version: doc.version,
        start,
        role,
      })
      return { ...result, words: givenWords(result, role, phone) }
    },
    {
      done: (result) => result.words,
      onDone: (result, { start }) => {
        void client.invalidateQueries({ queryKey: reasonsQuery(doc.id).queryKey })
        onGiven(result, start)
      },
    },
  )
}

export function useMatchUnit(
  document: number,
): UseMutationResult<UnitMatched, Error, { name: string; unit: number; keepAlias: boolean }> {
  const client = useQueryClient()
  return useSend(
    (body: { name: string; unit: number; keepAlias: boolean }) =>
      post<UnitMatched>(`/documents/${document}/actions/match-unit`, body),
    {
      done: (r) =>
        `已对应${r.unit.short}${r.matters.length > 0 ? `，补到 ${r.matters.length} 项` : ''}${r.aliasKept ? '，别名已记下' : ''}`,
      onDone: () => void client.invalidateQueries({ queryKey: reasonsQuery(document).queryKey }),
    },
  )
}

/** Saves what is 拟 as it stands: the office has looked at it. Null where nothing is proposed. */
export function confirmation(matter: MatterItem): Omit<PatchMatter, 'version'> | null {
  const values = {
    lead: matter.lead?.id ?? null,
    deadline: matter.deadline,
    target: matter.target,
    doneWhen: matter.doneWhen,
    leader: matter.leader?.id ?? null,
    kind: matter.kind,
  }
  const entries = matter.provisional
    // A hidden figure is not settled by nodding at it.
    .filter((field) => values[field] !== null && !(field === 'target' && matter.target?.masked))
    .map((field) => [field, values[field]])
  return entries.length > 0 ? Object.fromEntries(entries) : null
}
