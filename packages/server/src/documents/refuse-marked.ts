import { inspectSecrecy, type SecrecyVerdict } from '@yipanqi/reading/gate.ts'
import { Fault } from '../http/fault.ts'

/** The gate at the door: throws for a secrecy mark in head or file name, before anything is stored or logged. */
export function refuseMarked(text: string, fileName: string | undefined): SecrecyVerdict {
  const gate = inspectSecrecy(text, fileName)
  if (gate.verdict !== 'refuse') return gate
  throw new Fault(422, 'secret', '这份文件带有密级标志，已拒收，没有保存任何内容', {
    why: `${gate.why ?? '版头或文件名有密级标志'}；请走机要渠道`,
    who: [{ unit: null, post: 'secrecy' }],
  })
}
