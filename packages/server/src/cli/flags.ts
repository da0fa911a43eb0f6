import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Config } from '../config/keys.ts'
import { readConfig } from '../config/read-config.ts'
import { UsageError } from './usage-error.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Reads flags strictly: an unknown one is an error, not a surprise. */
export function readFlags<O extends Options>(args: string[], options: O, usage: string) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(`${flagTrouble(error as Error & { code?: string })}\n用法：${usage}`)
  }
}

function flagTrouble(error: Error & { code?: string }): string {
  const flag = /'(-[^' <]+)/.exec(error.message)?.[1] ?? ''
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有选项 ${flag}`
  return flag ? `选项 ${flag} 的写法不对` : '写法不对'
}

/** Environment, then `--data` and `--port`. */
export function configOf(values: { data?: string | undefined; port?: string | undefined }): Config {
  const env = {
    ...process.env,
    ...(values.data ? { YIPANQI_DATA: values.data } : {}),
    ...(values.port ? { PORT: values.port } : {}),
  }
  return readConfig(env)
}
