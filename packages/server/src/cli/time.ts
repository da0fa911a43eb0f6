import { isIsoDate } from '@yipanqi/base'
import { MAX_PHRASE, parseTime, type TimePhrase } from '@yipanqi/reading'
import { readFlags } from './flags.ts'
import { UsageError } from './usage-error.ts'

const usage = 'yipanqi time TEXT [--base YYYY-MM-DD] [--json]'

/** Today where the county is, whatever zone the machine runs in. */
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())

/**
 * Resolves one time against --base (today when left out). With --json one object (`TimePhrase`) on standard output; where
 * the text is none, `null` there, one line in Chinese on standard error, and exit code 1.
 */
export async function runTime(args: string[]): Promise<number> {
  const options = { base: { type: 'string' }, json: { type: 'boolean' } } as const
  const { values, positionals } = readFlags(args, options, usage)
  const [text] = positionals
  if (text === undefined || positionals.length > 1) throw new UsageError(`用法：${usage}（文字里有空格时加引号）`)
  const base = values.base ?? today()
  if (!isIsoDate(base)) throw new UsageError('--base 要写成 2026-02-09 的样子，并且确有这一天')
  const time = parseTime(text, base)
  if (values.json) process.stdout.write(`${JSON.stringify(time)}\n`)
  if (time === null) {
    process.stderr.write(
      text.length > MAX_PHRASE ? `文字太长：最多 ${MAX_PHRASE} 字\n` : `没有认出时间：“${text.slice(0, 60)}”\n`,
    )
    return 1
  }
  if (!values.json) process.stdout.write(`${inWords(time)}\n`)
  return 0
}

function inWords({ from, to, recur, provisional }: TimePhrase): string {
  if (recur !== undefined) return `定期：${rhythm(recur)}`
  if (from === null && to === null) return '是一个时间，但日期还定不了'
  const span = from === to ? `${to}` : `${from === null ? '' : `自 ${from} `}${to === null ? '起' : `至 ${to}`}`
  return provisional ? `${span}（拟：该日期尚无放假安排，按周一至周五计）` : span
}

const RHYTHMS: Readonly<Record<string, string>> = {
  daily: '每天',
  weekly: '每周',
  biweekly: '每两周',
  monthly: '每月',
  bimonthly: '每两月',
  quarterly: '每季度',
  'half-yearly': '每半年',
  yearly: '每年',
}

function rhythm(recur: string): string {
  const [every = '', day] = recur.split(':')
  const name = RHYTHMS[every] ?? every
  if (day === undefined) return name
  if (every === 'weekly') return `每周${'一二三四五六日'[Number(day) - 1] ?? ''}`
  if (every === 'yearly') return `${name} ${day.replace('-', ' 月 ')} 日前`
  return day === '31' ? `${name}底前` : `${name} ${day} 日前`
}
