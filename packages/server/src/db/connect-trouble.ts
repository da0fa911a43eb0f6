// Why a database could not be reached, in one line that an operator can act on. Never with a password.

const reasons: Record<string, string> = {
  ECONNREFUSED: '对方没有在监听',
  ENOENT: '没有这个套接字',
  ENOTFOUND: '找不到这台主机',
  EAI_AGAIN: '解析不了主机名',
  ETIMEDOUT: '连接超时',
  EHOSTUNREACH: '到不了这台主机',
  ECONNRESET: '对方断开了连接',
  EACCES: '没有权限使用这个套接字',
  '28P01': '密码不对',
  '28000': '不允许这个角色登录',
  '3D000': '没有这个数据库',
  '53300': '连接数已满',
  '57P03': '数据库正在启动或停止',
}

interface ConnectError extends Error {
  readonly code?: string
  readonly syscall?: string
  readonly address?: string
  readonly port?: number
  readonly errors?: readonly ConnectError[]
}

/** The line, or null where the error is of another kind. */
export function connectTrouble(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const first = (error as ConnectError).errors?.[0] ?? (error as ConnectError)
  const fromSocket = first.syscall === 'connect' || first.syscall === 'getaddrinfo'
  const fromServer = /^[0-9A-Z]{5}$/.test(first.code ?? '')
  const timedOut = /timeout expired|connection timeout/i.test(first.message)
  const reason = timedOut ? '连接超时' : fromSocket || fromServer ? reasons[first.code ?? ''] : undefined
  if (!reason) return null
  const where = first.address ? ` ${first.address}${first.port ? `:${first.port}` : ''}` : ''
  return `连不上数据库${where}：${reason}。请检查 DATABASE_URL（或 DATABASE_OWNER_URL），以及数据库是否在运行`
}

const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
])

/** Whether a request failed because the database went or was away: to be tried again later, nothing was committed. */
export function isDatabaseAway(error: Error): boolean {
  const { code, syscall } = error as ConnectError
  if (code === 'ENOENT') return syscall === 'connect'
  return (
    away.has(code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|Cannot use a pool/.test(error.message)
  )
}
