// The shape of an archive. Members in order: tables/<name>.copy.gz (COPY text, gzip) …, files/<path> …, files.sm3
// (lines `<SM3>  <path>`), manifest.json, digest.sm3 (SM3 of every byte before its own header).
import { z } from 'zod'

export const manifestName = 'manifest.json'
export const fileListName = 'files.sm3'
export const digestName = 'digest.sm3'
export const filesPrefix = 'files/'

export function tableMember(table: string): string {
  return `tables/${table}.copy.gz`
}

const count = z.number().int().nonnegative()
const sm3 = z.string().regex(/^[0-9a-f]{64}$/)
// Names go into SQL as quoted identifiers; this keeps an archive from others from being a surprise there.
const identifier = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/)

export const manifestShape = z.object({
  format: z.literal('yipanqi-backup'),
  version: z.literal(1),
  madeAt: z.string(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string().max(200), digest: sm3 })),
  /** In the order in which they can be loaded: what is referred to comes first. */
  tables: z.array(z.object({ name: identifier, columns: z.array(identifier), rows: count, size: count, sm3 })),
  sequences: z.array(z.object({ name: identifier, last: z.number().int(), called: z.boolean() })),
  files: z.object({ count, bytes: count, listSm3: sm3 }),
})

export type Manifest = z.infer<typeof manifestShape>
