// Fields that many ledgers have alike, so that one head means one thing everywhere.
import { files, longText, person, phone, text } from '../kinds/index.ts'

export const remarks = () => longText({ label: '备注', section: '其他', unindexed: true })

export const papers = (label = '附件', help?: string) =>
  files({ label, section: '其他', unindexed: true, ...(help ? { help } : {}) })

export const address = (label: string, section: string) => text({ label, section, longest: 200, unindexed: true })

/** Who is called about a record: a name and a number, both sealed. */
export const contactPerson = (label = '联系人') =>
  person({ label, section: '联系', help: '只用于联系办事，查看号码会留痕' })
export const contactPhone = (label = '联系电话') => phone({ label, section: '联系' })
