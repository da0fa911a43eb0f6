export { type Cursor, decodeCursor, type Direction, encodeCursor, type SortValue } from './cursor.ts'
export * from './define-fields.ts'
export * from './kinds.ts'
