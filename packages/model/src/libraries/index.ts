// Libraries (库): field kinds, definitions, filters. Imported as `@yipanqi/model/libraries/index.ts`.
export * from './define-library.ts'
export * from './field.ts'
export * from './filter.ts'
export * from './ladder.ts'
export * from './api.ts'
export * from './records-api.ts'
export * from './permissions.ts'
