export * from './define-rule.ts'
export * from './exact.ts'
export * from './lights/index.ts'
