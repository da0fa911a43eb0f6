// The short way to an issued matter, for tests of what comes after.
import type { DocumentDetail, MatterDetail } from '@yipanqi/model'
import { clientOf, type Client, type TestCounty } from './harness.ts'
import type { House } from '../house.ts'

export interface Issued {
  readonly office: Client
  readonly document: DocumentDetail
  readonly matter: MatterDetail
}

/**
 * Uploads a text, gives its first matter what is asked for (lead 发改局, deadline, done-when), takes it through review,
 * opinions recorded on paper and sign-off, and issues it under a number.
 */
export async function issueFirst(
  house: House,
  county: TestCounty,
  text: string,
  patch: Record<string, unknown> = {},
): Promise<Issued> {
  const office = await clientOf(house, county.people.dispatcher)
  const made = await must<DocumentDetail>(
    office.post('/documents', { text, date: '2026-02-09', scope: 'internal', declarer: '陈测' }),
    201,
  )
  const [first, ...rest] = made.matters
  if (!first) throw new Error('the text has no matter')
  for (const other of rest)
    await must(office.post(`/matters/${other.id}/actions/withdraw`, { version: other.version, text: '测试只要第一项' }))
  await must(
    office.patch(`/matters/${first.id}`, {
      version: first.version,
      lead: county.units.fagai.id,
      deadline: '2026-12-31',
      doneWhen: '按标志核',
      line: 'party',
      ...patch,
    }),
  )
  const onPaper = { number: null, by: '李测', date: '2026-02-10' }
  const step = (verb: string, version: number, body: Record<string, unknown> = {}) =>
    must<DocumentDetail>(office.post(`/documents/${made.id}/actions/${verb}`, { version, ...body }))
  const reviewed = await step('review', made.version)
  const asked = await step('consult', reviewed.version, { onPaper })
  const signed = await step('sign-off', asked.version, { onPaper })
  const document = await step('issue', signed.version, { number: `测委财办〔2026〕${made.id}号`, date: '2026-02-12' })
  return { office, document, matter: await must<MatterDetail>(office.get(`/matters/${first.id}`)) }
}

/** The body of an answer that must have succeeded. */
export async function must<T>(answer: Promise<{ status: number; body: unknown }>, status = 200): Promise<T> {
  const got = await answer
  if (got.status !== status) throw new Error(`${got.status}: ${JSON.stringify(got.body)}`)
  return got.body as T
}
