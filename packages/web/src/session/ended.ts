import { store } from '../ui/store.ts'

/** True once the server said that nobody is logged in any more; the shell then leads to the login page. */
export const sessionEnded = store(false)
