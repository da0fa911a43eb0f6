-- The tables of the shipped libraries, generated from their definitions (yipanqi library sql ID…) and reviewed.

-- 链上企业
create table chain_firm (
  county text not null references county,
  id bigint generated always as identity,
  code text,
  name text,
  enterprise bigint,
  chain bigint,
  segment bigint,
  product bigint,
  role text,
  township bigint,
  department bigint,
  output bigint,
  local_share bigint,
  need bigint,
  need_use text,
  financed text,
  granted bigint,
  problem text,
  tackled text,
  partner text,
  remarks text,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index chain_firm_by_code on chain_firm (county, code collate "zh-x-icu", id) where removed is null;
create index chain_firm_by_name on chain_firm (county, name collate "zh-x-icu", id) where removed is null;
create index chain_firm_by_enterprise on chain_firm (county, enterprise, id) where removed is null;
create index chain_firm_by_chain on chain_firm (county, chain, id) where removed is null;
create index chain_firm_by_segment on chain_firm (county, segment, id) where removed is null;
create index chain_firm_by_product on chain_firm (county, product, id) where removed is null;
create index chain_firm_by_role on chain_firm (county, role, id) where removed is null;
create index chain_firm_by_township on chain_firm (county, township, id) where removed is null;
create index chain_firm_by_department on chain_firm (county, department, id) where removed is null;
create index chain_firm_by_output on chain_firm (county, output, id) where removed is null;
create index chain_firm_by_need on chain_firm (county, need, id) where removed is null;
create index chain_firm_by_financed on chain_firm (county, financed, id) where removed is null;
create index chain_firm_by_tackled on chain_firm (county, tackled, id) where removed is null;
create unique index chain_firm_key_code on chain_firm (county, code) where removed is null;
create unique index chain_firm_key_enterprise_segment_product on chain_firm (county, enterprise, segment, product) where removed is null;
create index chain_firm_by_revision on chain_firm (county, revision, id) where removed is null;
create index chain_firm_removed on chain_firm (county, removed, id) where removed is not null;
create index chain_firm_search on chain_firm using gin (search, seen_by) where removed is null;
create table chain_firm_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  name text,
  output bigint,
  enterprise bigint,
  chain bigint,
  segment bigint,
  product bigint,
  role text,
  township bigint,
  department bigint,
  need bigint,
  financed text,
  tackled text,
  revision bigint,
  primary key (county, id, key)
);
create index chain_firm_seen_by_name on chain_firm_seen (county, key, name collate "zh-x-icu", id);
create index chain_firm_seen_by_output on chain_firm_seen (county, key, output, id);
create index chain_firm_seen_by_revision on chain_firm_seen (county, key, revision, id) include (role, township, department, financed, tackled);
select library_ground('chain_firm', 'chain-firms', '{township,department}', '{name,output,enterprise,chain,segment,product,role,township,department,need,financed,tackled,revision}', '{"enterprise":"enterprise","chain":"chain","segment":"chain_segment","product":"chain_product","township":"unit","department":"unit"}', false, 'enterprise');

-- 产业链产品
create table chain_product (
  county text not null references county,
  id bigint generated always as identity,
  code text,
  name text,
  chain bigint,
  segment bigint,
  industry text,
  supply text,
  output bigint,
  key boolean,
  remarks text,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index chain_product_by_code on chain_product (county, code collate "zh-x-icu", id) where removed is null;
create index chain_product_by_name on chain_product (county, name collate "zh-x-icu", id) where removed is null;
create index chain_product_by_chain on chain_product (county, chain, id) where removed is null;
create index chain_product_by_segment on chain_product (county, segment, id) where removed is null;
create index chain_product_by_industry on chain_product (county, industry collate "C", id) where removed is null;
create index chain_product_by_supply on chain_product (county, supply, id) where removed is null;
create index chain_product_by_output on chain_product (county, output, id) where removed is null;
create index chain_product_by_key on chain_product (county, key, id) where removed is null;
create unique index chain_product_key_code on chain_product (county, code) where removed is null;
create index chain_product_by_revision on chain_product (county, revision, id) where removed is null;
create index chain_product_removed on chain_product (county, removed, id) where removed is not null;
create index chain_product_search on chain_product using gin (search, seen_by) where removed is null;
create table chain_product_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  name text,
  chain bigint,
  segment bigint,
  industry text,
  supply text,
  output bigint,
  revision bigint,
  primary key (county, id, key)
);
create index chain_product_seen_by_name on chain_product_seen (county, key, name collate "zh-x-icu", id);
create index chain_product_seen_by_revision on chain_product_seen (county, key, revision, id) include (supply);
select library_ground('chain_product', 'chain-products', '{}', '{name,chain,segment,industry,supply,output,revision}', '{"chain":"chain","segment":"chain_segment"}', true, null);

-- 产业链环节
create table chain_segment (
  county text not null references county,
  id bigint generated always as identity,
  code text,
  name text,
  chain bigint,
  stream text,
  place bigint,
  strength text,
  firms bigint,
  local_share bigint,
  gap text,
  direction text,
  department bigint,
  remarks text,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index chain_segment_by_code on chain_segment (county, code collate "zh-x-icu", id) where removed is null;
create index chain_segment_by_name on chain_segment (county, name collate "zh-x-icu", id) where removed is null;
create index chain_segment_by_chain on chain_segment (county, chain, id) where removed is null;
create index chain_segment_by_stream on chain_segment (county, stream, id) where removed is null;
create index chain_segment_by_strength on chain_segment (county, strength, id) where removed is null;
create index chain_segment_by_local_share on chain_segment (county, local_share, id) where removed is null;
create index chain_segment_by_gap on chain_segment (county, gap, id) where removed is null;
create index chain_segment_by_department on chain_segment (county, department, id) where removed is null;
create unique index chain_segment_key_code on chain_segment (county, code) where removed is null;
create unique index chain_segment_key_chain_name on chain_segment (county, chain, name) where removed is null;
create index chain_segment_by_revision on chain_segment (county, revision, id) where removed is null;
create index chain_segment_removed on chain_segment (county, removed, id) where removed is not null;
create index chain_segment_search on chain_segment using gin (search, seen_by) where removed is null;
create table chain_segment_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  name text,
  chain bigint,
  stream text,
  strength text,
  local_share bigint,
  gap text,
  department bigint,
  revision bigint,
  primary key (county, id, key)
);
create index chain_segment_seen_by_name on chain_segment_seen (county, key, name collate "zh-x-icu", id);
create index chain_segment_seen_by_revision on chain_segment_seen (county, key, revision, id) include (stream, strength, gap, department);
select library_ground('chain_segment', 'chain-segments', '{department}', '{name,chain,stream,strength,local_share,gap,department,revision}', '{"chain":"chain","department":"unit"}', true, null);

-- 产业链库
create table chain (
  county text not null references county,
  id bigint generated always as identity,
  code text,
  name text,
  standing text,
  scope text,
  leader bigint,
  office bigint,
  chief bigint,
  output bigint,
  goal bigint,
  weakness text,
  reviewed_on date,
  papers bigint[],
  remarks text,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index chain_by_code on chain (county, code collate "zh-x-icu", id) where removed is null;
create index chain_by_name on chain (county, name collate "zh-x-icu", id) where removed is null;
create index chain_by_standing on chain (county, standing, id) where removed is null;
create index chain_by_leader on chain (county, leader, id) where removed is null;
create index chain_by_office on chain (county, office, id) where removed is null;
create index chain_by_chief on chain (county, chief, id) where removed is null;
create index chain_by_output on chain (county, output, id) where removed is null;
create index chain_by_reviewed_on on chain (county, reviewed_on, id) where removed is null;
create unique index chain_key_code on chain (county, code) where removed is null;
create unique index chain_key_name on chain (county, name) where removed is null;
create index chain_by_revision on chain (county, revision, id) where removed is null;
create index chain_removed on chain (county, removed, id) where removed is not null;
create index chain_search on chain using gin (search, seen_by) where removed is null;
create table chain_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  name text,
  standing text,
  leader bigint,
  office bigint,
  chief bigint,
  output bigint,
  reviewed_on date,
  revision bigint,
  primary key (county, id, key)
);
create index chain_seen_by_name on chain_seen (county, key, name collate "zh-x-icu", id);
create index chain_seen_by_revision on chain_seen (county, key, revision, id) include (standing, office);
select library_ground('chain', 'chains', '{office}', '{name,standing,leader,office,chief,output,reviewed_on,revision}', '{"leader":"county_leader","office":"unit","chief":"enterprise"}', true, null);

-- 信贷台账
create table credit_balance (
  county text not null references county,
  id bigint generated always as identity,
  institution bigint,
  month date,
  deposits bigint,
  loans bigint,
  loans_year_start bigint,
  loans_last_year bigint,
  added bigint,
  year_on_year bigint,
  bills bigint,
  loans_without_bills bigint,
  month_average bigint,
  manufacturing bigint,
  agricultural bigint,
  inclusive_small bigint,
  inclusive_farm bigint,
  first_borrowers bigint,
  renewed bigint,
  bad bigint,
  bad_share bigint,
  loan_deposit_ratio bigint,
  supplier bigint,
  supplied_on date,
  remarks text,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index credit_balance_by_institution on credit_balance (county, institution, id) where removed is null;
create index credit_balance_by_month on credit_balance (county, month, id) where removed is null;
create index credit_balance_by_deposits on credit_balance (county, deposits, id) where removed is null;
create index credit_balance_by_loans on credit_balance (county, loans, id) where removed is null;
create index credit_balance_by_added on credit_balance (county, added, id) where removed is null;
create index credit_balance_by_year_on_year on credit_balance (county, year_on_year, id) where removed is null;
create index credit_balance_by_loans_without_bills on credit_balance (county, loans_without_bills, id) where removed is null;
create index credit_balance_by_month_average on credit_balance (county, month_average, id) where removed is null;
create index credit_balance_by_manufacturing on credit_balance (county, manufacturing, id) where removed is null;
create index credit_balance_by_agricultural on credit_balance (county, agricultural, id) where removed is null;
create index credit_balance_by_inclusive_small on credit_balance (county, inclusive_small, id) where removed is null;
create index credit_balance_by_bad on credit_balance (county, bad, id) where removed is null;
create index credit_balance_by_bad_share on credit_balance (county, bad_share, id) where removed is null;
create index credit_balance_by_loan_deposit_ratio on credit_balance (county, loan_deposit_ratio, id) where removed is null;
create index credit_balance_by_supplier on credit_balance (county, supplier, id) where removed is null;
create index credit_balance_by_supplied_on on credit_balance (county, supplied_on, id) where removed is null;
create unique index credit_balance_key_institution_month on credit_balance (county, institution, month) where removed is null;
create index credit_balance_by_revision on credit_balance (county, revision, id) where removed is null;
create index credit_balance_removed on credit_balance (county, removed, id) where removed is not null;
create index credit_balance_search on credit_balance using gin (search, seen_by) where removed is null;
create table credit_balance_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  month date,
  institution bigint,
  deposits bigint,
  loans bigint,
  added bigint,
  year_on_year bigint,
  loans_without_bills bigint,
  month_average bigint,
  manufacturing bigint,
  agricultural bigint,
  inclusive_small bigint,
  bad bigint,
  bad_share bigint,
  loan_deposit_ratio bigint,
  supplier bigint,
  supplied_on date,
  revision bigint,
  primary key (county, id, key)
);
create index credit_balance_seen_by_month on credit_balance_seen (county, key, month, id);
create index credit_balance_seen_by_revision on credit_balance_seen (county, key, revision, id) include (month, supplier);
select library_ground('credit_balance', 'credit-balances', '{supplier}', '{month,institution,deposits,loans,added,year_on_year,loans_without_bills,month_average,manufacturing,agricultural,inclusive_small,bad,bad_share,loan_deposit_ratio,supplier,supplied_on,revision}', '{"institution":"institution","supplier":"unit"}', false, null);
select library_rollup('credit_balance', 'balance', 'month', 'supplier', '{deposits,loans,added,loans_without_bills,manufacturing,agricultural,inclusive_small,bad}');

