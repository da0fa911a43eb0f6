// The migration text of library definitions, for a developer to review and commit.
import { getLibrary, libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import { ddlOf } from '../library/sql/ddl-of.ts'
import { UsageError } from './usage-error.ts'

export async function librarySql(ids: string[]): Promise<number> {
  if (ids.length === 0) throw new UsageError(`要写台账编号：${libraries.map((l) => l.id).join('、')}`)
  const text = ids.map((id) => ddlOf(getLibrary(id), (target) => getLibrary(target).table))
  process.stdout.write(`${text.join('\n\n')}\n`)
  return 0
}
