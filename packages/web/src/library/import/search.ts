/** The address of an import: which one, and which of its rows are looked at. It survives a reload and can be sent on. */
export interface ImportSearch {
  run?: number
  only?: Only
}
export const onlys = ['new', 'change', 'same', 'invalid', 'warned'] as const
export type Only = (typeof onlys)[number]

export function parseImportSearch(search: Record<string, unknown>): ImportSearch {
  const run = Number(search['run'])
  const only = onlys.find((one) => one === search['only'])
  return { ...(Number.isSafeInteger(run) && run > 0 ? { run } : {}), ...(only ? { only } : {}) }
}
