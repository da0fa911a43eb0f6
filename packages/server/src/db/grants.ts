// Least privilege, said in one place and laid anew after each migration: what the app role may do to which table.
const all = 'select, insert, update, delete'
const append = 'select, insert'

export const grants: Record<string, string> = {
  // Names of what was applied, so that a server sees whether its database fits.
  schema_migration: 'select',
  county: 'select',
  unit: 'select, insert, update',
  county_leader: 'select, insert, update',
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
  token: 'select',
  event: append,
  // Written by the event's trigger.
  file_use: 'select',
  answer: all,
  audit: 'select',
  audit_seal: append,
  audit_era: 'select',
  // No row security and no grant: credential, session, login_failure, login_known are reached by functions alone.
}

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
  'system_counties()',
  'system_sweep()',
]
