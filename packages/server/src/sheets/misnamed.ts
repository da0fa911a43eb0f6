import { open } from 'node:fs/promises'
import { sniff } from '../files/sniff.ts'

/**
 * What a clerk should know of a text file that is called a workbook: it is read, as what it is. Null for all others.
 * Systems write tables as text and call them .xls or .xlsx; to refuse them would send the clerk away with good data.
 */
export async function misnamedNote(path: string, name: string): Promise<string | null> {
  const [, ending] = /\.(xlsx|xlsm|xls|et)$/i.exec(name) ?? []
  if (ending === undefined) return null
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    if (sniff(buffer.subarray(0, bytesRead)).kind !== 'text') return null
  } finally {
    await file.close()
  }
  return `这个文件名叫 .${ending.toLowerCase()}，里面其实是纯文本，不是 Excel 表格，已按 .csv 读取；请核对各列有没有分对，日期、长编码有没有变样`
}
