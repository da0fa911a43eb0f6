// What tests of own ledgers begin from: a definition, and a ledger that was approved.
import type { OwnDetail } from '@yipanqi/model/libraries/own/index.ts'
import type { Client } from '../../testing/harness.ts'

export const endsOn = '2027-03-31'
export const reason = '秋季撂荒地整治要逐块销号'

const field = (n: number, label: string, kind: string, more: Record<string, unknown> = {}) => ({
  name: `f${n}`,
  label,
  kind,
  ...more,
})

/** 撂荒地台账: one field of most kinds. */
export const fallowLand = {
  name: '撂荒地整治台账',
  noun: '地块',
  measure: '块',
  purpose: '逐块登记撂荒耕地，复耕一块销一块',
  group: '民生与乡村',
  open: false,
  title: 'f1',
  key: ['f1'],
  columns: ['f1', 'f2', 'f3'],
  fields: [
    field(1, '撂荒地块', 'text', { required: true, aliases: ['撂荒地块名'] }),
    field(2, '撂荒属地', 'unit', { sees: true }),
    field(3, '撂荒亩数', 'area', { measure: '亩' }),
    field(4, '撂荒起始月', 'month'),
    field(5, '撂荒成因', 'choice', { choices: ['缺劳力', '缺水源', '坡度大'] }),
    field(6, '复耕措施', 'choices', { choices: ['代耕代种', '流转', '自行复耕'] }),
    field(7, '已复耕', 'boolean'),
    field(8, '复耕经过', 'long-text'),
    field(9, '复耕补助', 'money', { measure: '元' }),
    field(10, '种植承包人', 'person'),
    field(11, '流转给', 'reference', { target: 'enterprises' }),
    field(12, '复耕验收日', 'date'),
  ],
}

export const draftOf = (definition: unknown, more: Record<string, unknown> = {}) => ({
  definition,
  endsOn,
  reason,
  ...more,
})

/** Drafted by one, approved by another; answers the ledger in force. */
export async function approve(drafter: Client, approver: Client, id: string, version: number): Promise<OwnDetail> {
  const proposed = await drafter.post<OwnDetail>(`/own-libraries/${id}/propose`, { version })
  const answer = await approver.post<OwnDetail>(`/own-libraries/${id}/decide`, {
    version: proposed.body.version,
    decision: 'approve',
  })
  if (answer.status !== 200) throw new Error(JSON.stringify([proposed.body, answer.body]))
  return answer.body
}

export async function openLedger(
  drafter: Client,
  approver: Client,
  definition: unknown = fallowLand,
  more: Record<string, unknown> = {},
): Promise<OwnDetail> {
  const { status, body } = await drafter.post<OwnDetail>('/own-libraries', draftOf(definition, more))
  if (status !== 201) throw new Error(JSON.stringify(body))
  return approve(drafter, approver, body.id, body.version)
}
