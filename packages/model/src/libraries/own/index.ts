// A county's own ledgers and additional fields. Imported as `@yipanqi/model/libraries/own/index.ts`.
export * from './api.ts'
export * from './build.ts'
export * from './change.ts'
export * from './definition.ts'
export * from './kinds.ts'
export * from './may.ts'
export * from './review.ts'
export * from './slots.ts'
