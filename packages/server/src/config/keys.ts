// Every configuration key with its default and what it is for. docs/operations/configuration.md is held against this
// list by a test, so a key cannot appear without its explanation.
import { z } from 'zod'

interface Key<T> {
  readonly name: string
  readonly shape: z.ZodType<T>
  readonly fallback: T
  /** For the operator, in Chinese. */
  readonly about: string
}

function key<T>(name: string, shape: z.ZodType<T>, fallback: T, about: string): Key<T> {
  return { name, shape, fallback, about }
}

const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max)
const text = z.string().min(1)

export const keys = {
  host: key('HOST', text, '127.0.0.1', '监听地址；默认只在本机，放到网上前先配反向代理与 TLS'),
  port: key('PORT', whole(0, 65535), 8023, '监听端口；0 为取空闲端口'),
  metricsPort: key('YIPANQI_METRICS_PORT', whole(0, 65535), 0, '指标端口（/metrics，仅本机）；0 为取空闲端口'),
  dataDir: key('YIPANQI_DATA', text, './data', '数据夹：内置数据库、附件、密钥'),
  databaseUrl: key('DATABASE_URL', text.nullable(), null, '外部 PostgreSQL（应用角色）；不设则用内置数据库'),
  databaseOwnerUrl: key(
    'DATABASE_OWNER_URL',
    text.nullable(),
    null,
    '外部 PostgreSQL（属主角色），只供 migrate、backup、restore、county add 等命令使用；serve 不用',
  ),
  webProcesses: key('YIPANQI_WEB_PROCESSES', whole(0, 32), 0, '应答网页请求的进程数；0 为与处理器核数相同，最多 4'),
  poolSize: key('YIPANQI_POOL', whole(2, 200), 10, '每个进程的数据库连接数'),
  sealKeyFile: key(
    'YIPANQI_SEAL_KEY',
    text.nullable(),
    null,
    '审计封存密钥文件；默认在数据夹 keys/ 下，宜放到别的介质',
  ),
  sealHeadsFile: key(
    'YIPANQI_SEAL_HEADS',
    text.nullable(),
    null,
    '审计链头另存文件；默认在数据夹旁（数据夹名加 -seal-heads.jsonl），宜放到别的机器',
  ),
  publicOrigin: key('YIPANQI_ORIGIN', z.url().nullable(), null, '对外网址（在反向代理后用于同源校验）'),
  trustProxy: key('YIPANQI_TRUST_PROXY', z.stringbool(), false, '为真时取 X-Forwarded-For 最后一跳作来源地址'),
  cookieSecure: key('YIPANQI_COOKIE_SECURE', z.stringbool(), false, 'cookie 只走 HTTPS；在 TLS 代理后请设为真'),
  sessionHours: key('YIPANQI_SESSION_HOURS', whole(1, 720), 12, '登录有效小时数'),
  adminTotp: key(
    'YIPANQI_ADMIN_TOTP',
    z.enum(['required', 'optional']),
    'required' as 'required' | 'optional',
    '三员登录是否必须两步验证：required 必须，optional 由本人绑定；--sample 未设此项时按 optional',
  ),
  bodyLimit: key('YIPANQI_BODY_LIMIT', whole(1024, 1e9), 12_000_000, '请求体上限（字节）；超过 413'),
  uploadLimit: key('YIPANQI_UPLOAD_LIMIT', whole(1024, 1e9), 10_000_000, '单个文件上限（字节）'),
  importLimit: key('YIPANQI_IMPORT_LIMIT', whole(1024, 1e9), 50_000_000, '导入台账的表格上限（字节）'),
  drainSeconds: key('YIPANQI_DRAIN_SECONDS', whole(1, 300), 10, '停机时等在办请求的秒数'),
  tiandituKey: key(
    'YIPANQI_TIANDITU_KEY',
    z
      .string()
      .regex(/^[0-9a-zA-Z]{16,64}$/, '天地图密钥只有字母和数字')
      .nullable(),
    null,
    '天地图密钥（浏览器端，绑定本系统网址）；设了，台账地图才联网取底图；不设则用自绘的乡镇轮廓，不联网',
  ),
  mapApproval: key(
    'YIPANQI_MAP_APPROVAL',
    z.string().min(1).max(60).nullable(),
    null,
    '天地图底图的审图号，从天地图网站抄录；有底图时印在地图左下角',
  ),
  logLevel: key(
    'YIPANQI_LOG',
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
    'info' as 'info' | 'fatal' | 'error' | 'warn' | 'debug' | 'silent',
    '日志级别（JSON 行，不含正文与个人信息）',
  ),
} satisfies Record<string, Key<unknown>>

export type Config = { readonly [K in keyof typeof keys]: (typeof keys)[K]['fallback'] }
