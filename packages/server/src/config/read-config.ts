import { keys, type Config } from './keys.ts'

/** Configuration that cannot be used: names the key, what it held, and what it should hold. */
export class ConfigError extends Error {}

/**
 * Reads the configuration from environment variables, then lays explicit settings (command-line flags) over it.
 * Throws {@link ConfigError} in Chinese on the first value that does not fit.
 */
export function readConfig(env: Record<string, string | undefined>, flags: Partial<Config> = {}): Config {
  const out: Record<string, unknown> = {}
  for (const [field, key] of Object.entries(keys)) {
    const raw = env[key.name]
    if (raw === undefined || raw === '') {
      out[field] = key.fallback
      continue
    }
    const parsed = key.shape.safeParse(raw)
    if (!parsed.success) {
      throw new ConfigError(
        `配置 ${key.name} 的值“${raw}”不能用：${parsed.error.issues[0]?.message ?? ''}（${key.about}）`,
      )
    }
    out[field] = parsed.data
  }
  return { ...(out as Config), ...flags }
}
