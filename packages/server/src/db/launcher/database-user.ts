// PostgreSQL refuses to run as root: as root it is given to an unprivileged uid, otherwise it runs as we do.

/** nobody/nogroup on Debian and most others: owns nothing else. */
const unprivileged = 65534

export interface DatabaseUser {
  readonly uid: number
  readonly gid: number
  /** Whether folders must be handed over (chown). */
  readonly other: boolean
  readonly spawn: { uid?: number; gid?: number }
}

export function databaseUser(): DatabaseUser {
  const uid = process.getuid?.() ?? 0
  const gid = process.getgid?.() ?? 0
  if (uid !== 0) return { uid, gid, other: false, spawn: {} }
  return { uid: unprivileged, gid: unprivileged, other: true, spawn: { uid: unprivileged, gid: unprivileged } }
}
