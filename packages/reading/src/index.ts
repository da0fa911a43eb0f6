export * from './types.ts'
export { readDocument } from './read-document.ts'
