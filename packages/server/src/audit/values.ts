import {
  accountStateWords,
  actionWords,
  cadenceWords,
  documentStateWords,
  lightWords,
  lineWords,
  opinionWords,
  postWords,
  rowScopeWords,
  scopeWords,
  stateWords,
  unitChangeKindWords,
  unitChangeStateWords,
} from '@yipanqi/model'

/** Names of what a value points to. */
export interface Known {
  readonly units: ReadonlyMap<number, string>
  readonly accounts: ReadonlyMap<number, string>
}

const unitColumns = new Set(['unit', 'lead_unit', 'parent', 'successor', 'heir', 'borne_by', 'suggested_unit'])
const accountColumns = new Set([
  'account',
  'created_by',
  'opened_by',
  'granted_by',
  'ordered_by',
  'from_account',
  'to_account',
])
const manyUnits = new Set(['custom_keys', 'units', 'keepers'])

const tableWords: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  account: { state: accountStateWords, post: postWords, scope: rowScopeWords },
  document: { state: documentStateWords, scope: scopeWords },
  matter: { state: stateWords, light: lightWords, line: lineWords, cadence: cadenceWords },
  event: {
    action: {
      ...actionWords,
      draft: '初拆',
      edit: '修改',
      split: '拆分',
      merge: '合并',
      source: '归并来源',
      adopt: '采纳情况',
      consent: '同意销号',
      reorganise: '机构改革',
      'hand-over': '交接',
    },
    from_state: stateWords,
    to_state: stateWords,
  },
  answer: { opinion: opinionWords, role: { lead: '牵头', support: '配合' } },
  unit_change: { state: unitChangeStateWords, kind: unitChangeKindWords },
  stage_paper: { state: { present: '已有', missing: '缺件', waived: '免交' } },
}

const longest = 300

/** Ids that a row names, so that one look-up finds all of a page. */
export function idsIn(row: Record<string, unknown> | null, table: string): { units: number[]; accounts: number[] } {
  const units: number[] = []
  const accounts: number[] = []
  for (const [column, value] of Object.entries(row ?? {})) {
    if (typeof value === 'number' && isUnit(table, column)) units.push(value)
    if (typeof value === 'number' && accountColumns.has(column)) accounts.push(value)
    if (Array.isArray(value) && manyUnits.has(column)) units.push(...value.map((v) => Math.abs(Number(v))))
  }
  return { units, accounts }
}

/** A matter's parent is a matter, a unit's is a unit. */
function isUnit(table: string, column: string): boolean {
  return unitColumns.has(column) && !(column === 'parent' && table !== 'unit')
}

/** A stored value as a person reads it. Sealed personal facts stay sealed; structure is named, not spelled out. */
export function valueWords(table: string, column: string, value: unknown, known: Known): string {
  if (value === null || value === undefined || value === '') return '（空）'
  if (column === 'person') return '（个人信息，加密存放）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') {
    if (isUnit(table, column)) return known.units.get(value) ?? `单位 ${value}`
    if (accountColumns.has(column)) return known.accounts.get(value) ?? `账号 ${value}`
    return String(value)
  }
  if (typeof value === 'string') {
    const word = tableWords[table]?.[column]?.[value]
    if (word) return word
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return momentWords(value)
    return value.length > longest ? `${value.slice(0, longest)}…（共 ${value.length} 字）` : value
  }
  if (Array.isArray(value)) return listWords(column, value, known)
  const about = (value as { about?: unknown }).about
  return typeof about === 'string' ? about : `（结构化内容，${JSON.stringify(value).length} 字符）`
}

function listWords(column: string, value: unknown[], known: Known): string {
  if (value.length === 0) return '（空）'
  if (manyUnits.has(column)) {
    const words = value.map((v) => {
      const name = known.units.get(Math.abs(Number(v))) ?? `单位 ${Math.abs(Number(v))}`
      return Number(v) < 0 ? `${name}及下属` : name
    })
    return words.join('、')
  }
  const plain = value.every((v) => typeof v !== 'object')
  return plain ? value.slice(0, 50).join('、').slice(0, longest) : `（${value.length} 条）`
}

const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

function momentWords(instant: string): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? instant : beijing.format(date)
}
