/** The nonce that the server wrote into this response, for the styles that are made while the page runs. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}

/**
 * Gives every style element that code creates the page's nonce. Ant Design takes it from its provider, but its scroll
 * lock and its scroll-bar measuring write styles without one, and the policy would refuse them.
 */
export function stampStyles(nonce: string): void {
  const create = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
}