-- 企业诉求库
create table enterprise_request (
  county text not null references county,
  id bigint generated always as identity,
  number text,
  name text,
  enterprise bigint,
  township bigint,
  theme text,
  content text,
  origin text,
  raised_on date,
  urgency text,
  level text,
  handler bigint,
  supports text,
  leader bigint,
  officer bytea,
  due_on date,
  answer text,
  answered_on date,
  outcome text,
  again bigint,
  taken bigint,
  verdict text,
  confirmed_on date,
  papers bigint[],
  remarks text,
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index enterprise_request_by_number on enterprise_request (county, number collate "zh-x-icu", id) where removed is null;
create index enterprise_request_by_name on enterprise_request (county, name collate "zh-x-icu", id) where removed is null;
create index enterprise_request_by_enterprise on enterprise_request (county, enterprise, id) where removed is null;
create index enterprise_request_by_township on enterprise_request (county, township, id) where removed is null;
create index enterprise_request_by_theme on enterprise_request (county, theme, id) where removed is null;
create index enterprise_request_by_origin on enterprise_request (county, origin, id) where removed is null;
create index enterprise_request_by_raised_on on enterprise_request (county, raised_on, id) where removed is null;
create index enterprise_request_by_level on enterprise_request (county, level, id) where removed is null;
create index enterprise_request_by_handler on enterprise_request (county, handler, id) where removed is null;
create index enterprise_request_by_leader on enterprise_request (county, leader, id) where removed is null;
create index enterprise_request_by_due_on on enterprise_request (county, due_on, id) where removed is null;
create index enterprise_request_by_answered_on on enterprise_request (county, answered_on, id) where removed is null;
create index enterprise_request_by_outcome on enterprise_request (county, outcome, id) where removed is null;
create index enterprise_request_by_verdict on enterprise_request (county, verdict, id) where removed is null;
create unique index enterprise_request_key_number on enterprise_request (county, number) where removed is null;
create index enterprise_request_by_stage on enterprise_request (county, stage, stage_since, id) where removed is null;
create index enterprise_request_by_revision on enterprise_request (county, revision, id) where removed is null;
create index enterprise_request_removed on enterprise_request (county, removed, id) where removed is not null;
create index enterprise_request_search on enterprise_request using gin (search, seen_by) where removed is null;
create table enterprise_request_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  due_on date,
  raised_on date,
  enterprise bigint,
  township bigint,
  theme text,
  origin text,
  level text,
  handler bigint,
  leader bigint,
  answered_on date,
  outcome text,
  verdict text,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index enterprise_request_seen_by_due_on on enterprise_request_seen (county, key, due_on, id);
create index enterprise_request_seen_by_raised_on on enterprise_request_seen (county, key, raised_on, id);
create index enterprise_request_seen_by_revision on enterprise_request_seen (county, key, revision, id) include (township, theme, origin, level, handler, outcome, verdict, stage);
select library_ground('enterprise_request', 'enterprise-requests', '{township,handler}', '{due_on,raised_on,enterprise,township,theme,origin,level,handler,leader,answered_on,outcome,verdict,stage,revision}', '{"enterprise":"enterprise","township":"unit","handler":"unit","leader":"county_leader"}', false, 'enterprise');
select library_rollup('enterprise_request', 'raised', 'raised_on', 'handler', '{taken}');

-- 企业库
create table enterprise (
  county text not null references county,
  id bigint generated always as identity,
  name text,
  credit_code text,
  former_name text,
  operation text,
  industry text,
  chain bigint,
  segment bigint,
  registration text,
  holding text,
  parent_firm text,
  founded_on date,
  capital bigint,
  legal_person bytea,
  township bigint,
  park bigint,
  registered_address text,
  business_address text,
  elsewhere boolean,
  position_x integer,
  position_y integer,
  tenure text,
  landlord text,
  land bigint,
  scale text,
  above_scale text,
  listed_in date,
  delisted_in date,
  nurture text[],
  per_mu text,
  data_year integer,
  revenue bigint,
  tax bigint,
  added_value bigint,
  power bigint,
  energy bigint,
  discharge bigint,
  staff bigint,
  research bigint,
  basis text,
  consent bigint[],
  consent_until date,
  service_leader bigint,
  service_unit bigint,
  service_officer bytea,
  officer_phone bytea,
  contact bytea,
  contact_phone bytea,
  remarks text,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index enterprise_by_name on enterprise (county, name collate "zh-x-icu", id) where removed is null;
create index enterprise_by_credit_code on enterprise (county, credit_code, id) where removed is null;
create index enterprise_by_operation on enterprise (county, operation, id) where removed is null;
create index enterprise_by_industry on enterprise (county, industry collate "C", id) where removed is null;
create index enterprise_by_chain on enterprise (county, chain, id) where removed is null;
create index enterprise_by_founded_on on enterprise (county, founded_on, id) where removed is null;
create index enterprise_by_township on enterprise (county, township, id) where removed is null;
create index enterprise_by_park on enterprise (county, park, id) where removed is null;
create index enterprise_position on enterprise (county, position_x, position_y, id) include (seen_by, created_by) where removed is null;
create index enterprise_by_scale on enterprise (county, scale, id) where removed is null;
create index enterprise_by_above_scale on enterprise (county, above_scale, id) where removed is null;
create index enterprise_by_per_mu on enterprise (county, per_mu, id) where removed is null;
create index enterprise_by_revenue on enterprise (county, revenue, id) where removed is null;
create index enterprise_by_tax on enterprise (county, tax, id) where removed is null;
create index enterprise_by_service_leader on enterprise (county, service_leader, id) where removed is null;
create unique index enterprise_key_credit_code on enterprise (county, credit_code) where removed is null;
create index enterprise_by_revision on enterprise (county, revision, id) where removed is null;
create index enterprise_removed on enterprise (county, removed, id) where removed is not null;
create index enterprise_search on enterprise using gin (search, seen_by) where removed is null;
create table enterprise_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  name text,
  revenue bigint,
  founded_on date,
  credit_code text,
  operation text,
  industry text,
  chain bigint,
  township bigint,
  park bigint,
  scale text,
  above_scale text,
  per_mu text,
  tax bigint,
  service_leader bigint,
  revision bigint,
  primary key (county, id, key)
);
create index enterprise_seen_by_name on enterprise_seen (county, key, name collate "zh-x-icu", id);
create index enterprise_seen_by_revenue on enterprise_seen (county, key, revenue, id);
create index enterprise_seen_by_founded_on on enterprise_seen (county, key, founded_on, id);
create index enterprise_seen_by_revision on enterprise_seen (county, key, revision, id) include (operation, township, park, scale, above_scale, per_mu);
select library_ground('enterprise', 'enterprises', '{township,park,service_unit}', '{name,revenue,founded_on,credit_code,operation,industry,chain,township,park,scale,above_scale,per_mu,tax,service_leader,revision}', '{"chain":"chain","segment":"chain_segment","township":"unit","park":"unit","service_leader":"county_leader","service_unit":"unit"}', false, 'id');
select library_rollup('enterprise', 'founded', 'founded_on', 'township', '{capital,revenue,tax}');

-- 农业经营主体库
create table farm (
  county text not null references county,
  id bigint generated always as identity,
  name text,
  kind text,
  credit_code text,
  enterprise bigint,
  township bigint,
  village bigint,
  founded_on date,
  level text,
  product text,
  land_used bigint,
  land_rented bigint,
  rent_until date,
  revenue bigint,
  brands text[],
  consortium bigint,
  lead boolean,
  members bigint,
  links text[],
  households_led bigint,
  former_poor_led bigint,
  bonus bigint,
  loan_balance bigint,
  state text,
  signs text[],
  signs_on date,
  note text,
  place_x integer,
  place_y integer,
  head bytea,
  head_phone bytea,
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index farm_by_name on farm (county, name collate "zh-x-icu", id) where removed is null;
create index farm_by_kind on farm (county, kind, id) where removed is null;
create index farm_by_credit_code on farm (county, credit_code, id) where removed is null;
create index farm_by_enterprise on farm (county, enterprise, id) where removed is null;
create index farm_by_township on farm (county, township, id) where removed is null;
create index farm_by_village on farm (county, village, id) where removed is null;
create index farm_by_founded_on on farm (county, founded_on, id) where removed is null;
create index farm_by_level on farm (county, level, id) where removed is null;
create index farm_by_product on farm (county, product, id) where removed is null;
create index farm_by_land_used on farm (county, land_used, id) where removed is null;
create index farm_by_rent_until on farm (county, rent_until, id) where removed is null;
create index farm_by_revenue on farm (county, revenue, id) where removed is null;
create index farm_by_consortium on farm (county, consortium, id) where removed is null;
create index farm_by_households_led on farm (county, households_led, id) where removed is null;
create index farm_by_bonus on farm (county, bonus, id) where removed is null;
create index farm_by_state on farm (county, state, id) where removed is null;
create index farm_place on farm (county, place_x, place_y, id) include (seen_by, created_by) where removed is null;
create unique index farm_key_credit_code on farm (county, credit_code) where removed is null;
create unique index farm_key_name_township on farm (county, name, township) where removed is null;
create index farm_by_stage on farm (county, stage, stage_since, id) where removed is null;
create index farm_by_revision on farm (county, revision, id) where removed is null;
create index farm_removed on farm (county, removed, id) where removed is not null;
create index farm_search on farm using gin (search, seen_by) where removed is null;
create table farm_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  name text,
  households_led bigint,
  kind text,
  credit_code text,
  enterprise bigint,
  township bigint,
  village bigint,
  founded_on date,
  level text,
  product text,
  land_used bigint,
  rent_until date,
  revenue bigint,
  consortium bigint,
  bonus bigint,
  state text,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index farm_seen_by_name on farm_seen (county, key, name collate "zh-x-icu", id);
create index farm_seen_by_households_led on farm_seen (county, key, households_led, id);
create index farm_seen_by_revision on farm_seen (county, key, revision, id) include (kind, township, level, product, state, stage);
select library_ground('farm', 'farms', '{township}', '{name,households_led,kind,credit_code,enterprise,township,village,founded_on,level,product,land_used,rent_until,revenue,consortium,bonus,state,stage,revision}', '{"enterprise":"enterprise","township":"unit","village":"village","consortium":"farm"}', false, 'enterprise');

-- 金融产品库
create table financial_product (
  county text not null references county,
  id bigint generated always as identity,
  name text,
  institution bigint,
  kind text,
  customers text[],
  amount_limit bigint,
  months_limit bigint,
  rate_from bigint,
  rate_to bigint,
  fee_rate bigint,
  securities text[],
  admission text,
  renewable boolean,
  online boolean,
  basis text,
  valid_from date,
  valid_to date,
  contact_phone bytea,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index financial_product_by_name on financial_product (county, name collate "zh-x-icu", id) where removed is null;
create index financial_product_by_institution on financial_product (county, institution, id) where removed is null;
create index financial_product_by_kind on financial_product (county, kind, id) where removed is null;
create index financial_product_by_amount_limit on financial_product (county, amount_limit, id) where removed is null;
create index financial_product_by_months_limit on financial_product (county, months_limit, id) where removed is null;
create index financial_product_by_rate_from on financial_product (county, rate_from, id) where removed is null;
create index financial_product_by_renewable on financial_product (county, renewable, id) where removed is null;
create index financial_product_by_online on financial_product (county, online, id) where removed is null;
create index financial_product_by_valid_from on financial_product (county, valid_from, id) where removed is null;
create index financial_product_by_valid_to on financial_product (county, valid_to, id) where removed is null;
create unique index financial_product_key_institution_name on financial_product (county, institution, name) where removed is null;
create index financial_product_by_revision on financial_product (county, revision, id) where removed is null;
create index financial_product_removed on financial_product (county, removed, id) where removed is not null;
create index financial_product_search on financial_product using gin (search, seen_by) where removed is null;
create table financial_product_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  name text,
  institution bigint,
  kind text,
  amount_limit bigint,
  months_limit bigint,
  rate_from bigint,
  renewable boolean,
  online boolean,
  valid_from date,
  valid_to date,
  revision bigint,
  primary key (county, id, key)
);
create index financial_product_seen_by_name on financial_product_seen (county, key, name collate "zh-x-icu", id);
create index financial_product_seen_by_revision on financial_product_seen (county, key, revision, id) include (kind, renewable, online);
select library_ground('financial_product', 'financial-products', '{}', '{name,institution,kind,amount_limit,months_limit,rate_from,renewable,online,valid_from,valid_to,revision}', '{"institution":"institution"}', true, null);

-- 担保台账
create table guarantee (
  county text not null references county,
  id bigint generated always as identity,
  number text,
  borrower text,
  borrower_code text,
  borrower_kind text,
  enterprise bigint,
  related_group text,
  industry text,
  township bigint,
  guarantor bigint,
  lender bigint,
  product text,
  amount bigint,
  outstanding bigint,
  fee_rate bigint,
  start_on date,
  due_on date,
  counter_securities text[],
  bank_share bigint,
  reinsured boolean,
  reinsurance_number text,
  risk_class text,
  claimed_amount bigint,
  claimed_on date,
  recovered bigint,
  remarks text,
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index guarantee_by_number on guarantee (county, number collate "zh-x-icu", id) where removed is null;
create index guarantee_by_borrower on guarantee (county, borrower collate "zh-x-icu", id) where removed is null;
create index guarantee_by_borrower_code on guarantee (county, borrower_code, id) where removed is null;
create index guarantee_by_borrower_kind on guarantee (county, borrower_kind, id) where removed is null;
create index guarantee_by_enterprise on guarantee (county, enterprise, id) where removed is null;
create index guarantee_by_related_group on guarantee (county, related_group collate "zh-x-icu", id) where removed is null;
create index guarantee_by_industry on guarantee (county, industry collate "C", id) where removed is null;
create index guarantee_by_township on guarantee (county, township, id) where removed is null;
create index guarantee_by_guarantor on guarantee (county, guarantor, id) where removed is null;
create index guarantee_by_lender on guarantee (county, lender, id) where removed is null;
create index guarantee_by_product on guarantee (county, product, id) where removed is null;
create index guarantee_by_amount on guarantee (county, amount, id) where removed is null;
create index guarantee_by_outstanding on guarantee (county, outstanding, id) where removed is null;
create index guarantee_by_fee_rate on guarantee (county, fee_rate, id) where removed is null;
create index guarantee_by_start_on on guarantee (county, start_on, id) where removed is null;
create index guarantee_by_due_on on guarantee (county, due_on, id) where removed is null;
create index guarantee_by_reinsured on guarantee (county, reinsured, id) where removed is null;
create index guarantee_by_risk_class on guarantee (county, risk_class, id) where removed is null;
create index guarantee_by_claimed_amount on guarantee (county, claimed_amount, id) where removed is null;
create unique index guarantee_key_number on guarantee (county, number) where removed is null;
create index guarantee_by_stage on guarantee (county, stage, stage_since, id) where removed is null;
create index guarantee_by_revision on guarantee (county, revision, id) where removed is null;
create index guarantee_removed on guarantee (county, removed, id) where removed is not null;
create index guarantee_search on guarantee using gin (search, seen_by) where removed is null;
create table guarantee_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  due_on date,
  outstanding bigint,
  borrower_code text,
  borrower_kind text,
  enterprise bigint,
  industry text,
  township bigint,
  guarantor bigint,
  lender bigint,
  product text,
  amount bigint,
  fee_rate bigint,
  start_on date,
  reinsured boolean,
  risk_class text,
  claimed_amount bigint,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index guarantee_seen_by_due_on on guarantee_seen (county, key, due_on, id);
create index guarantee_seen_by_outstanding on guarantee_seen (county, key, outstanding, id);
create index guarantee_seen_by_revision on guarantee_seen (county, key, revision, id) include (borrower_kind, township, product, reinsured, risk_class, stage);
select library_ground('guarantee', 'guarantees', '{}', '{due_on,outstanding,borrower_code,borrower_kind,enterprise,industry,township,guarantor,lender,product,amount,fee_rate,start_on,reinsured,risk_class,claimed_amount,stage,revision}', '{"enterprise":"enterprise","township":"unit","guarantor":"institution","lender":"institution"}', false, 'enterprise');
select library_rollup('guarantee', 'started', 'start_on', 'township', '{amount,outstanding}');

-- 指标数值台账
create table indicator_value (
  county text not null references county,
  id bigint generated always as identity,
  indicator bigint,
  month date,
  kind text,
  vintage bigint,
  published_on date,
  unpublished boolean,
  value bigint,
  growth bigint,
  base bigint,
  year_forecast bigint,
  rank bigint,
  rank_before bigint,
  rank_change bigint,
  counties bigint,
  city_mean bigint,
  over_mean bigint,
  leader_gap bigint,
  chaser_gap bigint,
  lead_unit bigint,
  supplier bigint,
  reason text,
  basis text,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index indicator_value_by_indicator on indicator_value (county, indicator, id) where removed is null;
create index indicator_value_by_month on indicator_value (county, month, id) where removed is null;
create index indicator_value_by_kind on indicator_value (county, kind, id) where removed is null;
create index indicator_value_by_vintage on indicator_value (county, vintage, id) where removed is null;
create index indicator_value_by_published_on on indicator_value (county, published_on, id) where removed is null;
create index indicator_value_by_unpublished on indicator_value (county, unpublished, id) where removed is null;
create index indicator_value_by_value on indicator_value (county, value, id) where removed is null;
create index indicator_value_by_growth on indicator_value (county, growth, id) where removed is null;
create index indicator_value_by_rank on indicator_value (county, rank, id) where removed is null;
create index indicator_value_by_rank_change on indicator_value (county, rank_change, id) where removed is null;
create index indicator_value_by_city_mean on indicator_value (county, city_mean, id) where removed is null;
create index indicator_value_by_over_mean on indicator_value (county, over_mean, id) where removed is null;
create index indicator_value_by_lead_unit on indicator_value (county, lead_unit, id) where removed is null;
create index indicator_value_by_supplier on indicator_value (county, supplier, id) where removed is null;
create unique index indicator_value_key_indicator_month_kind_vintage on indicator_value (county, indicator, month, kind, vintage) where removed is null;
create index indicator_value_by_revision on indicator_value (county, revision, id) where removed is null;
create index indicator_value_removed on indicator_value (county, removed, id) where removed is not null;
create index indicator_value_search on indicator_value using gin (search, seen_by) where removed is null;
create table indicator_value_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  month date,
  kind text,
  indicator bigint,
  vintage bigint,
  published_on date,
  unpublished boolean,
  value bigint,
  growth bigint,
  rank bigint,
  rank_change bigint,
  city_mean bigint,
  over_mean bigint,
  lead_unit bigint,
  supplier bigint,
  revision bigint,
  primary key (county, id, key)
);
create index indicator_value_seen_by_month on indicator_value_seen (county, key, month, id);
create index indicator_value_seen_by_kind on indicator_value_seen (county, key, kind, id);
create index indicator_value_seen_by_revision on indicator_value_seen (county, key, revision, id) include (month, kind, unpublished, lead_unit, supplier);
select library_ground('indicator_value', 'indicator-values', '{lead_unit,supplier}', '{month,kind,indicator,vintage,published_on,unpublished,value,growth,rank,rank_change,city_mean,over_mean,lead_unit,supplier,revision}', '{"indicator":"indicator","lead_unit":"unit","supplier":"unit"}', false, null);

-- 经济指标库
create table indicator (
  county text not null references county,
  id bigint generated always as identity,
  code text,
  name text,
  field text,
  measure text,
  basis text,
  better text,
  period text,
  cumulative text,
  january_merged boolean,
  counties bigint,
  definition text,
  lead_unit bigint,
  leader bigint,
  source bigint,
  published_by text,
  position bigint,
  valid_from date,
  valid_to date,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index indicator_by_code on indicator (county, code collate "zh-x-icu", id) where removed is null;
create index indicator_by_name on indicator (county, name collate "zh-x-icu", id) where removed is null;
create index indicator_by_field on indicator (county, field, id) where removed is null;
create index indicator_by_basis on indicator (county, basis, id) where removed is null;
create index indicator_by_better on indicator (county, better, id) where removed is null;
create index indicator_by_period on indicator (county, period, id) where removed is null;
create index indicator_by_cumulative on indicator (county, cumulative, id) where removed is null;
create index indicator_by_january_merged on indicator (county, january_merged, id) where removed is null;
create index indicator_by_lead_unit on indicator (county, lead_unit, id) where removed is null;
create index indicator_by_leader on indicator (county, leader, id) where removed is null;
create index indicator_by_source on indicator (county, source, id) where removed is null;
create index indicator_by_position on indicator (county, position, id) where removed is null;
create index indicator_by_valid_from on indicator (county, valid_from, id) where removed is null;
create index indicator_by_valid_to on indicator (county, valid_to, id) where removed is null;
create unique index indicator_key_code on indicator (county, code) where removed is null;
create unique index indicator_key_name on indicator (county, name) where removed is null;
create index indicator_by_revision on indicator (county, revision, id) where removed is null;
create index indicator_removed on indicator (county, removed, id) where removed is not null;
create index indicator_search on indicator using gin (search, seen_by) where removed is null;
create table indicator_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  position bigint,
  field text,
  basis text,
  better text,
  period text,
  cumulative text,
  january_merged boolean,
  lead_unit bigint,
  leader bigint,
  source bigint,
  valid_from date,
  valid_to date,
  revision bigint,
  primary key (county, id, key)
);
create index indicator_seen_by_position on indicator_seen (county, key, position, id);
create index indicator_seen_by_revision on indicator_seen (county, key, revision, id) include (field, basis, better, period, cumulative, january_merged, lead_unit, source);
select library_ground('indicator', 'indicators', '{}', '{position,field,basis,better,period,cumulative,january_merged,lead_unit,leader,source,valid_from,valid_to,revision}', '{"lead_unit":"unit","leader":"county_leader","source":"unit"}', true, null);

-- 金融机构库
create table institution (
  county text not null references county,
  id bigint generated always as identity,
  name text,
  short text,
  credit_code text,
  type text,
  parent_name text,
  licence text,
  opened_on date,
  township bigint,
  address text,
  place_x integer,
  place_y integer,
  member_unit bigint,
  authority bigint,
  outlets bigint,
  rural_outlets bigint,
  service_points bigint,
  keeping text,
  net_assets bigint,
  paid_in bigint,
  paid_in_on date,
  change_registered_on date,
  head bytea,
  contact bytea,
  contact_phone bytea,
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index institution_by_name on institution (county, name collate "zh-x-icu", id) where removed is null;
create index institution_by_short on institution (county, short collate "zh-x-icu", id) where removed is null;
create index institution_by_credit_code on institution (county, credit_code, id) where removed is null;
create index institution_by_type on institution (county, type, id) where removed is null;
create index institution_by_opened_on on institution (county, opened_on, id) where removed is null;
create index institution_by_township on institution (county, township, id) where removed is null;
create index institution_place on institution (county, place_x, place_y, id) include (seen_by, created_by) where removed is null;
create index institution_by_member_unit on institution (county, member_unit, id) where removed is null;
create index institution_by_authority on institution (county, authority, id) where removed is null;
create index institution_by_outlets on institution (county, outlets, id) where removed is null;
create index institution_by_rural_outlets on institution (county, rural_outlets, id) where removed is null;
create unique index institution_key_credit_code on institution (county, credit_code) where removed is null;
create unique index institution_key_name on institution (county, name) where removed is null;
create index institution_by_stage on institution (county, stage, stage_since, id) where removed is null;
create index institution_by_revision on institution (county, revision, id) where removed is null;
create index institution_removed on institution (county, removed, id) where removed is not null;
create index institution_search on institution using gin (search, seen_by) where removed is null;
create table institution_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  name text,
  type text,
  credit_code text,
  opened_on date,
  township bigint,
  member_unit bigint,
  authority bigint,
  outlets bigint,
  rural_outlets bigint,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index institution_seen_by_name on institution_seen (county, key, name collate "zh-x-icu", id);
create index institution_seen_by_type on institution_seen (county, key, type, id);
create index institution_seen_by_revision on institution_seen (county, key, revision, id) include (type, township, member_unit, stage);
select library_ground('institution', 'institutions', '{member_unit}', '{name,type,credit_code,opened_on,township,member_unit,authority,outlets,rural_outlets,stage,revision}', '{"township":"unit","member_unit":"unit"}', false, null);

-- 招商线索库
create table investment_lead (
  county text not null references county,
  id bigint generated always as identity,
  number text,
  name text,
  code_name text,
  investor text,
  investor_code text,
  controller text,
  origin text,
  region text,
  secrecy text,
  industry text,
  chain bigint,
  segment bigint,
  gap text,
  first_unit bigint,
  first_on date,
  handler bigint,
  leader bigint,
  content text,
  planned bigint,
  township bigint,
  park bigint,
  land bigint,
  plant bigint,
  energy bigint,
  discharge text,
  review text,
  reviewed_on date,
  promises text,
  fairness text,
  contract text,
  signed_on date,
  contracted bigint,
  exit_terms text,
  enterprise bigint,
  registered_on date,
  arrived bigint,
  arrived_proof text,
  project bigint,
  started_on date,
  listed_in date,
  papers bigint[],
  remarks text,
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index investment_lead_by_number on investment_lead (county, number collate "zh-x-icu", id) where removed is null;
create index investment_lead_by_name on investment_lead (county, name collate "zh-x-icu", id) where removed is null;
create index investment_lead_by_code_name on investment_lead (county, code_name collate "zh-x-icu", id) where removed is null;
create index investment_lead_by_origin on investment_lead (county, origin, id) where removed is null;
create index investment_lead_by_secrecy on investment_lead (county, secrecy, id) where removed is null;
create index investment_lead_by_industry on investment_lead (county, industry collate "C", id) where removed is null;
create index investment_lead_by_chain on investment_lead (county, chain, id) where removed is null;
create index investment_lead_by_gap on investment_lead (county, gap, id) where removed is null;
create index investment_lead_by_first_on on investment_lead (county, first_on, id) where removed is null;
create index investment_lead_by_handler on investment_lead (county, handler, id) where removed is null;
create index investment_lead_by_leader on investment_lead (county, leader, id) where removed is null;
create index investment_lead_by_planned on investment_lead (county, planned, id) where removed is null;
create index investment_lead_by_township on investment_lead (county, township, id) where removed is null;
create index investment_lead_by_park on investment_lead (county, park, id) where removed is null;
create index investment_lead_by_contract on investment_lead (county, contract, id) where removed is null;
create index investment_lead_by_signed_on on investment_lead (county, signed_on, id) where removed is null;
create index investment_lead_by_contracted on investment_lead (county, contracted, id) where removed is null;
create index investment_lead_by_enterprise on investment_lead (county, enterprise, id) where removed is null;
create index investment_lead_by_arrived on investment_lead (county, arrived, id) where removed is null;
create index investment_lead_by_project on investment_lead (county, project, id) where removed is null;
create unique index investment_lead_key_number on investment_lead (county, number) where removed is null;
create index investment_lead_by_stage on investment_lead (county, stage, stage_since, id) where removed is null;
create index investment_lead_by_revision on investment_lead (county, revision, id) where removed is null;
create index investment_lead_removed on investment_lead (county, removed, id) where removed is not null;
create index investment_lead_search on investment_lead using gin (search, seen_by) where removed is null;
create table investment_lead_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  first_on date,
  planned bigint,
  signed_on date,
  origin text,
  secrecy text,
  industry text,
  chain bigint,
  gap text,
  handler bigint,
  leader bigint,
  township bigint,
  park bigint,
  contract text,
  contracted bigint,
  enterprise bigint,
  arrived bigint,
  project bigint,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index investment_lead_seen_by_first_on on investment_lead_seen (county, key, first_on, id);
create index investment_lead_seen_by_planned on investment_lead_seen (county, key, planned, id);
create index investment_lead_seen_by_signed_on on investment_lead_seen (county, key, signed_on, id);
create index investment_lead_seen_by_revision on investment_lead_seen (county, key, revision, id) include (origin, secrecy, gap, handler, township, park, contract, stage);
select library_ground('investment_lead', 'investment-leads', '{first_unit,handler,township,park}', '{first_on,planned,signed_on,origin,secrecy,industry,chain,gap,handler,leader,township,park,contract,contracted,enterprise,arrived,project,stage,revision}', '{"chain":"chain","segment":"chain_segment","first_unit":"unit","handler":"unit","leader":"county_leader","township":"unit","park":"unit","enterprise":"enterprise","project":"project"}', false, null);
select library_rollup('investment_lead', 'first', 'first_on', 'handler', '{planned}');
select library_rollup('investment_lead', 'signed', 'signed_on', 'handler', '{contracted,arrived}');

-- 宗地库
create table land_parcel (
  county text not null references county,
  id bigint generated always as identity,
  name text,
  real_estate text,
  use text,
  township bigint,
  park bigint,
  holder text,
  enterprise bigint,
  size bigint,
  position_x integer,
  position_y integer,
  outline jsonb,
  outline_x integer,
  outline_y integer,
  coordinates text,
  mortgaged boolean,
  seized boolean,
  contract text,
  supervision text,
  manner text,
  granted_on date,
  term bigint,
  price bigint,
  start_due date,
  finish_due date,
  intensity bigint,
  tax_promise bigint,
  invest_promise bigint,
  started_on date,
  finished_on date,
  due_size bigint,
  started_size bigint,
  invested bigint,
  started_share bigint,
  invested_share bigint,
  stopped_on date,
  plot_ratio bigint,
  coverage bigint,
  state text,
  cause text,
  finding text,
  disposal text,
  disposal_paper text,
  disposal_due date,
  handler bigint,
  papers bigint[],
  remarks text,
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index land_parcel_by_name on land_parcel (county, name collate "zh-x-icu", id) where removed is null;
create index land_parcel_by_real_estate on land_parcel (county, real_estate collate "zh-x-icu", id) where removed is null;
create index land_parcel_by_use on land_parcel (county, use, id) where removed is null;
create index land_parcel_by_township on land_parcel (county, township, id) where removed is null;
create index land_parcel_by_park on land_parcel (county, park, id) where removed is null;
create index land_parcel_by_holder on land_parcel (county, holder collate "zh-x-icu", id) where removed is null;
create index land_parcel_by_enterprise on land_parcel (county, enterprise, id) where removed is null;
create index land_parcel_by_size on land_parcel (county, size, id) where removed is null;
create index land_parcel_position on land_parcel (county, position_x, position_y, id) include (seen_by, created_by) where removed is null;
create index land_parcel_by_mortgaged on land_parcel (county, mortgaged, id) where removed is null;
create index land_parcel_by_seized on land_parcel (county, seized, id) where removed is null;
create index land_parcel_by_granted_on on land_parcel (county, granted_on, id) where removed is null;
create index land_parcel_by_start_due on land_parcel (county, start_due, id) where removed is null;
create index land_parcel_by_state on land_parcel (county, state, id) where removed is null;
create index land_parcel_by_finding on land_parcel (county, finding, id) where removed is null;
create index land_parcel_by_disposal on land_parcel (county, disposal, id) where removed is null;
create unique index land_parcel_key_real_estate on land_parcel (county, real_estate) where removed is null;
create index land_parcel_by_stage on land_parcel (county, stage, stage_since, id) where removed is null;
create index land_parcel_by_revision on land_parcel (county, revision, id) where removed is null;
create index land_parcel_removed on land_parcel (county, removed, id) where removed is not null;
create index land_parcel_search on land_parcel using gin (search, seen_by) where removed is null;
create table land_parcel_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  size bigint,
  start_due date,
  name text,
  use text,
  township bigint,
  park bigint,
  enterprise bigint,
  mortgaged boolean,
  seized boolean,
  granted_on date,
  state text,
  finding text,
  disposal text,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index land_parcel_seen_by_size on land_parcel_seen (county, key, size, id);
create index land_parcel_seen_by_start_due on land_parcel_seen (county, key, start_due, id);
create index land_parcel_seen_by_name on land_parcel_seen (county, key, name collate "zh-x-icu", id);
create index land_parcel_seen_by_revision on land_parcel_seen (county, key, revision, id) include (use, township, park, mortgaged, seized, state, finding, disposal, stage);
select library_ground('land_parcel', 'land-parcels', '{township,park,handler}', '{size,start_due,name,use,township,park,enterprise,mortgaged,seized,granted_on,state,finding,disposal,stage,revision}', '{"township":"unit","park":"unit","enterprise":"enterprise","handler":"unit"}', false, 'enterprise');
select library_rollup('land_parcel', 'granted', 'granted_on', 'township', '{size,price}');

-- 上市后备库
create table listing_candidate (
  county text not null references county,
  id bigint generated always as identity,
  name text,
  enterprise bigint,
  industry text,
  township bigint,
  board text,
  tier text,
  registers text[],
  entered_on date,
  planned_year integer,
  revenue bigint,
  profit bigint,
  profit_before bigint,
  net_assets bigint,
  research bigint,
  research_share bigint,
  equity_raised bigint,
  broker text,
  lawyers text,
  accountants text,
  reformed_on date,
  tutored_on date,
  accepted_on date,
  approved_on date,
  listed_on date,
  flaws text[],
  flaw_text text,
  certificates text[],
  certificates_given text[],
  leader bigint,
  service_unit bigint,
  contact bytea,
  contact_phone bytea,
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index listing_candidate_by_name on listing_candidate (county, name collate "zh-x-icu", id) where removed is null;
create index listing_candidate_by_enterprise on listing_candidate (county, enterprise, id) where removed is null;
create index listing_candidate_by_industry on listing_candidate (county, industry collate "C", id) where removed is null;
create index listing_candidate_by_township on listing_candidate (county, township, id) where removed is null;
create index listing_candidate_by_board on listing_candidate (county, board, id) where removed is null;
create index listing_candidate_by_tier on listing_candidate (county, tier, id) where removed is null;
create index listing_candidate_by_entered_on on listing_candidate (county, entered_on, id) where removed is null;
create index listing_candidate_by_planned_year on listing_candidate (county, planned_year, id) where removed is null;
create index listing_candidate_by_revenue on listing_candidate (county, revenue, id) where removed is null;
create index listing_candidate_by_profit on listing_candidate (county, profit, id) where removed is null;
create index listing_candidate_by_research_share on listing_candidate (county, research_share, id) where removed is null;
create index listing_candidate_by_reformed_on on listing_candidate (county, reformed_on, id) where removed is null;
create index listing_candidate_by_leader on listing_candidate (county, leader, id) where removed is null;
create index listing_candidate_by_service_unit on listing_candidate (county, service_unit, id) where removed is null;
create unique index listing_candidate_key_name on listing_candidate (county, name) where removed is null;
create unique index listing_candidate_key_enterprise on listing_candidate (county, enterprise) where removed is null;
create index listing_candidate_by_stage on listing_candidate (county, stage, stage_since, id) where removed is null;
create index listing_candidate_by_revision on listing_candidate (county, revision, id) where removed is null;
create index listing_candidate_removed on listing_candidate (county, removed, id) where removed is not null;
create index listing_candidate_search on listing_candidate using gin (search, seen_by) where removed is null;
create table listing_candidate_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  name text,
  planned_year integer,
  enterprise bigint,
  industry text,
  township bigint,
  board text,
  tier text,
  entered_on date,
  revenue bigint,
  profit bigint,
  research_share bigint,
  reformed_on date,
  leader bigint,
  service_unit bigint,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index listing_candidate_seen_by_name on listing_candidate_seen (county, key, name collate "zh-x-icu", id);
create index listing_candidate_seen_by_planned_year on listing_candidate_seen (county, key, planned_year, id);
create index listing_candidate_seen_by_revision on listing_candidate_seen (county, key, revision, id) include (planned_year, township, board, tier, service_unit, stage);
select library_ground('listing_candidate', 'listing-candidates', '{township,service_unit}', '{name,planned_year,enterprise,industry,township,board,tier,entered_on,revenue,profit,research_share,reformed_on,leader,service_unit,stage,revision}', '{"enterprise":"enterprise","township":"unit","leader":"county_leader","service_unit":"unit"}', false, 'enterprise');

-- 民生项目库
create table livelihood_work (
  county text not null references county,
  id bigint generated always as identity,
  name text,
  kind text,
  source text,
  lead_unit bigint,
  township bigint,
  village bigint,
  project bigint,
  leader bigint,
  place_x integer,
  place_y integer,
  households bigint,
  households_basis text,
  quantity bigint,
  measure text,
  danger_class text,
  investment bigint,
  fund_central bigint,
  fund_province bigint,
  fund_county bigint,
  fund_bond bigint,
  fund_residents bigint,
  funds_ready bigint,
  paid bigint,
  paid_share bigint,
  start_on date,
  planned_finish date,
  finished_on date,
  progress bigint,
  progress_text text,
  owner text,
  surveyor text,
  designer text,
  builder text,
  supervisor text,
  quality_number text,
  safety_number text,
  agree_share bigint,
  pipelines boolean,
  satisfaction bigint,
  handed_on date,
  caretaker text,
  look_back_on date,
  troubles text[],
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index livelihood_work_by_name on livelihood_work (county, name collate "zh-x-icu", id) where removed is null;
create index livelihood_work_by_kind on livelihood_work (county, kind, id) where removed is null;
create index livelihood_work_by_source on livelihood_work (county, source, id) where removed is null;
create index livelihood_work_by_lead_unit on livelihood_work (county, lead_unit, id) where removed is null;
create index livelihood_work_by_township on livelihood_work (county, township, id) where removed is null;
create index livelihood_work_by_village on livelihood_work (county, village, id) where removed is null;
create index livelihood_work_by_project on livelihood_work (county, project, id) where removed is null;
create index livelihood_work_by_leader on livelihood_work (county, leader, id) where removed is null;
create index livelihood_work_place on livelihood_work (county, place_x, place_y, id) include (seen_by, created_by) where removed is null;
create index livelihood_work_by_households on livelihood_work (county, households, id) where removed is null;
create index livelihood_work_by_measure on livelihood_work (county, measure, id) where removed is null;
create index livelihood_work_by_investment on livelihood_work (county, investment, id) where removed is null;
create index livelihood_work_by_start_on on livelihood_work (county, start_on, id) where removed is null;
create index livelihood_work_by_planned_finish on livelihood_work (county, planned_finish, id) where removed is null;
create index livelihood_work_by_finished_on on livelihood_work (county, finished_on, id) where removed is null;
create index livelihood_work_by_progress on livelihood_work (county, progress, id) where removed is null;
create index livelihood_work_by_satisfaction on livelihood_work (county, satisfaction, id) where removed is null;
create index livelihood_work_by_look_back_on on livelihood_work (county, look_back_on, id) where removed is null;
create unique index livelihood_work_key_name_kind on livelihood_work (county, name, kind) where removed is null;
create index livelihood_work_by_stage on livelihood_work (county, stage, stage_since, id) where removed is null;
create index livelihood_work_by_revision on livelihood_work (county, revision, id) where removed is null;
create index livelihood_work_removed on livelihood_work (county, removed, id) where removed is not null;
create index livelihood_work_search on livelihood_work using gin (search, seen_by) where removed is null;
create table livelihood_work_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  planned_finish date,
  kind text,
  name text,
  source text,
  lead_unit bigint,
  township bigint,
  village bigint,
  project bigint,
  leader bigint,
  households bigint,
  measure text,
  investment bigint,
  start_on date,
  finished_on date,
  progress bigint,
  satisfaction bigint,
  look_back_on date,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index livelihood_work_seen_by_planned_finish on livelihood_work_seen (county, key, planned_finish, id);
create index livelihood_work_seen_by_kind on livelihood_work_seen (county, key, kind, id);
create index livelihood_work_seen_by_name on livelihood_work_seen (county, key, name collate "zh-x-icu", id);
create index livelihood_work_seen_by_revision on livelihood_work_seen (county, key, revision, id) include (kind, source, lead_unit, township, measure, stage);
select library_ground('livelihood_work', 'livelihood-works', '{lead_unit,township}', '{planned_finish,kind,name,source,lead_unit,township,village,project,leader,households,measure,investment,start_on,finished_on,progress,satisfaction,look_back_on,stage,revision}', '{"lead_unit":"unit","township":"unit","village":"village","project":"project","leader":"county_leader"}', false, null);
select library_rollup('livelihood_work', 'planned', 'planned_finish', 'lead_unit', '{households,investment,paid}');

-- 会议库
create table meeting (
  county text not null references county,
  id bigint generated always as identity,
  number text,
  name text,
  type text,
  held_on date,
  room text,
  chair bigint,
  organiser bigint,
  attendants text,
  agenda_due date,
  agenda text,
  items bigint,
  minutes_number text,
  minutes_on date,
  papers bigint[],
  remarks text,
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index meeting_by_number on meeting (county, number collate "zh-x-icu", id) where removed is null;
create index meeting_by_name on meeting (county, name collate "zh-x-icu", id) where removed is null;
create index meeting_by_type on meeting (county, type, id) where removed is null;
create index meeting_by_held_on on meeting (county, held_on, id) where removed is null;
create index meeting_by_chair on meeting (county, chair, id) where removed is null;
create index meeting_by_organiser on meeting (county, organiser, id) where removed is null;
create index meeting_by_minutes_on on meeting (county, minutes_on, id) where removed is null;
create unique index meeting_key_number on meeting (county, number) where removed is null;
create index meeting_by_stage on meeting (county, stage, stage_since, id) where removed is null;
create index meeting_by_revision on meeting (county, revision, id) where removed is null;
create index meeting_removed on meeting (county, removed, id) where removed is not null;
create index meeting_search on meeting using gin (search, seen_by) where removed is null;
create table meeting_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  held_on date,
  type text,
  chair bigint,
  organiser bigint,
  minutes_on date,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index meeting_seen_by_held_on on meeting_seen (county, key, held_on, id);
create index meeting_seen_by_revision on meeting_seen (county, key, revision, id) include (type, organiser, stage);
select library_ground('meeting', 'meetings', '{organiser}', '{held_on,type,chair,organiser,minutes_on,stage,revision}', '{"chair":"county_leader","organiser":"unit"}', false, null);

-- 小额信贷台账
create table micro_credit (
  county text not null references county,
  id bigint generated always as identity,
  number text,
  household text,
  household_kind text,
  township bigint,
  village bigint,
  lender bigint,
  amount bigint,
  balance bigint,
  purpose text,
  issued_on date,
  due_on date,
  rate bigint,
  subsidy bigint,
  compensation bigint,
  renewals bigint,
  extensions bigint,
  reminded60 date,
  reminded30 date,
  lead_farm bigint,
  used_by_firm boolean,
  state text,
  risk_class text,
  remarks text,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index micro_credit_by_number on micro_credit (county, number collate "zh-x-icu", id) where removed is null;
create index micro_credit_by_household on micro_credit (county, household collate "zh-x-icu", id) where removed is null;
create index micro_credit_by_household_kind on micro_credit (county, household_kind, id) where removed is null;
create index micro_credit_by_township on micro_credit (county, township, id) where removed is null;
create index micro_credit_by_village on micro_credit (county, village, id) where removed is null;
create index micro_credit_by_lender on micro_credit (county, lender, id) where removed is null;
create index micro_credit_by_amount on micro_credit (county, amount, id) where removed is null;
create index micro_credit_by_balance on micro_credit (county, balance, id) where removed is null;
create index micro_credit_by_purpose on micro_credit (county, purpose, id) where removed is null;
create index micro_credit_by_issued_on on micro_credit (county, issued_on, id) where removed is null;
create index micro_credit_by_due_on on micro_credit (county, due_on, id) where removed is null;
create index micro_credit_by_renewals on micro_credit (county, renewals, id) where removed is null;
create index micro_credit_by_extensions on micro_credit (county, extensions, id) where removed is null;
create index micro_credit_by_lead_farm on micro_credit (county, lead_farm, id) where removed is null;
create index micro_credit_by_used_by_firm on micro_credit (county, used_by_firm, id) where removed is null;
create index micro_credit_by_state on micro_credit (county, state, id) where removed is null;
create index micro_credit_by_risk_class on micro_credit (county, risk_class, id) where removed is null;
create unique index micro_credit_key_number on micro_credit (county, number) where removed is null;
create index micro_credit_by_revision on micro_credit (county, revision, id) where removed is null;
create index micro_credit_removed on micro_credit (county, removed, id) where removed is not null;
create index micro_credit_search on micro_credit using gin (search, seen_by) where removed is null;
create table micro_credit_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  due_on date,
  state text,
  balance bigint,
  household_kind text,
  township bigint,
  village bigint,
  lender bigint,
  amount bigint,
  purpose text,
  issued_on date,
  renewals bigint,
  extensions bigint,
  lead_farm bigint,
  used_by_firm boolean,
  risk_class text,
  revision bigint,
  primary key (county, id, key)
);
create index micro_credit_seen_by_due_on on micro_credit_seen (county, key, due_on, id);
create index micro_credit_seen_by_state on micro_credit_seen (county, key, state, id);
create index micro_credit_seen_by_balance on micro_credit_seen (county, key, balance, id);
create index micro_credit_seen_by_revision on micro_credit_seen (county, key, revision, id) include (state, household_kind, township, purpose, used_by_firm, risk_class);
select library_ground('micro_credit', 'micro-credits', '{township}', '{due_on,state,balance,household_kind,township,village,lender,amount,purpose,issued_on,renewals,extensions,lead_farm,used_by_firm,risk_class,revision}', '{"township":"unit","village":"village","lender":"institution","lead_farm":"farm"}', false, null);
select library_rollup('micro_credit', 'issued', 'issued_on', 'township', '{amount,balance}');
select library_rollup('micro_credit', 'due', 'due_on', 'township', '{balance}');

-- 厂房库
create table plant (
  county text not null references county,
  id bigint generated always as identity,
  name text,
  number text,
  owner text,
  owner_firm bigint,
  parcel bigint,
  township bigint,
  park bigint,
  manager bigint,
  position_x integer,
  position_y integer,
  state text,
  storeys bigint,
  load bigint,
  height bigint,
  crane bigint,
  electricity bigint,
  fire text,
  environment text,
  floor bigint,
  lettable bigint,
  let bigint,
  vacant bigint,
  tenant text,
  tenant_firm bigint,
  let_from date,
  let_until date,
  vacant_since date,
  price bigint,
  papers bigint[],
  remarks text,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index plant_by_name on plant (county, name collate "zh-x-icu", id) where removed is null;
create index plant_by_number on plant (county, number collate "zh-x-icu", id) where removed is null;
create index plant_by_owner on plant (county, owner collate "zh-x-icu", id) where removed is null;
create index plant_by_owner_firm on plant (county, owner_firm, id) where removed is null;
create index plant_by_parcel on plant (county, parcel, id) where removed is null;
create index plant_by_township on plant (county, township, id) where removed is null;
create index plant_by_park on plant (county, park, id) where removed is null;
create index plant_position on plant (county, position_x, position_y, id) include (seen_by, created_by) where removed is null;
create index plant_by_state on plant (county, state, id) where removed is null;
create index plant_by_height on plant (county, height, id) where removed is null;
create index plant_by_crane on plant (county, crane, id) where removed is null;
create index plant_by_electricity on plant (county, electricity, id) where removed is null;
create index plant_by_fire on plant (county, fire, id) where removed is null;
create index plant_by_floor on plant (county, floor, id) where removed is null;
create index plant_by_vacant on plant (county, vacant, id) where removed is null;
create index plant_by_tenant_firm on plant (county, tenant_firm, id) where removed is null;
create index plant_by_vacant_since on plant (county, vacant_since, id) where removed is null;
create unique index plant_key_number on plant (county, number) where removed is null;
create index plant_by_revision on plant (county, revision, id) where removed is null;
create index plant_removed on plant (county, removed, id) where removed is not null;
create index plant_search on plant using gin (search, seen_by) where removed is null;
create table plant_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  vacant bigint,
  floor bigint,
  vacant_since date,
  owner_firm bigint,
  parcel bigint,
  township bigint,
  park bigint,
  state text,
  height bigint,
  crane bigint,
  electricity bigint,
  fire text,
  tenant_firm bigint,
  revision bigint,
  primary key (county, id, key)
);
create index plant_seen_by_vacant on plant_seen (county, key, vacant, id);
create index plant_seen_by_floor on plant_seen (county, key, floor, id);
create index plant_seen_by_vacant_since on plant_seen (county, key, vacant_since, id);
create index plant_seen_by_revision on plant_seen (county, key, revision, id) include (township, park, state, fire);
select library_ground('plant', 'plants', '{township,park,manager}', '{vacant,floor,vacant_since,owner_firm,parcel,township,park,state,height,crane,electricity,fire,tenant_firm,revision}', '{"owner_firm":"enterprise","parcel":"land_parcel","township":"unit","park":"unit","manager":"unit","tenant_firm":"enterprise"}', false, null);
select library_rollup('plant', 'vacant', 'vacant_since', 'township', '{vacant,lettable}');

-- 载体库
create table platform (
  county text not null references county,
  id bigint generated always as identity,
  name text,
  kind text,
  level text,
  operator text,
  enterprise bigint,
  nature text,
  township bigint,
  lead_unit bigint,
  started_on date,
  place_x integer,
  place_y integer,
  recognition text,
  recognised_on date,
  grade text,
  grade_year integer,
  area_own bigint,
  area_firms bigint,
  area_shared bigint,
  area_total bigint,
  firms bigint,
  tech_firms bigint,
  graduated bigint,
  funded bigint,
  fund bigint,
  jobs bigint,
  income_rent bigint,
  income_service bigint,
  income_investment bigint,
  income_subsidy bigint,
  service_share bigint,
  services text[],
  contracts bigint,
  contract_amount bigint,
  remarks text,
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index platform_by_name on platform (county, name collate "zh-x-icu", id) where removed is null;
create index platform_by_kind on platform (county, kind, id) where removed is null;
create index platform_by_level on platform (county, level, id) where removed is null;
create index platform_by_operator on platform (county, operator collate "zh-x-icu", id) where removed is null;
create index platform_by_enterprise on platform (county, enterprise, id) where removed is null;
create index platform_by_nature on platform (county, nature, id) where removed is null;
create index platform_by_township on platform (county, township, id) where removed is null;
create index platform_by_lead_unit on platform (county, lead_unit, id) where removed is null;
create index platform_by_started_on on platform (county, started_on, id) where removed is null;
create index platform_place on platform (county, place_x, place_y, id) include (seen_by, created_by) where removed is null;
create index platform_by_recognised_on on platform (county, recognised_on, id) where removed is null;
create index platform_by_grade on platform (county, grade, id) where removed is null;
create index platform_by_area_total on platform (county, area_total, id) where removed is null;
create index platform_by_firms on platform (county, firms, id) where removed is null;
create index platform_by_service_share on platform (county, service_share, id) where removed is null;
create index platform_by_contract_amount on platform (county, contract_amount, id) where removed is null;
create unique index platform_key_name on platform (county, name) where removed is null;
create index platform_by_stage on platform (county, stage, stage_since, id) where removed is null;
create index platform_by_revision on platform (county, revision, id) where removed is null;
create index platform_removed on platform (county, removed, id) where removed is not null;
create index platform_search on platform using gin (search, seen_by) where removed is null;
create table platform_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  name text,
  level text,
  kind text,
  enterprise bigint,
  nature text,
  township bigint,
  lead_unit bigint,
  started_on date,
  recognised_on date,
  grade text,
  area_total bigint,
  firms bigint,
  service_share bigint,
  contract_amount bigint,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index platform_seen_by_name on platform_seen (county, key, name collate "zh-x-icu", id);
create index platform_seen_by_level on platform_seen (county, key, level, id);
create index platform_seen_by_revision on platform_seen (county, key, revision, id) include (level, kind, nature, township, lead_unit, grade, stage);
select library_ground('platform', 'platforms', '{township,lead_unit}', '{name,level,kind,enterprise,nature,township,lead_unit,started_on,recognised_on,grade,area_total,firms,service_share,contract_amount,stage,revision}', '{"enterprise":"enterprise","township":"unit","lead_unit":"unit"}', false, 'enterprise');

-- 政策条款库
create table policy_clause (
  county text not null references county,
  id bigint generated always as identity,
  code text,
  name text,
  policy text,
  document text,
  article text,
  wording text,
  level text,
  theme text,
  department bigint,
  valid_from date,
  valid_until date,
  standing text,
  fairness text,
  manner text,
  object text,
  standard text,
  ceiling bigint,
  source text,
  budget bigint,
  opens date,
  closes date,
  papers bigint[],
  remarks text,
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index policy_clause_by_code on policy_clause (county, code collate "zh-x-icu", id) where removed is null;
create index policy_clause_by_name on policy_clause (county, name collate "zh-x-icu", id) where removed is null;
create index policy_clause_by_policy on policy_clause (county, policy collate "zh-x-icu", id) where removed is null;
create index policy_clause_by_document on policy_clause (county, document collate "zh-x-icu", id) where removed is null;
create index policy_clause_by_level on policy_clause (county, level, id) where removed is null;
create index policy_clause_by_theme on policy_clause (county, theme, id) where removed is null;
create index policy_clause_by_department on policy_clause (county, department, id) where removed is null;
create index policy_clause_by_valid_from on policy_clause (county, valid_from, id) where removed is null;
create index policy_clause_by_valid_until on policy_clause (county, valid_until, id) where removed is null;
create index policy_clause_by_standing on policy_clause (county, standing, id) where removed is null;
create index policy_clause_by_fairness on policy_clause (county, fairness, id) where removed is null;
create index policy_clause_by_manner on policy_clause (county, manner, id) where removed is null;
create index policy_clause_by_budget on policy_clause (county, budget, id) where removed is null;
create index policy_clause_by_closes on policy_clause (county, closes, id) where removed is null;
create unique index policy_clause_key_code on policy_clause (county, code) where removed is null;
create index policy_clause_by_stage on policy_clause (county, stage, stage_since, id) where removed is null;
create index policy_clause_by_revision on policy_clause (county, revision, id) where removed is null;
create index policy_clause_removed on policy_clause (county, removed, id) where removed is not null;
create index policy_clause_search on policy_clause using gin (search, seen_by) where removed is null;
create table policy_clause_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  name text,
  closes date,
  level text,
  theme text,
  department bigint,
  valid_from date,
  valid_until date,
  standing text,
  fairness text,
  manner text,
  budget bigint,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index policy_clause_seen_by_name on policy_clause_seen (county, key, name collate "zh-x-icu", id);
create index policy_clause_seen_by_closes on policy_clause_seen (county, key, closes, id);
create index policy_clause_seen_by_revision on policy_clause_seen (county, key, revision, id) include (level, theme, department, standing, fairness, manner, stage);
select library_ground('policy_clause', 'policy-clauses', '{department}', '{name,closes,level,theme,department,valid_from,valid_until,standing,fairness,manner,budget,stage,revision}', '{"department":"unit"}', true, null);

-- 兑现台账
create table policy_payment (
  county text not null references county,
  id bigint generated always as identity,
  number text,
  name text,
  clause bigint,
  enterprise bigint,
  township bigint,
  department bigint,
  year integer,
  applied_on date,
  asked bigint,
  approved bigint,
  overlap text,
  public_from date,
  public_until date,
  due_on date,
  paid_on date,
  voucher text,
  paid bigint,
  arrived_on date,
  late bigint,
  papers bigint[],
  remarks text,
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index policy_payment_by_number on policy_payment (county, number collate "zh-x-icu", id) where removed is null;
create index policy_payment_by_name on policy_payment (county, name collate "zh-x-icu", id) where removed is null;
create index policy_payment_by_clause on policy_payment (county, clause, id) where removed is null;
create index policy_payment_by_enterprise on policy_payment (county, enterprise, id) where removed is null;
create index policy_payment_by_township on policy_payment (county, township, id) where removed is null;
create index policy_payment_by_department on policy_payment (county, department, id) where removed is null;
create index policy_payment_by_year on policy_payment (county, year, id) where removed is null;
create index policy_payment_by_applied_on on policy_payment (county, applied_on, id) where removed is null;
create index policy_payment_by_approved on policy_payment (county, approved, id) where removed is null;
create index policy_payment_by_due_on on policy_payment (county, due_on, id) where removed is null;
create index policy_payment_by_paid_on on policy_payment (county, paid_on, id) where removed is null;
create index policy_payment_by_arrived_on on policy_payment (county, arrived_on, id) where removed is null;
create index policy_payment_by_late on policy_payment (county, late, id) where removed is null;
create unique index policy_payment_key_number on policy_payment (county, number) where removed is null;
create index policy_payment_by_stage on policy_payment (county, stage, stage_since, id) where removed is null;
create index policy_payment_by_revision on policy_payment (county, revision, id) where removed is null;
create index policy_payment_removed on policy_payment (county, removed, id) where removed is not null;
create index policy_payment_search on policy_payment using gin (search, seen_by) where removed is null;
create table policy_payment_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  due_on date,
  approved bigint,
  arrived_on date,
  clause bigint,
  enterprise bigint,
  township bigint,
  department bigint,
  year integer,
  applied_on date,
  paid_on date,
  late bigint,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index policy_payment_seen_by_due_on on policy_payment_seen (county, key, due_on, id);
create index policy_payment_seen_by_approved on policy_payment_seen (county, key, approved, id);
create index policy_payment_seen_by_arrived_on on policy_payment_seen (county, key, arrived_on, id);
create index policy_payment_seen_by_revision on policy_payment_seen (county, key, revision, id) include (township, department, year, stage);
select library_ground('policy_payment', 'policy-payments', '{township,department}', '{due_on,approved,arrived_on,clause,enterprise,township,department,year,applied_on,paid_on,late,stage,revision}', '{"clause":"policy_clause","enterprise":"enterprise","township":"unit","department":"unit"}', false, 'enterprise');
select library_rollup('policy_payment', 'paid', 'paid_on', 'department', '{approved,paid}');

-- 项目库
create table project (
  county text not null references county,
  id bigint generated always as identity,
  name text,
  code text,
  category text,
  nature text,
  industry text,
  chain bigint,
  content text,
  investor text,
  track text,
  owner text,
  owner_code text,
  enterprise bigint,
  township bigint,
  park bigint,
  position_x integer,
  position_y integer,
  department bigint,
  lead_unit bigint,
  leader bigint,
  contact bytea,
  contact_phone bytea,
  year_class text,
  level text,
  start_plan date,
  finish_plan date,
  total bigint,
  year_plan bigint,
  year_done bigint,
  total_done bigint,
  central bigint,
  bond bigint,
  ultra_long bigint,
  county_funds bigint,
  own_funds bigint,
  other_funds bigint,
  arrived bigint,
  paid bigint,
  land bigint,
  land_paper text,
  energy_review text,
  environment_review text,
  permit text,
  started_on date,
  start_proof text[],
  finished_on date,
  produced_on date,
  progress text,
  obstacle text,
  statistics text,
  statistics_code text,
  first_report date,
  papers bigint[],
  remarks text,
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index project_by_name on project (county, name collate "zh-x-icu", id) where removed is null;
create index project_by_code on project (county, code, id) where removed is null;
create index project_by_category on project (county, category, id) where removed is null;
create index project_by_industry on project (county, industry collate "C", id) where removed is null;
create index project_by_investor on project (county, investor, id) where removed is null;
create index project_by_track on project (county, track, id) where removed is null;
create index project_by_enterprise on project (county, enterprise, id) where removed is null;
create index project_by_township on project (county, township, id) where removed is null;
create index project_position on project (county, position_x, position_y, id) include (seen_by, created_by) where removed is null;
create index project_by_department on project (county, department, id) where removed is null;
create index project_by_lead_unit on project (county, lead_unit, id) where removed is null;
create index project_by_leader on project (county, leader, id) where removed is null;
create index project_by_year_class on project (county, year_class, id) where removed is null;
create index project_by_level on project (county, level, id) where removed is null;
create index project_by_start_plan on project (county, start_plan, id) where removed is null;
create index project_by_total on project (county, total, id) where removed is null;
create index project_by_year_plan on project (county, year_plan, id) where removed is null;
create index project_by_year_done on project (county, year_done, id) where removed is null;
create index project_by_started_on on project (county, started_on, id) where removed is null;
create index project_by_statistics on project (county, statistics, id) where removed is null;
create unique index project_key_code on project (county, code) where removed is null;
create index project_by_stage on project (county, stage, stage_since, id) where removed is null;
create index project_by_revision on project (county, revision, id) where removed is null;
create index project_removed on project (county, removed, id) where removed is not null;
create index project_search on project using gin (search, seen_by) where removed is null;
create table project_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  name text,
  total bigint,
  started_on date,
  code text,
  category text,
  industry text,
  investor text,
  track text,
  enterprise bigint,
  township bigint,
  department bigint,
  lead_unit bigint,
  leader bigint,
  year_class text,
  level text,
  start_plan date,
  year_plan bigint,
  year_done bigint,
  statistics text,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index project_seen_by_name on project_seen (county, key, name collate "zh-x-icu", id);
create index project_seen_by_total on project_seen (county, key, total, id);
create index project_seen_by_started_on on project_seen (county, key, started_on, id);
create index project_seen_by_revision on project_seen (county, key, revision, id) include (category, investor, track, township, department, lead_unit, year_class, level, start_plan, statistics, stage);
select library_ground('project', 'projects', '{township,park,department,lead_unit}', '{name,total,started_on,code,category,industry,investor,track,enterprise,township,department,lead_unit,leader,year_class,level,start_plan,year_plan,year_done,statistics,stage,revision}', '{"chain":"chain","enterprise":"enterprise","township":"unit","park":"unit","department":"unit","lead_unit":"unit","leader":"county_leader"}', false, 'enterprise');
select library_rollup('project', 'started', 'started_on', 'township', '{total,year_plan,year_done}');

-- 议定事项库
create table resolution (
  county text not null references county,
  id bigint generated always as identity,
  number text,
  name text,
  meeting bigint,
  decided_on date,
  lead_unit bigint,
  supports text,
  leader bigint,
  due_on date,
  done_when text,
  matter bigint,
  state text,
  progress text,
  reported_on date,
  closed_on date,
  papers bigint[],
  remarks text,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index resolution_by_number on resolution (county, number collate "zh-x-icu", id) where removed is null;
create index resolution_by_name on resolution (county, name collate "zh-x-icu", id) where removed is null;
create index resolution_by_meeting on resolution (county, meeting, id) where removed is null;
create index resolution_by_decided_on on resolution (county, decided_on, id) where removed is null;
create index resolution_by_lead_unit on resolution (county, lead_unit, id) where removed is null;
create index resolution_by_leader on resolution (county, leader, id) where removed is null;
create index resolution_by_due_on on resolution (county, due_on, id) where removed is null;
create index resolution_by_matter on resolution (county, matter, id) where removed is null;
create index resolution_by_state on resolution (county, state, id) where removed is null;
create index resolution_by_closed_on on resolution (county, closed_on, id) where removed is null;
create unique index resolution_key_number on resolution (county, number) where removed is null;
create index resolution_by_revision on resolution (county, revision, id) where removed is null;
create index resolution_removed on resolution (county, removed, id) where removed is not null;
create index resolution_search on resolution using gin (search, seen_by) where removed is null;
create table resolution_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  due_on date,
  decided_on date,
  meeting bigint,
  lead_unit bigint,
  leader bigint,
  matter bigint,
  state text,
  closed_on date,
  revision bigint,
  primary key (county, id, key)
);
create index resolution_seen_by_due_on on resolution_seen (county, key, due_on, id);
create index resolution_seen_by_decided_on on resolution_seen (county, key, decided_on, id);
create index resolution_seen_by_revision on resolution_seen (county, key, revision, id) include (lead_unit, state);
select library_ground('resolution', 'resolutions', '{lead_unit}', '{due_on,decided_on,meeting,lead_unit,leader,matter,state,closed_on,revision}', '{"meeting":"meeting","lead_unit":"unit","leader":"county_leader","matter":"matter"}', false, null);
select library_rollup('resolution', 'decided', 'decided_on', 'lead_unit', '{}');

-- 转贷和风险分担业务台账
create table risk_sharing_loan (
  county text not null references county,
  id bigint generated always as identity,
  number text,
  kind text,
  borrower text,
  borrower_code text,
  borrower_kind text,
  enterprise bigint,
  farm bigint,
  township bigint,
  lender bigint,
  guarantor bigint,
  insurer bigint,
  loan bigint,
  promised bigint,
  amount bigint,
  outstanding bigint,
  fee bigint,
  used_on date,
  due_on date,
  repaid_on date,
  days bigint,
  guarantor_share bigint,
  reinsurer_share bigint,
  bank_share bigint,
  insurer_share bigint,
  government_share bigint,
  shares_total bigint,
  claimed bigint,
  recovered bigint,
  basis text,
  remarks text,
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index risk_sharing_loan_by_number on risk_sharing_loan (county, number collate "zh-x-icu", id) where removed is null;
create index risk_sharing_loan_by_kind on risk_sharing_loan (county, kind, id) where removed is null;
create index risk_sharing_loan_by_borrower on risk_sharing_loan (county, borrower collate "zh-x-icu", id) where removed is null;
create index risk_sharing_loan_by_borrower_code on risk_sharing_loan (county, borrower_code, id) where removed is null;
create index risk_sharing_loan_by_borrower_kind on risk_sharing_loan (county, borrower_kind, id) where removed is null;
create index risk_sharing_loan_by_enterprise on risk_sharing_loan (county, enterprise, id) where removed is null;
create index risk_sharing_loan_by_farm on risk_sharing_loan (county, farm, id) where removed is null;
create index risk_sharing_loan_by_township on risk_sharing_loan (county, township, id) where removed is null;
create index risk_sharing_loan_by_lender on risk_sharing_loan (county, lender, id) where removed is null;
create index risk_sharing_loan_by_guarantor on risk_sharing_loan (county, guarantor, id) where removed is null;
create index risk_sharing_loan_by_insurer on risk_sharing_loan (county, insurer, id) where removed is null;
create index risk_sharing_loan_by_loan on risk_sharing_loan (county, loan, id) where removed is null;
create index risk_sharing_loan_by_amount on risk_sharing_loan (county, amount, id) where removed is null;
create index risk_sharing_loan_by_outstanding on risk_sharing_loan (county, outstanding, id) where removed is null;
create index risk_sharing_loan_by_used_on on risk_sharing_loan (county, used_on, id) where removed is null;
create index risk_sharing_loan_by_due_on on risk_sharing_loan (county, due_on, id) where removed is null;
create index risk_sharing_loan_by_repaid_on on risk_sharing_loan (county, repaid_on, id) where removed is null;
create index risk_sharing_loan_by_claimed on risk_sharing_loan (county, claimed, id) where removed is null;
create unique index risk_sharing_loan_key_number on risk_sharing_loan (county, number) where removed is null;
create index risk_sharing_loan_by_stage on risk_sharing_loan (county, stage, stage_since, id) where removed is null;
create index risk_sharing_loan_by_revision on risk_sharing_loan (county, revision, id) where removed is null;
create index risk_sharing_loan_removed on risk_sharing_loan (county, removed, id) where removed is not null;
create index risk_sharing_loan_search on risk_sharing_loan using gin (search, seen_by) where removed is null;
create table risk_sharing_loan_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  used_on date,
  due_on date,
  kind text,
  borrower_code text,
  borrower_kind text,
  enterprise bigint,
  farm bigint,
  township bigint,
  lender bigint,
  guarantor bigint,
  insurer bigint,
  loan bigint,
  amount bigint,
  outstanding bigint,
  repaid_on date,
  claimed bigint,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index risk_sharing_loan_seen_by_used_on on risk_sharing_loan_seen (county, key, used_on, id);
create index risk_sharing_loan_seen_by_due_on on risk_sharing_loan_seen (county, key, due_on, id);
create index risk_sharing_loan_seen_by_revision on risk_sharing_loan_seen (county, key, revision, id) include (kind, borrower_kind, township, stage);
select library_ground('risk_sharing_loan', 'risk-sharing-loans', '{}', '{used_on,due_on,kind,borrower_code,borrower_kind,enterprise,farm,township,lender,guarantor,insurer,loan,amount,outstanding,repaid_on,claimed,stage,revision}', '{"enterprise":"enterprise","farm":"farm","township":"unit","lender":"institution","guarantor":"institution","insurer":"institution"}', false, 'enterprise');
select library_rollup('risk_sharing_loan', 'used', 'used_on', 'township', '{amount,outstanding,claimed}');

-- 科技企业库
create table technology_firm (
  county text not null references county,
  id bigint generated always as identity,
  name text,
  enterprise bigint,
  township bigint,
  park bigint,
  platform bigint,
  founded_on date,
  field text,
  growth text,
  titles text[],
  certificate_number text,
  certificate_until date,
  small_number text,
  small_year integer,
  specialised_until date,
  revenue bigint,
  research_tax bigint,
  research_statistics bigint,
  research_share bigint,
  employees bigint,
  tech_staff bigint,
  tech_staff_share bigint,
  rights_first bigint,
  rights_second bigint,
  self_score bigint,
  white_list boolean,
  white_list_on date,
  credited bigint,
  service_unit bigint,
  needs text,
  stage text not null,
  stage_since date not null,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index technology_firm_by_name on technology_firm (county, name collate "zh-x-icu", id) where removed is null;
create index technology_firm_by_enterprise on technology_firm (county, enterprise, id) where removed is null;
create index technology_firm_by_township on technology_firm (county, township, id) where removed is null;
create index technology_firm_by_park on technology_firm (county, park, id) where removed is null;
create index technology_firm_by_platform on technology_firm (county, platform, id) where removed is null;
create index technology_firm_by_founded_on on technology_firm (county, founded_on, id) where removed is null;
create index technology_firm_by_field on technology_firm (county, field, id) where removed is null;
create index technology_firm_by_growth on technology_firm (county, growth, id) where removed is null;
create index technology_firm_by_certificate_number on technology_firm (county, certificate_number collate "zh-x-icu", id) where removed is null;
create index technology_firm_by_certificate_until on technology_firm (county, certificate_until, id) where removed is null;
create index technology_firm_by_small_number on technology_firm (county, small_number collate "zh-x-icu", id) where removed is null;
create index technology_firm_by_small_year on technology_firm (county, small_year, id) where removed is null;
create index technology_firm_by_specialised_until on technology_firm (county, specialised_until, id) where removed is null;
create index technology_firm_by_revenue on technology_firm (county, revenue, id) where removed is null;
create index technology_firm_by_research_tax on technology_firm (county, research_tax, id) where removed is null;
create index technology_firm_by_research_share on technology_firm (county, research_share, id) where removed is null;
create index technology_firm_by_self_score on technology_firm (county, self_score, id) where removed is null;
create index technology_firm_by_white_list on technology_firm (county, white_list, id) where removed is null;
create index technology_firm_by_service_unit on technology_firm (county, service_unit, id) where removed is null;
create unique index technology_firm_key_name on technology_firm (county, name) where removed is null;
create unique index technology_firm_key_enterprise on technology_firm (county, enterprise) where removed is null;
create unique index technology_firm_key_certificate_number on technology_firm (county, certificate_number) where removed is null;
create unique index technology_firm_key_small_number on technology_firm (county, small_number) where removed is null;
create index technology_firm_by_stage on technology_firm (county, stage, stage_since, id) where removed is null;
create index technology_firm_by_revision on technology_firm (county, revision, id) where removed is null;
create index technology_firm_removed on technology_firm (county, removed, id) where removed is not null;
create index technology_firm_search on technology_firm using gin (search, seen_by) where removed is null;
create table technology_firm_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  name text,
  certificate_until date,
  enterprise bigint,
  township bigint,
  park bigint,
  platform bigint,
  founded_on date,
  field text,
  growth text,
  small_year integer,
  specialised_until date,
  revenue bigint,
  research_tax bigint,
  research_share bigint,
  self_score bigint,
  white_list boolean,
  service_unit bigint,
  stage text,
  revision bigint,
  primary key (county, id, key)
);
create index technology_firm_seen_by_name on technology_firm_seen (county, key, name collate "zh-x-icu", id);
create index technology_firm_seen_by_certificate_until on technology_firm_seen (county, key, certificate_until, id);
create index technology_firm_seen_by_revision on technology_firm_seen (county, key, revision, id) include (township, park, field, growth, small_year, white_list, service_unit, stage);
select library_ground('technology_firm', 'technology-firms', '{township,park,service_unit}', '{name,certificate_until,enterprise,township,park,platform,founded_on,field,growth,small_year,specialised_until,revenue,research_tax,research_share,self_score,white_list,service_unit,stage,revision}', '{"enterprise":"enterprise","township":"unit","park":"unit","platform":"platform","service_unit":"unit"}', false, 'enterprise');

-- 村居库
create table village (
  county text not null references county,
  id bigint generated always as identity,
  code text,
  name text,
  kind text,
  township bigint,
  households bigint,
  residents bigint,
  present bigint,
  farmland bigint,
  place_x integer,
  place_y integer,
  income bigint,
  products text,
  former_poor boolean,
  demonstration boolean,
  resident boolean,
  help_unit bigint,
  credit_village boolean,
  service_point boolean,
  gaps text[],
  gaps_from text[],
  road_plan text,
  road_gap text,
  water_plan text,
  water_gap text,
  power_plan text,
  power_gap text,
  forest_plan text,
  forest_gap text,
  culture_plan text,
  culture_gap text,
  school_plan text,
  school_gap text,
  clinic_plan text,
  clinic_gap text,
  crops_plan text,
  crops_gap text,
  dirt_plan text,
  dirt_gap text,
  disorder_plan text,
  disorder_gap text,
  poor_look_plan text,
  poor_look_gap text,
  secretary bytea,
  secretary_phone bytea,
  keeper bytea,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id)
);
create index village_by_code on village (county, code collate "C", id) where removed is null;
create index village_by_name on village (county, name collate "zh-x-icu", id) where removed is null;
create index village_by_kind on village (county, kind, id) where removed is null;
create index village_by_township on village (county, township, id) where removed is null;
create index village_by_households on village (county, households, id) where removed is null;
create index village_by_residents on village (county, residents, id) where removed is null;
create index village_by_farmland on village (county, farmland, id) where removed is null;
create index village_place on village (county, place_x, place_y, id) include (seen_by, created_by) where removed is null;
create index village_by_income on village (county, income, id) where removed is null;
create index village_by_former_poor on village (county, former_poor, id) where removed is null;
create index village_by_demonstration on village (county, demonstration, id) where removed is null;
create index village_by_resident on village (county, resident, id) where removed is null;
create index village_by_help_unit on village (county, help_unit, id) where removed is null;
create index village_by_credit_village on village (county, credit_village, id) where removed is null;
create index village_by_service_point on village (county, service_point, id) where removed is null;
create unique index village_key_code on village (county, code) where removed is null;
create unique index village_key_township_name on village (county, township, name) where removed is null;
create index village_by_revision on village (county, revision, id) where removed is null;
create index village_removed on village (county, removed, id) where removed is not null;
create index village_search on village using gin (search, seen_by) where removed is null;
create table village_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  code text,
  name text,
  income bigint,
  kind text,
  township bigint,
  households bigint,
  residents bigint,
  farmland bigint,
  former_poor boolean,
  demonstration boolean,
  resident boolean,
  help_unit bigint,
  credit_village boolean,
  service_point boolean,
  revision bigint,
  primary key (county, id, key)
);
create index village_seen_by_code on village_seen (county, key, code collate "C", id);
create index village_seen_by_name on village_seen (county, key, name collate "zh-x-icu", id);
create index village_seen_by_income on village_seen (county, key, income, id);
create index village_seen_by_revision on village_seen (county, key, revision, id) include (kind, township, former_poor, demonstration, resident, help_unit, credit_village, service_point);
select library_ground('village', 'villages', '{township,help_unit}', '{code,name,income,kind,township,households,residents,farmland,former_poor,demonstration,resident,help_unit,credit_village,service_point,revision}', '{"township":"unit","help_unit":"unit"}', false, null);
