import { CLAIMABLE, readDocument, type Reading } from '@yipanqi/reading'
import { inspectSecrecy } from '@yipanqi/reading/gate.ts'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readUpload } from '../files/read-upload.ts'
import { UploadError } from '../files/upload-error.ts'
import { readFlags } from './flags.ts'
import { UsageError } from './usage-error.ts'

const usage = 'yipanqi read FILE [--date YYYY-MM-DD] [--json]'

/** Reads one file. With --json, one JSON object on standard output and nothing else. */
export async function runRead(args: string[]): Promise<number> {
  const { values, positionals } = readFlags(args, { date: { type: 'string' }, json: { type: 'boolean' } }, usage)
  const [file] = positionals
  if (!file || positionals.length > 1) throw new UsageError(`用法：${usage}`)
  if (values.date && !/^\d{4}-\d{2}-\d{2}$/.test(values.date)) throw new UsageError('--date 要写成 2026-02-09 的样子')
  const text = await textOf(file)
  const gate = inspectSecrecy(text, basename(file))
  if (gate.verdict === 'refuse') throw new Error(`这份文件带有密级标志，拒绝读取：${gate.why ?? ''}请走机要渠道`)
  const reading = readDocument(text, values.date ? { date: values.date } : {})
  process.stdout.write(values.json ? `${JSON.stringify(reading)}\n` : summary(reading))
  return 0
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? `没有这个文件：${file}` : `读不了 ${file}：${error.message}`)
  })
  try {
    return (await readUpload(bytes, basename(file))).text
  } catch (error) {
    if (error instanceof UploadError) throw new Error(`${error.message}${error.why}`, { cause: error })
    throw error
  }
}

function summary(reading: Reading): string {
  const { document, matters, coverage } = reading
  const lines = [
    `《${document.title}》 ${document.kind} ${document.date ?? '日期未写'}`,
    `任务句 ${coverage.obligations} 句，列入清单 ${coverage.covered} 句，未列入 ${coverage.refused.length} 句`,
    '',
  ]
  for (const [i, m] of matters.entries()) {
    const [likely] = m.units.candidates
    const lead = m.units.lead[0] ?? (likely && likely.score >= CLAIMABLE ? `拟 ${likely.unit}` : '待认领')
    const due = m.deadlines.map((d) => d.to ?? d.text).join('、') || '时限未写'
    lines.push(`${m.parent ? '  ' : ''}${String(i + 1).padStart(2)}. ${m.title}  【${m.kind}】${lead}；${due}`)
    for (const t of m.targets) lines.push(`      目标 ${t.text}${t.masked ? '（数值待补）' : ''}`)
  }
  if (coverage.refused.length > 0) {
    lines.push('', '未列入（附理由）：')
    for (const r of coverage.refused)
      lines.push(`  ${document.text.slice(r.start, Math.min(r.end, r.start + 40))}…  ${r.why}`)
  }
  return `${lines.join('\n')}\n`
}
