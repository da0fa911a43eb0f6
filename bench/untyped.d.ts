// What the driver tells us, as far as we read it.
declare module 'autocannon' {
  interface Options {
    readonly url: string
    readonly headers: Record<string, string>
    readonly connections: number
    readonly duration: number
  }
  interface Result {
    readonly requests: { readonly average: number; readonly total: number }
    readonly latency: { readonly p97_5: number }
    readonly non2xx: number
    readonly errors: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
declare module '*/scripts/build.mjs' {
  export function buildIfStale(options: { web?: boolean; force?: boolean }): Promise<void>
}
