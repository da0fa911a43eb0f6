import { MAX_PHRASE, parseQuantity, type Quantity } from '@yipanqi/reading'
import { readFlags } from './flags.ts'
import { UsageError } from './usage-error.ts'

const usage = 'yipanqi quantity TEXT [--json]'

const RELATIONS: Readonly<Record<Quantity['relation'], string>> = {
  '>=': '不少于',
  '<=': '不超过',
  '>': '超过',
  '<': '低于',
  '=': '等于',
  '≈': '大约',
  range: '区间',
}

/**
 * Reads one quantity. With --json one object (`Quantity`) on standard output; where the text is none, `null` there, one line
 * in Chinese on standard error, and exit code 1.
 */
export async function runQuantity(args: string[]): Promise<number> {
  const { values, positionals } = readFlags(args, { json: { type: 'boolean' } }, usage)
  const [text] = positionals
  if (text === undefined || positionals.length > 1) throw new UsageError(`用法：${usage}（文字里有空格时加引号）`)
  const quantity = parseQuantity(text)
  if (values.json) process.stdout.write(`${JSON.stringify(quantity)}\n`)
  if (quantity === null) {
    process.stderr.write(
      text.length > MAX_PHRASE ? `文字太长：最多 ${MAX_PHRASE} 字\n` : `没有认出数量：“${text.slice(0, 60)}”\n`,
    )
    return 1
  }
  if (!values.json) process.stdout.write(`${inWords(quantity)}\n`)
  return 0
}

function inWords({ relation, value, to, unit, normal, indicator }: Quantity): string {
  const written = value === null ? `（数值待补）${unit}` : `${value}${to === undefined ? '' : `—${to}`}${unit}`
  const plain =
    normal === null ? '' : `，合 ${normal.value}${normal.to === undefined ? '' : `—${normal.to}`}${normal.unit}`
  return `${indicator === undefined ? '' : `${indicator}：`}${RELATIONS[relation]} ${written}${plain}`
}
