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
    throw new UsageError(`${(error as Error).message}\n用法：${usage}`)
  }
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
