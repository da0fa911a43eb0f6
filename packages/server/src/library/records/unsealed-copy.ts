// Answers are kept for a day so that a repeated request is not done twice. What is sealed must not be kept with them:
// whoever repeats a request reads the record again to see it.
import type { BulkPreview, Library, RecordDetail, Values } from '@yipanqi/model/libraries/index.ts'
import type { Call } from '../../http/endpoint.ts'
import { loadLedger } from '../load-ledger.ts'
import { sealedFields } from '../sealed.ts'

type Asked = Pick<Call<undefined, undefined, undefined>, 'trx' | 'session'> & { readonly params: { library: string } }
type Sent = Readonly<Record<string, unknown>>

const libraryOf = async ({ trx, session, params }: Asked): Promise<Library> =>
  (await loadLedger(trx, session.actor, params.library)).library

/** `replay` of every endpoint that answers a record. */
export async function unsealedRecord<R extends Pick<RecordDetail, 'values'>>(record: R, asked: Asked): Promise<R> {
  return { ...record, values: withoutSealed(await libraryOf(asked), record.values) }
}

export async function unsealedPreview(preview: BulkPreview, asked: Asked): Promise<BulkPreview> {
  const library = await libraryOf(asked)
  const examples = preview.examples.map((e) => ({
    ...e,
    before: withoutSealed(library, e.before),
    after: withoutSealed(library, e.after),
  }))
  return { ...preview, examples }
}

function withoutSealed(library: Library, values: Sent): Values {
  const sealed = new Set(sealedFields(library))
  const kept = Object.entries(values).map(([name, value]) => [name, sealed.has(name) ? null : value])
  return Object.fromEntries(kept) as Values
}
