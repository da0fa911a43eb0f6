/** Text for HTML, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** A name as part of an anchor; what URLs cannot hold becomes a dash. */
export function anchor(prefix: string, name: string): string {
  return `${prefix}-${name.replace(/[^\p{L}\p{N}_]+/gu, '-').replace(/^-|-$/g, '')}`
}

export function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`
}

export function json(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  return `<pre tabindex="0">${escapeHtml(text ?? '')}</pre>`
}
