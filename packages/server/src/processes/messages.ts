import type pg from 'pg'
import type { Config } from '../config/keys.ts'
import type { Numbers } from '../http/numbers.ts'
import type { Forgotten } from './siblings.ts'

/** What the process that holds the house says to those that answer the web. */
export type ToWeb =
  | { readonly say: 'start'; readonly config: Config; readonly app: pg.PoolConfig }
  /** No new work; end when what is in hand is done. */
  | { readonly say: 'drain' }
  /** Now. */
  | { readonly say: 'cut' }
  | { readonly say: 'numbers' }
  | Forgotten

/** And what they say to it. */
export type FromWeb =
  /** It hears from here on. */
  | { readonly say: 'loaded' }
  | { readonly say: 'listening'; readonly port: number }
  | { readonly say: 'failed'; readonly message: string }
  | { readonly say: 'numbers'; readonly numbers: Numbers }
  | Forgotten
