export function MatterDrawer(_: { id: number; onClose: () => void }) {
  return null
}
