import type pg from 'pg'

/**
 * The server refuses to run with more power than it needs: as superuser, with BYPASSRLS, or as the tables' owner,
 * row security would not bind it. Throws a Chinese message that says what to change.
 */
export async function refusePower(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; super: boolean; bypass: boolean; owns: boolean }>(`
    select current_user::text as name, r.rolsuper as super, r.rolbypassrls as bypass,
           exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                   where n.nspname = 'public' and c.relkind = 'r' and pg_has_role(current_user, c.relowner, 'member')) as owns
    from pg_roles r where r.rolname = current_user`)
  const role = rows[0]
  if (!role) throw new Error('数据库没有说明当前角色')
  const reason = role.super
    ? '超级用户'
    : role.bypass
      ? '可绕过行级安全（BYPASSRLS）的角色'
      : role.owns
        ? '表的属主'
        : null
  if (reason)
    throw new Error(
      `拒绝启动：DATABASE_URL 的角色 ${role.name} 是${reason}，行级安全对它不起作用；请改用应用角色 yipanqi_app`,
    )
}
