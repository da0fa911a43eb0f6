// Least privilege, said in one place and laid anew after each migration: what the app role may do to which table.
import { libraries } from '@yipanqi/model/libraries/definitions/index.ts'

const all = 'select, insert, update, delete'
const append = 'select, insert'

const shared: Record<string, string> = {
  // Names of what was applied, so that a server sees whether its database fits.
  schema_migration: 'select',
  county: 'select',
  unit: 'select, insert, update',
  county_leader: 'select, insert, update',
  leader_term: append,
  lesson: 'select, insert, update',
  subject_key: all,
  account: 'select, insert, update',
  file: append,
  idempotency: 'select, insert, update, delete',
  counter: 'select, insert, update',
  light_scheme: 'select, insert, update',
  document: 'select, insert, update',
  matter: 'select, insert, update',
  matter_support: all,
  matter_source: all,
  matter_seen: 'select',
  matter_all: 'select',
  event: append,
  event_record: append,
  // Written by the event's trigger.
  file_use: 'select',
  answer: all,
  audit: 'select',
  audit_seal: append,
  audit_era: 'select',
  library_setting: 'select, insert, update',
  // Laid by the owner and by triggers.
  library_table: 'select',
  unit_sight: 'select',
  stage_step: append,
  stage_paper: 'select, insert, update',
  matter_record: 'select, insert, delete',
  change_reason: append,
  reveal: append,
  record_file: append,
  outline: 'select, insert, update',
  unit_name: append,
  unit_heir: append,
  unit_change: 'select, insert, update',
  hand_over: append,
  library_view: all,
  code_table: 'select, insert, update',
  code_name: 'select, insert, delete',
  own_library: 'select, insert, update',
  own_proposal: 'select, insert, update',
  own_objection: 'select, insert, update',
  own_record: 'select, insert, update',
  own_record_seen: 'select',
  own_record_all: 'select',
  library_import: 'select, insert, update',
  import_row: all,
  import_chunk: all,
  library_export: append,
  // No row security and no grant: credential, session, login_failure, login_known, second_factor and
  // recovery_code are reached by functions alone.
}

/** Each library's table may be read and written; its narrow copy and its sums are the triggers' to write. */
function libraryGrants(): Record<string, string> {
  const out: Record<string, string> = {}
  for (const library of libraries) {
    if (library.handmade) continue
    out[library.table] = 'select, insert, update'
    out[`${library.table}_seen`] = 'select'
    out[`${library.table}_all`] = 'select'
    for (const rollup of library.rollups ?? []) out[`${library.table}_roll_${rollup.id}`] = 'select'
  }
  return out
}

export const grants: Record<string, string> = { ...shared, ...libraryGrants() }

/** What policies ask; each runs with the caller's own power. */
export const policyFunctions = [
  'actor_county()',
  'actor_account()',
  'actor_scope()',
  'actor_keys()',
  'actor_libraries()',
  'actor_enterprise()',
  'may_see(bigint[], bigint)',
  'library_whole(text)',
  'actor_sight()',
  'actor_own()',
]

export const functions = [
  'auth_find(text, text)',
  'auth_failed(text, text)',
  'auth_pressure(text)',
  'auth_open(text, bigint, text, text, bytea, int)',
  'auth_session(bytea)',
  'auth_close(bytea)',
  'auth_set_password(bigint, text)',
  'auth_invite(bigint, text)',
  'auth_redeem(text, text, text)',
  'auth_reset(bigint, text)',
  'auth_end_sessions(bigint)',
  'auth_unlock(bigint)',
  'auth_status(bigint[])',
  'login_taken(text[])',
  'auth_factor(text, bigint)',
  'auth_factor_propose(text, bigint, bytea)',
  'auth_factor_confirm(text, bigint, bytea, bigint, text[])',
  'auth_factor_use(text, bigint, bigint)',
  'auth_recovery_use(text, bigint, text)',
  'auth_factor_drop(bigint)',
  'system_counties()',
  'system_sweep()',
  'library_find(text, int[], text, int)',
  'matters_alike(int[], int)',
  'library_history(text, bigint)',
  'library_ids(text, int)',
  'library_holders(text, text[], jsonb)',
  'library_sees(text, bigint)',
  'open_imports()',
  'sweep_imports()',
  'library_settle(text)',
  'county_own_rules(jsonb, int)',
]
