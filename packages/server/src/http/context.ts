import type { Session } from '../auth/session.ts'
import type { House } from '../house.ts'

/** What hono carries from one layer to the next. */
export interface Vars {
  Variables: { house: House; request: string; address: string; session: Session | null; nonce: string }
}
